import { expect } from 'vitest'
import { journey } from './kit/journey.ts'
import { lookForBarriers } from './kit/look-for-barriers.ts'
import { openSettings } from './kit/rooms.ts'

journey('a program gets a test key, uses it over HTTP, and is turned away once it is revoked', async ({ start }) => {
  const desktop = await start()
  const { page } = desktop
  await openSettings(page, 'HTTP API')
  const port = page.getByLabel('Port')
  await port.fill('0')
  await port.press('Enter')
  await page.getByRole('button', { name: 'Use this port' }).click()
  await page.getByText('Answer programs on this computer').click()
  const address = page.getByRole('link', { name: 'Open its documentation' })
  await address.waitFor()
  const docs = (await address.getAttribute('href')) ?? ''
  expect((await fetch(docs)).status).toBe(200)

  await page.getByRole('button', { name: 'Make a key' }).click()
  await page.getByLabel('Name').fill('Nightly import')
  await page.getByRole('radio', { name: 'Test' }).click()
  await page.getByRole('button', { name: 'Make the key' }).click()
  const shown = page.getByRole('alertdialog')
  const key = await shown.locator('.path').innerText()
  expect(key).toMatch(/^sk_test_/)
  await desktop.shoot('24-key-shown-once')
  await shown.getByRole('button', { name: 'I have copied it' }).click()
  expect(await page.getByText(key).count()).toBe(0)

  const ask = () =>
    fetch(new URL('/v1/posts', docs), {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: 'From a program' }),
    })
  const made = await ask()
  expect(made.ok).toBe(true)
  expect(await made.json()).toMatchObject({ text: 'From a program', status: 'draft' })

  const line = page.getByRole('listitem', { name: 'Nightly import' })
  await line.getByText('Test', { exact: true }).waitFor()
  expect(await lookForBarriers(page)).toEqual([])
  await line.getByRole('button', { name: /^Revoke/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await page.getByText('The key of Nightly import is revoked.').waitFor()
  expect((await ask()).status).toBe(401)
})
