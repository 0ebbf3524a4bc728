import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { startDiscordContractServer } from '../fixtures/discord-contract-server.ts'
import { startMastodonContractServer } from '../fixtures/mastodon-contract-server.ts'
import type { Desktop } from './kit/desktop.ts'
import { journey } from './kit/journey.ts'
import { lookForBarriers } from './kit/look-for-barriers.ts'
import { makePicture } from './kit/picture.ts'
import { chooseIn, openRoom, queueRow, writePost } from './kit/rooms.ts'
import { watchBrowser } from './kit/watch.ts'

type NewAccount = { channel: string; name: string; settings: object; secret?: string }

const addAccount = async (page: Page, account: NewAccount): Promise<string> => {
  const reply = await page.evaluate((input) => Reflect.get(window, 'posthorn').call('accounts.add', input), account)
  expect(reply).toMatchObject({ ok: true })
  return reply.value.id
}

/** The window in one light, at one width and one size of letters. */
const look = async ({ electron, page }: Desktop, appearance: string, width: number, zoom: number): Promise<void> => {
  await page.evaluate((how) => Reflect.get(window, 'posthorn').call('settings.update', { appearance: how }), appearance)
  await electron.evaluate(
    ({ BrowserWindow }, to) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.setContentSize(to.width, 800)
      window?.webContents.setZoomFactor(to.zoom)
    },
    { width, zoom },
  )
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width / zoom)
}

