import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { startPlainly } from './kit/desktop.ts'
import { journey } from './kit/journey.ts'
import { makePicture } from './kit/picture.ts'

const text = 'Offered by another program'
const link = `posthorn://compose?${String(new URLSearchParams({ text, url: 'https://example.org/a' }))}`

journey(
  'a link from another program fills in a post, at the start and while Posthorn runs, and sends nothing',
  async ({ home, start }) => {
    const desktop = await start({ words: [link] })
    const field = desktop.page.getByRole('textbox', { name: 'Post text' })
    await expect.poll(() => field.inputValue(), { timeout: 15_000 }).toBe(`${text}\n\nhttps://example.org/a`)
    await startPlainly({ home, words: ['posthorn://compose?text=And%20once%20more'] })
    await expect.poll(() => field.inputValue(), { timeout: 15_000 }).toBe('And once more')
    const items = await desktop.page.evaluate(() =>
      Reflect.get(window, 'posthorn').call('items.list', {
        states: ['scheduled', 'waiting', 'publishing', 'published'],
      }),
    )
    expect(items).toMatchObject({ ok: true, value: { entries: [] } })
  },
)

journey(
  'files that are opened with Posthorn are imported or attached, at the start and while it runs',
  async ({ home, start }) => {
    const table = join(home, 'december.csv')
    await writeFile(table, 'Text,When\nIce on the pier,2099-12-01 09:00\n')
    const { page } = await start({ words: [table] })
    await page.getByRole('navigation', { name: 'Steps of the import' }).getByText('december.csv').waitFor()
    await startPlainly({ home, words: [await makePicture(home)] })
    await page.getByRole('list', { name: 'Attached files' }).getByRole('listitem').waitFor()
    await page.getByRole('button', { name: 'Crop and turn file 1 of 1' }).waitFor()
  },
)

journey('a quick post is written and sent in a window of its own, by the keyboard alone', async ({ start }) => {
  const desktop = await start()
  await desktop.page.getByRole('textbox', { name: 'Post text' }).waitFor()
  const opened = desktop.electron.waitForEvent('window')
  await desktop.page.evaluate(() => Reflect.get(window, 'posthorn').desktop.openQuickPost())
  const quick = await opened
  await quick.getByRole('textbox', { name: 'Post text' }).waitFor()
  await quick.keyboard.type('Quickly said')
  await quick.getByText('Saved').first().waitFor()
  await quick.screenshot({ path: 'test/artifacts/journeys/quick-post.png' })
  await quick.keyboard.press('Control+Enter')
  await expect
    .poll(() =>
      desktop.page.evaluate(() =>
        Reflect.get(window, 'posthorn').call('items.list', { states: ['published'], search: 'Quickly' }),
      ),
    )
    .toMatchObject({ value: { entries: [{ text: 'Quickly said' }] } })
  // It goes by itself once it has told so, or at once by the key.
  await quick.keyboard.press('Escape').catch(() => undefined)
  await expect.poll(() => quick.isClosed()).toBe(true)
  expect(await desktop.isOnScreen()).toBe(true)
})

journey(
  'started by the system Posthorn stays out of sight until it is asked for, and its menus speak the language chosen',
  async ({ home, start }) => {
    const desktop = await start({ words: ['--hidden'] })
    await desktop.page.getByRole('textbox', { name: 'Post text' }).waitFor()
    expect(await desktop.isOnScreen()).toBe(false)
    await startPlainly({ home })
    await expect.poll(desktop.isOnScreen).toBe(true)
    await desktop.page.evaluate(() => Reflect.get(window, 'posthorn').call('settings.update', { language: 'de' }))
    const labels = () =>
      desktop.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label) ?? [])
    await expect.poll(labels).toContain('&Datei')
    await desktop.page.getByRole('link', { name: 'Warteschlange' }).waitFor()
  },
)
