import { expect, test } from 'vitest'
import { balance, daily, hourly, price } from '../fixtures/quota-limits.ts'
import { addAccount, schedulePost, startTestApp } from '../fixtures/test-world.ts'

test('a forecast tells for each account what it would take and when it would go, and writes nothing', async () => {
  const { t, alice } = await startTestApp()
  const bob = await addAccount(t, 'Bob')
  await price(t, bob, 4)
  await t.call('quota.save', hourly(1, { kind: 'account', accountId: alice }))
  await t.call('quota.save', balance(3))
  await schedulePost(t, 'First', [alice], 60)
  const before = await t.call('quota.get', {})
  expect(
    await t.call('quota.forecast', { accountIds: [alice, bob], when: { kind: 'in', seconds: 60 }, zone: 'UTC' }),
  ).toMatchObject({
    feature: 'SCHEDULE_POST',
    entries: [
      {
        accountId: alice,
        credits: 0,
        at: '2026-11-01T10:01:00.000Z',
        reason: 'The limit of 1 post within 1 hour for Alice leaves no room by then.',
      },
      {
        accountId: bob,
        credits: 4,
        at: null,
        reason:
          'One post to Bob takes 4 credits, more than the limit of 3 credits in all for everything that is published.',
      },
    ],
  })
  expect(await t.call('quota.get', {})).toEqual(before)
})

test('a forecast counts its accounts together, as the fan-out will', async () => {
  const { t, alice } = await startTestApp()
  const bob = await addAccount(t, 'Bob')
  await t.call('quota.save', daily(1))
  expect(await t.call('quota.forecast', { accountIds: [alice, bob], when: { kind: 'now' } })).toMatchObject({
    feature: 'PUBLISH_POST',
    entries: [
      { accountId: alice, at: '2026-11-01T09:00:00.000Z', reason: null },
      {
        accountId: bob,
        at: null,
        reason: 'The limit of 1 post a day for everything that is published is reached: 1 of 1 are planned or used.',
      },
    ],
  })
})
