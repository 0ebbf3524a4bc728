import { expect } from 'vitest'
import { journey } from './kit/journey.ts'
import { lookForBarriers } from './kit/look-for-barriers.ts'
import { chooseIn, openSettings, queueRow, writePost } from './kit/rooms.ts'

journey(
  'one post a day: the second is refused with the reason, and waits for its turn when the hours roll',
  async ({ start }) => {
    const desktop = await start()
    const { page } = desktop
    await openSettings(page, 'Limits')
    await page.getByRole('button', { name: 'Add a limit' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('At most').fill('1')
    await form.getByRole('button', { name: 'Add', exact: true }).click()
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
    await daily.getByRole('button', { name: /^Change / }).click()
    await chooseIn(form, 'In', 'Any stretch of hours')
    await form.getByRole('button', { name: 'Save' }).click()
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
