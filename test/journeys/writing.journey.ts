import { expect } from 'vitest'
import { journey } from './kit/journey.ts'
import { lookForBarriers } from './kit/look-for-barriers.ts'
import { chooseIn, nextMinute, openRoom, queueRow, scheduleAt, writePost } from './kit/rooms.ts'

journey('a caption is suggested, says who made it, is used, and can be undone', async ({ start }) => {
  const desktop = await start()
  const { page } = desktop
  const words = 'Our new ferry to the lighthouse leaves every morning at nine'
  await writePost(page, words, ['My posts'])
  await page.getByRole('button', { name: 'Suggest' }).click()
  const dialog = page.getByRole('dialog', { name: 'Suggest' })
  await dialog.getByRole('button', { name: 'Suggest' }).click()
  const offers = dialog.getByRole('list', { name: 'Suggestions' }).getByRole('listitem')
  await expect.poll(() => offers.count()).toBeGreaterThanOrEqual(3)
  await offers
    .first()
    .getByText(/^Made by /)
    .waitFor()
  expect(await lookForBarriers(page)).toEqual([])
  await desktop.shoot('25-suggestions')

  const text = page.getByRole('textbox', { name: 'Post text' })
  const caption = await offers.nth(1).locator('.proposal-text').innerText()
  await offers.nth(1).getByRole('button', { name: 'Use' }).click()
  await expect.poll(() => text.inputValue()).toBe(caption)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => text.inputValue()).toBe(words)
})

journey(
  'the queue is narrowed to a tag and an account, stays so, and what is picked is cancelled at once',
  async ({ start }) => {
    const desktop = await start()
    const { page } = desktop
    const queue = async (text: string, tag: string): Promise<void> => {
      await writePost(page, text, ['My posts'])
      await page.getByRole('combobox', { name: 'Add a tag' }).fill(tag)
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: `Remove tag ${tag}` }).waitFor()
      await scheduleAt(page, nextMinute(90_000))
      await (await queueRow(page, 'Upcoming', text)).waitFor()
    }
    await queue('All about the launch', 'launch')
    await queue('More about the launch', 'launch')
    await queue('Nothing but the sea', 'sea')

    await page.getByRole('button', { name: 'Filter' }).click()
    const panel = page.getByRole('dialog', { name: 'Filter' })
    await panel.getByRole('combobox', { name: 'Filter by a tag' }).fill('lau')
    await page.getByRole('option', { name: 'launch' }).click()
    await chooseIn(panel, 'Account', 'My posts')
    await desktop.shoot('26-filter')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.queue-row').count()).toBe(2)

    await openRoom(page, 'Settings')
    await page.goBack()
    await page.getByRole('button', { name: /^Tag: launch/ }).waitFor()
    await expect.poll(() => page.locator('.queue-row').count()).toBe(2)
    expect(await lookForBarriers(page)).toEqual([])

    await page
      .locator('.queue-row')
      .first()
      .getByRole('button', { name: /about the launch/ })
      .focus()
    await page.keyboard.press('x')
    await page.getByText('1 post picked').click()
    await page.getByText('2 posts picked').waitFor()
    await page.getByRole('toolbar', { name: 'Picked posts' }).getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('2 posts cancelled.').waitFor()
    await page.getByText('Nothing matches').waitFor()
    await page.getByRole('button', { name: 'Show everything' }).click()
    await (await queueRow(page, 'Upcoming', 'Nothing but the sea')).getByText('Scheduled').waitFor()
  },
)
