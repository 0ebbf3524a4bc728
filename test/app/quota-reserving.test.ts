import { expect, test } from 'vitest'
import { attempt, daily, scheduling, standing } from '../fixtures/quota-limits.ts'
import { addAccount, firstItem, schedulePost, startTestApp, stateOf, textsOf } from '../fixtures/test-world.ts'

test('scheduling reserves, publishing consumes, and what is left is told with the time at which it starts anew', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', daily(5, scheduling))
  await schedulePost(t, 'Soon', [alice], 60)
  await schedulePost(t, 'Later', [alice], 3600)
  await t.clock.advance(60_000)
  expect(await standing(t)).toMatchObject({
    source: 'person',
    reserved: 1,
    consumed: 1,
    remaining: 3,
    resetsAt: '2026-11-02T00:00:00.000Z',
  })
  expect((await t.call('quota.get', {})).features[1]).toEqual({
    feature: 'SCHEDULE_POST',
    enabled: true,
    quota: { limit: 5, currentUsage: 2, remainingUsage: 3, period: 'DAY', resetsAt: '2026-11-02T00:00:00.000Z' },
  })
})

test('what does not fit is refused and told what is used, the limit, and when it starts anew', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', daily(1, scheduling))
  await schedulePost(t, 'First', [alice], 60)
  const post = await t.call('posts.save', { text: 'Second', targets: [{ accountId: alice }] })
  expect(await t.app.gate('posts.schedule', { postId: post.id, when: { kind: 'in', seconds: 90 } })).toMatchObject({
    ok: false,
    failure: {
      code: 'quota-exhausted',
      message: 'The limit of 1 post a day for scheduling is reached: 1 of 1 are planned or used.',
      next: 'It starts anew at 2026-11-02 00:00 (UTC): choose a time after that, cancel something planned, or raise the limit.',
    },
  })
  expect(await attempt(t, [alice], 15 * 3600)).toBe('no failure')
})

test('the time at which it starts anew is that of the first period with room', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', daily(1, scheduling))
  await schedulePost(t, 'Today', [alice], 60)
  await schedulePost(t, 'Tomorrow', [alice], 24 * 3600)
  const { entries } = await t.call('quota.forecast', { accountIds: [alice], when: { kind: 'in', seconds: 60 } })
  expect(entries).toMatchObject([{ at: null }])
  const reply = await t.app.gate('posts.save', {
    text: 'Third',
    targets: [{ accountId: alice }],
    when: { kind: 'in', seconds: 60 },
  })
  expect(reply).toMatchObject({ failure: { next: expect.stringContaining('2026-11-03 00:00 (UTC)') as string } })
})

test('publishing at once and scheduling are metered each on its own', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', daily(1, scheduling))
  await t.call('quota.save', daily(1, { kind: 'feature', feature: 'PUBLISH_POST' }))
  expect(await attempt(t, [alice], 60)).toBe('no failure')
  expect(await attempt(t, [alice], 0)).toBe('no failure')
  expect(await attempt(t, [alice], 60)).toBe('quota-exhausted')
  expect(await attempt(t, [alice], 0)).toBe('quota-exhausted')
})

test('a fan-out is reserved whole or not at all', async () => {
  const { t, alice } = await startTestApp()
  const bob = await addAccount(t, 'Bob')
  await t.call('quota.save', daily(1))
  expect(await attempt(t, [alice, bob], 60)).toBe('quota-exhausted')
  expect(await standing(t)).toMatchObject({ reserved: 0, consumed: 0, resetsAt: null })
  expect((await t.call('posts.list', {})).entries).toEqual([])
  expect(await attempt(t, [bob], 60)).toBe('no failure')
})

test('two clients at once never get the same place', async () => {
  const { t, alice } = await startTestApp()
  const bob = await addAccount(t, 'Bob')
  await t.call('quota.save', daily(3))
  const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => attempt(t, [n % 2 ? alice : bob], 60 + n)))
  expect(answers.filter((answer) => answer === 'no failure')).toHaveLength(3)
  expect(await standing(t)).toMatchObject({ reserved: 3, remaining: 0 })
})

test('cancelling, deleting and failing give back what was reserved', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', daily(1))
  const cancelled = await schedulePost(t, 'Cancelled', [alice], 60)
  await t.call('items.cancel', { itemId: firstItem(cancelled).id })
  const deleted = await schedulePost(t, 'Deleted', [alice], 60)
  await t.call('posts.delete', { postId: deleted.id })
  t.network.behave('reject')
  const failing = await schedulePost(t, 'Failing', [alice], 60)
  await t.clock.advance(60_000)
  expect(await stateOf(t, firstItem(failing).id)).toBe('failed')
  expect(await standing(t)).toMatchObject({ reserved: 0, consumed: 0, remaining: 1 })
  expect(await attempt(t, [alice], 60)).toBe('no failure')
})

test('scheduling again takes the new place for the old one', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', daily(1))
  const item = firstItem(await schedulePost(t, 'Moved', [alice], 60))
  await t.call('items.reschedule', { itemId: item.id, when: { kind: 'in', seconds: 120 } })
  expect(await standing(t)).toMatchObject({ reserved: 1 })
  await t.call('items.reschedule', { itemId: item.id, when: { kind: 'in', seconds: 24 * 3600 } })
  expect(await standing(t)).toMatchObject({ reserved: 0 })
})

test('what was published stays used when its post is deleted, restored and purged', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', { ...daily(2), window: { kind: 'balance' } })
  const post = await schedulePost(t, 'Gone', [alice])
  await t.clock.settle()
  await t.call('posts.delete', { postId: post.id })
  expect(await standing(t)).toMatchObject({ consumed: 1 })
  await t.call('posts.restore', { postId: post.id })
  expect(await standing(t)).toMatchObject({ consumed: 1 })
  await t.call('posts.delete', { postId: post.id })
  expect(await t.store.posts.purge(t.clock.now() + 1)).toEqual([post.id])
  expect(await standing(t)).toMatchObject({ consumed: 1, remaining: 1 })
})

test('a crash between the claim and the answer neither loses nor doubles what was taken', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', daily(1))
  t.network.behave('hang')
  await schedulePost(t, 'On its way', [alice])
  await t.clock.settle()
  const next = await t.crash()
  expect(await standing(next)).toMatchObject({ reserved: 1, consumed: 0 })
  expect(await attempt(next, [alice], 60)).toBe('quota-exhausted')
  await next.app.start()
  await next.clock.advance(60_000)
  expect(textsOf(next)).toEqual(['On its way'])
  expect(await standing(next)).toMatchObject({ reserved: 0, consumed: 1 })
})
