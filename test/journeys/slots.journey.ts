import { expect } from 'vitest'
import { journey } from './kit/journey.ts'
import { ask, pressOn, tabTo } from './kit/keys.ts'
import { lookForBarriers } from './kit/look-for-barriers.ts'
import { openRoom, queueRow, writePost } from './kit/rooms.ts'

journey(
  'two posts take the next slots of a plan, and when the first is deleted the second moves up',
  async ({ start }) => {
    const desktop = await start()
    const { page } = desktop
    await page.getByRole('textbox', { name: 'Post text' }).waitFor()
    await ask(page, 'slots', 'Slots')
    await page.getByRole('button', { name: 'Make a plan' }).waitFor()
    // By the keyboard alone until the plan stands.
    await pressOn(page, 'Make a plan')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, /^Name/)
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Harbour news')
    await pressOn(page, 'Make the plan')
    await page.getByRole('heading', { name: 'Harbour news' }).waitFor()
    await page.getByText('5 slots a week').waitFor()

    // One more each day, typed, and one taken out again by the keyboard.
    await tabTo(page, /^hour/)
    await page.keyboard.type('11')
    await pressOn(page, 'Add slots')
    await page.getByText('10 slots a week').waitFor()
    const friday = page.getByRole('grid', { name: 'Friday' })
    await friday.getByRole('row').last().focus()
    await page.keyboard.press('Delete')
    await page.getByText('9 slots a week').waitFor()
    const next = page.getByRole('region', { name: 'Next slots' }).getByRole('listitem')
    const [first = '', second = ''] = await next.locator('time').allInnerTexts()

    for (const text of ['The first in line', 'The second in line']) {
      await writePost(page, text, ['My posts'])
      await page.getByRole('button', { name: /^When: Next slot: / }).waitFor()
      await page.getByRole('button', { name: 'Add to queue' }).click()
      await page.getByText('Scheduled to My posts for').last().waitFor()
      await expect.poll(() => page.getByRole('textbox', { name: 'Post text' }).inputValue()).toBe('')
    }
    await openRoom(page, 'Slots')
    await expect.poll(() => next.nth(0).innerText()).toMatch(new RegExp(`^${first}\\s+The first in line$`))
    await expect.poll(() => next.nth(1).innerText()).toMatch(new RegExp(`^${second}\\s+The second in line$`))
    expect(await lookForBarriers(page)).toEqual([])
    await desktop.shoot('20-slots-taken')

    const row = await queueRow(page, 'Upcoming', 'The first in line')
    await row.getByText('Slot of Harbour news').waitFor()
    await row.getByRole('button', { name: /^The first in line/ }).click()
    const details = page.getByRole('complementary', { name: 'Post details' })
    await details.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    await row.waitFor({ state: 'detached' })

    await openRoom(page, 'Slots')
    await expect.poll(() => next.nth(0).innerText()).toMatch(new RegExp(`^${first}\\s+The second in line$`))
  },
)
