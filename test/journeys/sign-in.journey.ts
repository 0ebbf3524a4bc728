import type { ElectronApplication } from 'playwright-core'
import { expect } from 'vitest'
import { journey } from './kit/journey.ts'
import { lookForBarriers } from './kit/look-for-barriers.ts'
import { openRoom } from './kit/rooms.ts'

/** Keeps the links that the app hands to the system's browser, in place of opening it; gives the newest. */
const watchLinks = async (electron: ElectronApplication): Promise<() => Promise<URL>> => {
  await electron.evaluate(({ shell }) => {
    const opened: string[] = []
    Reflect.set(globalThis, 'openedLinks', opened)
    shell.openExternal = (url) => {
      opened.push(url)
      return Promise.resolve()
    }
  })
  return async () => {
    let link: string | undefined
    await expect
      .poll(async () => {
        link = await electron.evaluate(() => (Reflect.get(globalThis, 'openedLinks') as string[]).at(-1))
        return link
      })
      .toContain('https://')
    return new URL(link ?? '')
  }
}

journey('a person looks for a network, signs in with the browser, says no there, and is told so', async ({ start }) => {
  const desktop = await start()
  const { electron, page } = desktop
  const newestLink = await watchLinks(electron)
  await openRoom(page, 'Accounts')
  await page.getByRole('button', { name: 'Connect an account' }).click()
  const box = page.getByRole('dialog')
  await box.getByRole('region', { name: 'By a developer app of your own' }).getByRole('button', { name: 'X' }).waitFor()
  expect(await lookForBarriers(page)).toEqual([])
  await desktop.shoot('sign-in-01-networks')
  await page.keyboard.type('billed by use nowhere')
  await box.getByText('Posthorn knows no network').waitFor()
  await box.getByLabel('Network').fill('polls on x')
  await box.getByText('1 network').waitFor()
  await page.keyboard.press('Enter')

  await box.getByLabel('Name').fill('Me on X')
  await box.getByLabel('Client ID').fill('app-1')
  await box.getByText('http://127.0.0.1:47811/sign-in').waitFor()
  expect(await lookForBarriers(page)).toEqual([])
  await desktop.shoot('sign-in-02-form')
  await page.keyboard.press('Enter')

  const waiting = page.getByRole('alertdialog', { name: 'Sign in with X' })
  await waiting.getByText('Waiting for you to agree at X').waitFor()
  const link = await newestLink()
  expect([link.host, link.searchParams.get('client_id')]).toEqual(['x.com', 'app-1'])
  await waiting.getByRole('button', { name: 'Paste the address instead' }).click()
  await waiting.getByLabel('Address').fill('https://example.org/elsewhere')
  await page.keyboard.press('Enter')
  await waiting.getByText('This is not the address that X sent you back to').waitFor()
  expect(await lookForBarriers(page)).toEqual([])
  await desktop.shoot('sign-in-03-waiting')

  const back = new URL(link.searchParams.get('redirect_uri') ?? '')
  back.search = String(new URLSearchParams({ state: link.searchParams.get('state') ?? '', error: 'access_denied' }))
  const landed = await fetch(back)
  expect(await landed.text()).toContain('You can close this tab')
  await box.getByText('Posthorn was not allowed in at X.').waitFor()
  await page.evaluate(() => Reflect.get(window, 'posthorn').call('settings.update', { appearance: 'dark' }))
  // A box that is still coming in is paler than it will be.
  await page.waitForFunction(() => document.getAnimations().length === 0)
  expect(await lookForBarriers(page)).toEqual([])
  await desktop.shoot('sign-in-04-denied-dark')

  await box.getByRole('button', { name: 'Sign in with X' }).click()
  await waiting.getByText('Waiting for you to agree at X').waitFor()
  await desktop.shoot('sign-in-05-waiting-dark')
  await waiting.getByRole('button', { name: 'Cancel' }).click()
  await box.getByLabel('Client ID').waitFor()
  await expect(fetch(back)).rejects.toThrow('fetch failed')
})
