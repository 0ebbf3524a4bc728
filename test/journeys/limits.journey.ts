import { expect } from 'vitest'
import { journey } from './kit/journey.ts'
import { lookForBarriers } from './kit/look-for-barriers.ts'
import { ask, focused, pressOn, tabTo } from './kit/keys.ts'
import { queueRow, writePost } from './kit/rooms.ts'

journey(
  'one post a day: the second is refused with the reason, and waits for its turn when the hours roll',
  async ({ start }) => {
    const desktop = await start()
    const { page } = desktop
    // The limit is made, and later changed, by keys alone.
    await page.getByRole('textbox', { name: 'Post text' }).waitFor()
    await ask(page, 'limits', /^Limits/)
    await page.getByRole('button', { name: 'Add a limit' }).waitFor()
    await pressOn(page, 'Add a limit')
    await tabTo(page, 'At most')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('1')
    await page.keyboard.press('Enter')
    const daily = page.getByRole('listitem', { name: 'Everything that is published: 1 post a day' })
    await daily.getByText('0 used, 1 left').waitFor()

    await writePost(page, 'The one for today', ['My posts'])
    await page.getByText('1 of 1 post left today').waitFor()
    await page.getByRole('button', { name: 'Publish now', exact: true }).click()
    await (await queueRow(page, 'Published', 'The one for today')).waitFor()

    await writePost(page, 'One too many', ['My posts'])
    await page.getByText('My posts: it cannot be sent.').waitFor()
    expect(await lookForBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Publish now', exact: true }).click()
    await page
      .getByRole('alert')
      .getByText(/The limit of 1 post a day .* is reached/)
      .waitFor()
    await desktop.shoot('21-over-the-limit')

    await page.getByRole('button', { name: 'See limits' }).first().click()
    await daily.getByText(/^1 used, 0 left/).waitFor()
    await daily.getByText(/^Begins anew tomorrow, /).waitFor()
    await desktop.shoot('22-limit-used')
    await pressOn(page, /^Change /)
    await page.getByRole('dialog').waitFor()
    await pressOn(page, /^A day/)
    await page.getByRole('option', { name: 'A day', selected: true }).waitFor()
    await page.keyboard.type('any')
    await expect.poll(() => focused(page)).toBe('Any stretch of hours')
    await page.keyboard.press('Enter')
    await pressOn(page, 'Save')
    await page.getByRole('listitem', { name: 'Everything that is published: 1 post in any 24 hours' }).waitFor()

    await page.goBack()
    await page.getByText(/^My posts: it goes out tomorrow, /).waitFor()
    await page.getByRole('button', { name: 'Publish now', exact: true }).click()
    await page.getByText(/^My posts: a limit is used up, so it goes out tomorrow, /).waitFor()
    const row = await queueRow(page, 'Upcoming', 'One too many')
    await row.getByText(/^A limit is used up · tries again tomorrow, /).waitFor()
    await row.getByRole('button', { name: 'See limits' }).waitFor()
    await desktop.shoot('23-waiting-for-its-turn')
  },
)