/** The same place in all the lights and sizes: nothing keeps people out, and nothing is wider than the window. */
const lookEverywhere = async (desktop: Desktop, name: string, over = false): Promise<void> => {
  const { page } = desktop
  const looks = [
    ['light', 1120, 1],
    ['dark', 1120, 1],
    ['light', 400, 1],
    ['light', 1120, 2],
  ] as const
  for (const [appearance, width, zoom] of looks) {
    await look(desktop, appearance, width, zoom)
    await page.waitForFunction(() => document.getAnimations().length === 0)
    if (width / zoom > 1000) {
      // A list that lies over the page leaves less of what is below it.
      const barriers = (await lookForBarriers(page)).filter((one) => !one.startsWith('target-size') || !over)
      expect(barriers, `${name} ${appearance}`).toEqual([])
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    await desktop.shoot(`${name}-${appearance}-${width}-${zoom}`)
  }
  await look(desktop, 'light', 1120, 1)
}

journey('what each network is told is set, mentioned and marked, and arrives there', async ({ start }) => {
  const [harbourServer, pierServer, discord] = await Promise.all([
    startMastodonContractServer(),
    startMastodonContractServer(),
    startDiscordContractServer(),
  ])
  const desktop = await start()
  const { page } = desktop
  const mastodons = { Harbour: harbourServer, Pier: pierServer }
  for (const [name, { url, token }] of Object.entries(mastodons)) {
    await addAccount(page, { channel: 'mastodon', name, settings: { server: url }, secret: token })
  }
  await addAccount(page, { channel: 'discord', name: 'Crew', settings: {}, secret: discord.secret })
  await writePost(page, 'Good morning ', ['Harbour', 'Pier', 'Crew'])
  const text = page.getByRole('textbox', { name: 'Post text' })

  // Emphasis by the keys, over what is selected.
  await page.getByRole('button', { name: 'Emphasis' }).click()
  await text.press('End')
  await text.pressSequentially('everyone')
  await text.press('ControlOrMeta+Shift+ArrowLeft')
  await text.press('ControlOrMeta+b')
  await expect.poll(() => text.inputValue()).toBe('Good morning **everyone**')

  // A mention by the keys.
  await text.press('End')
  await text.pressSequentially(' from @bo')
  const list = page.getByRole('listbox', { name: 'People to mention' })
  await list
    .getByRole('option', { name: /Mastodon/ })
    .first()
    .waitFor()
  await lookEverywhere(desktop, 'mention', true)
  await text.press('ArrowUp')
  await text.press('Escape')
  await expect.poll(() => list.count()).toBe(0)
  await text.pressSequentially('b')
  await text.press('Backspace')
  await text.press('Backspace')
  await text.press('Backspace')
  await text.press('Backspace')
  await text.pressSequentially(' @bo')
  await list.getByRole('option').first().waitFor()
  await text.press('Enter')
  await expect.poll(() => text.inputValue()).toMatch(/^Good morning \*\*everyone\*\* from {1,2}@bob\S* $/)

  // A thread whose parts are numbered.
  await page.getByRole('button', { name: 'Split into a thread' }).click()
  await page.getByRole('button', { name: 'Number the parts' }).click()
  await page.getByRole('button', { name: 'Begin a new part here' }).click()
  await text.pressSequentially('And a good night')

  // For all accounts of a network, and for one of them otherwise.
  await page.getByRole('button', { name: 'Settings for each account' }).click()
  await page.getByRole('button', { name: 'Settings for Harbour' }).click()
  const harbour = page.getByRole('group', { name: 'Settings for Harbour' })
  await chooseIn(harbour, 'Who sees it', 'Unlisted')
  await harbour.getByLabel('Language').fill('en')
  await page.getByRole('list', { name: 'Set for Pier' }).getByText('Who sees it: Unlisted').waitFor()
  await page.getByRole('button', { name: 'Settings for Pier' }).click()
  const pier = page.getByRole('group', { name: 'Settings for Pier' })
  await pier.getByText('The same as for Harbour').waitFor()
  await pier.getByText('Differently for Pier').click()
  await chooseIn(pier, 'Who sees it', 'Private')
  await pier.getByRole('textbox', { name: 'Choices of a poll' }).fill('Yes, of course')
  await page.keyboard.press('Enter')
  const problem = page
    .getByRole('list', { name: 'Problems' })
    .getByRole('listitem')
    .filter({ hasText: 'Choices of a poll' })
  await problem.waitFor()
  await page.getByRole('button', { name: 'Settings for Pier' }).click()
  await problem.getByRole('button', { name: 'Show setting' }).click()
  await expect
    .poll(() =>
      pier.getByRole('textbox', { name: 'Choices of a poll' }).evaluate((one) => one === document.activeElement),
    )
    .toBe(true)
  await lookEverywhere(desktop, 'options')
  await pier.getByRole('button', { name: 'Reset to default' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await problem.waitFor()
  await pier.getByRole('button', { name: /^Remove Yes, of course/ }).click()
  await expect.poll(() => problem.count()).toBe(0)
  await page.getByText('Saved').first().waitFor()

  // A reload has it all again.
  await page.reload()
  await page.getByRole('list', { name: 'Set for Pier' }).getByText('Who sees it: Private').waitFor()
  await page.getByRole('button', { name: 'Publish now', exact: true }).click()
  const standing = () =>
    [harbourServer, pierServer].map(({ statuses }) =>
      statuses.map(({ visibility, language }) => `${visibility} ${language}`),
    )
  await expect.poll(standing, { timeout: 30_000 }).toEqual([
    ['unlisted en', 'unlisted en'],
    ['private en', 'private en'],
  ])
  const texts = pierServer.statuses.map((one) => one.text)
  expect(texts.toSorted()).toEqual([
    'And a good night 2/2',
    expect.stringMatching(/^Good morning everyone from +@bob@example.org 1\/2$/),
  ])
  await expect
    .poll(() => [...discord.messages.values()].map(({ content }) => content).join('\n'))
    .toContain('**everyone**')
  expect([...harbourServer.breaches, ...pierServer.breaches]).toEqual([])
})

journey('what a person posts by hand is their turn, until they say that it stands', async ({ home, start }) => {
  const desktop = await start()
  const { page } = desktop
  const path = join(home, 'To post')
  const site = 'https://forum.example/new'
  await addAccount(page, { channel: 'assisted', name: 'Forum', settings: { site, rules: 'any', path } })
  await writePost(page, 'News from the pier', ['Forum'])
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Attach files' }).click(),
  ])
  await chooser.setFiles(await makePicture(home))
  await page.getByLabel('Description of file 1 of 1').fill('A boat')
  await page.getByRole('button', { name: 'Publish now', exact: true }).click()
  const row = await queueRow(page, 'Needs attention', 'News from the pier')
  await row.getByText('Your turn').waitFor()
  await desktop.shoot('by-hand-row')

  await row.getByRole('button', { name: 'Copy text' }).click()
  await page.getByText('Copied.').waitFor()
  expect(await desktop.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('News from the pier')
  await openRoom(page, 'Drafts')
  await desktop.electron.evaluate(
    ({ BrowserWindow }, itemId) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('posthorn-event', { kind: 'open-item', itemId })
    },
    await page.evaluate(async () => {
      const reply = await Reflect.get(window, 'posthorn').call('items.list', { states: ['unconfirmed'] })
      return reply.value.entries[0].id as string
    }),
  )
  const panel = page.getByRole('complementary', { name: 'Post details' })
  await panel.getByRole('region', { name: 'Your turn' }).waitFor()
  await lookEverywhere(desktop, 'by-hand')
  expect(await page.locator('body').innerText()).not.toMatch(/unconfirmed/i)

  const opened = await watchBrowser(desktop)
  await panel.getByRole('link', { name: 'Open the page' }).click()
  await expect.poll(opened).toEqual([site])
  await desktop.electron.evaluate(({ shell }) => {
    shell.openPath = (folder) => {
      globalThis.noted.push(folder)
      return Promise.resolve('')
    }
  })
  await panel.getByRole('button', { name: 'Show the files' }).click()
  await expect.poll(opened).toEqual([site, expect.stringContaining(path)])
  const folder = String((await opened())[1])
  expect(readFileSync(join(folder, 'text.txt'), 'utf8')).toBe('News from the pier\n')

  await panel.getByRole('button', { name: 'Not yet' }).click()
  await expect.poll(() => panel.count()).toBe(0)
  await (
    await queueRow(page, 'Needs attention', 'News from the pier')
  )
    .getByRole('button', { name: 'Mark as posted' })
    .click()
  const dialog = page.getByRole('dialog', { name: /You posted it/ })
  await dialog.getByLabel('Link to the post').fill('https://forum.example/posts/1')
  await page.waitForFunction(() => document.getAnimations().length === 0)
  expect(await lookForBarriers(page)).toEqual([])
  await desktop.shoot('by-hand-posted')
  await dialog.getByRole('button', { name: 'Mark as posted' }).click()
  const done = await queueRow(page, 'Published', 'News from the pier')
  await done.hover()
  await done.getByRole('link', { name: 'Open link' }).waitFor()
})
