import { expect } from 'vitest'
import { journey } from './kit/journey.ts'
import { lookForBarriers } from './kit/look-for-barriers.ts'
import { makePicture } from './kit/picture.ts'
import { openRoom, openSettings, writePost } from './kit/rooms.ts'

journey('a person looks up what a channel allows, and takes it along as Markdown', async ({ start }) => {
  const { electron, page } = await start()
  await openSettings(page, 'General')
  await page.getByRole('link', { name: 'What each channel allows' }).click()

  const table = page.getByRole('table', { name: 'What each channel allows' })
  const rows = table.getByRole('row')
  // What is connected comes first.
  await rows.nth(1).getByText('Connected').waitFor()
  expect(await rows.nth(1).getByRole('rowheader').innerText()).toContain('Folder')
  const all = await rows.count()
  expect(all).toBeGreaterThan(15)

  await page.getByRole('searchbox', { name: 'Search channels' }).fill('insta')
  await expect.poll(() => rows.count()).toBe(2)
  await page.getByRole('button', { name: 'Copy as Markdown' }).click()
  const copied = (): Promise<string> => electron.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(copied).toMatch(/^\| Channel \|[^\n]+\n[^\n]+\n\| Instagram \| 2,200 characters \|[^\n]+$/)

  // By keyboard, from the search to the channel.
  await page.getByRole('link', { name: 'Instagram' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'What Instagram allows' }).waitFor()
  const types = page.getByRole('table', { name: /^What a post on Instagram can be/ })
  await types.getByRole('rowheader', { name: 'Story' }).waitFor()
  await page.getByRole('region', { name: 'Sources' }).getByText('2026').first().waitFor()
  expect(await lookForBarriers(page)).toEqual([])

  await page.getByRole('link', { name: 'All channels' }).click()
  await expect.poll(() => rows.count()).toBe(all)
  await page.getByRole('searchbox', { name: 'Search channels' }).fill('no such thing')
  await page.getByText('No such channel').waitFor()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect.poll(() => rows.count()).toBe(all)
})

journey('the preview shows a long post in its own lines, folded, with its file', async ({ home, start }) => {
  const { page } = await start()
  await openRoom(page, 'Accounts')
  await page.getByText('My posts').first().waitFor()
  const lines = Array.from({ length: 30 }, (_, index) => `Line ${index + 1} of the log`)
  await writePost(page, lines.join('\n'), ['My posts'])
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Attach files' }).click(),
  ])
  await chooser.setFiles(await makePicture(home))
  await page.getByLabel('Description of file 1 of 1').fill('A sailing boat')

  const preview = page.getByRole('list', { name: 'Previews' }).getByRole('article', { name: 'Preview for My posts' })
  await preview.getByRole('img', { name: 'A sailing boat' }).waitFor()
  const words = preview.locator('.marked-text').first()
  expect(await words.innerText()).toContain('Line 24 of the log')
  expect(await words.innerText()).not.toContain('Line 25 of the log')
  await preview.getByRole('button', { name: 'show all' }).click()
  expect((await words.innerText()).split('\n').length).toBeGreaterThanOrEqual(30)
  expect(await words.innerText()).toContain('Line 30 of the log')
  expect(await lookForBarriers(page)).toEqual([])
})
