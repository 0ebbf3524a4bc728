import { expect } from 'vitest'
import { journey } from './kit/journey.ts'
import { lookForBarriers } from './kit/look-for-barriers.ts'
import { openSettings, queueRow, writePost } from './kit/rooms.ts'

journey('with one post a day, the second is foretold for tomorrow, waits, and says why', async ({ start }) => {
  const desktop = await start()
  const { page } = desktop
  await openSettings(page, 'Limits')
  await page.getByRole('button', { name: 'Add a limit' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('At most').fill('1')
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  const limit = page.getByRole('listitem', { name: 'Everything that is published: 1 post a day' })
  await limit.getByText('0 used, 1 left').waitFor()

  await writePost(page, 'The one for today', ['My posts'])
  await page.getByText('1 of 1 post left today').waitFor()
  await page.getByRole('button', { name: 'Publish now', exact: true }).click()
  await (await queueRow(page, 'Published', 'The one for today')).waitFor()

  await writePost(page, 'One too many', ['My posts'])
  await page.waitForTimeout(1500); console.log(await page.evaluate(async () => { const { call } = Reflect.get(window, 'posthorn'); const a = await call('accounts.list', {}); return JSON.stringify([await call('quota.forecast', { accountIds: a.value.entries.map((x: any) => x.id), when: { kind: 'now' } }), await call('quota.get', {})]) })); await desktop.shoot('debug')
  await page.getByText(/^My posts: it goes out tomorrow, /).waitFor()
  expect(await lookForBarriers(page)).toEqual([])
  await desktop.shoot('21-over-the-limit')
  await page.getByRole('button', { name: 'Publish now', exact: true }).click()
  const row = await queueRow(page, 'Upcoming', 'One too many')
  await row
    .getByText(/tomorrow/)
    .first()
    .waitFor()
  await desktop.shoot('22-waiting-for-room')

  await openSettings(page, 'Limits')
  await limit.getByText(/^1 used/).waitFor()
  await limit.getByText(/^Begins anew tomorrow, /).waitFor()
  await desktop.shoot('23-limit-used')
})
