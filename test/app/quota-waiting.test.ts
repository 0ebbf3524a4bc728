import { expect, test } from 'vitest'
import { daily, hourly } from '../fixtures/quota-limits.ts'
import { createScriptedChannel } from '../fixtures/scripted-channel.ts'
import { createTestClock } from '../fixtures/test-clock.ts'
import { addAccount, firstItem, schedulePost, startTestApp, stateOf, textsOf } from '../fixtures/test-world.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

test('a full rolling window makes the post wait from the start, with its new time and the reason, until it is sent then', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', hourly(2, { kind: 'account', accountId: alice }))
  await schedulePost(t, 'one', [alice], 60)
  await schedulePost(t, 'two', [alice], 120)
  const third = firstItem(await schedulePost(t, 'three', [alice], 180))
  expect(third).toMatchObject({
    state: 'waiting',
    waiting: { reason: 'quota' },
    nextAt: '2026-11-01T10:01:00.000Z',
    charge: { at: '2026-11-01T10:01:00.000Z', standing: 'reserved' },
    failure: {
      code: 'quota-exhausted',
      message: 'The limit of 2 posts within 1 hour for Alice leaves no room by then.',
    },
  })
  await t.clock.advance(HOUR + 59_000)
  expect(textsOf(t)).toEqual(['one', 'two'])
  await t.clock.advance(2000)
  expect(textsOf(t)).toEqual(['one', 'two', 'three'])
})

test("a channel's own limit holds for each of its accounts and is told as the channel's", async () => {
  const clock = createTestClock()
  const network = createScriptedChannel({ now: clock.now, rates: [{ posts: 1, seconds: 3600 }] })
  const { t, alice } = await startTestApp({ clock, network })
  const bob = await addAccount(t, 'Bob')
  await schedulePost(t, 'first', [alice, bob])
  const second = await schedulePost(t, 'second', [alice])
  expect(firstItem(second)).toMatchObject({ state: 'waiting', waiting: { reason: 'quota' } })
  await clock.settle()
  expect((await t.call('quota.get', {})).meters).toMatchObject([
    {
      id: null,
      source: 'channel',
      subject: { kind: 'account', accountId: alice },
      limit: 1,
      remaining: 0,
      resetsAt: '2026-11-01T10:00:00.000Z',
    },
    { subject: { kind: 'account', accountId: bob } },
  ])
  await clock.advance(HOUR)
  expect(textsOf(t)).toEqual(['first', 'first', 'second'])
})

test('a post that is sent a moment late is not pushed behind those that are planned after it', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', hourly(1))
  for (const [hour, text] of ['one', 'two', 'three'].entries()) await schedulePost(t, text, [alice], 60 + hour * 3600)
  // The machine was busy: the first goes out 50 ms late, and so the second has to wait as long.
  t.clock.set(t.clock.now() + 50)
  await t.clock.advance(60_000)
  expect(textsOf(t)).toEqual(['one'])
  await t.clock.advance(2 * HOUR + 1000)
  expect(textsOf(t)).toEqual(['one', 'two', 'three'])
  expect(t.network.sent.map(({ at }, n, all) => at - (all[n - 1]?.at ?? at - HOUR))).toEqual([HOUR, HOUR, HOUR])
})

test('what comes late into a day that is planned full waits for the next day with room', async () => {
  const { t, alice } = await startTestApp()
  const bob = await addAccount(t, 'Bob')
  await t.call('quota.save', daily(1))
  await t.call('settings.update', { lateness: { withinMinutes: 0, then: 'publish' } })
  const late = firstItem(await schedulePost(t, 'late', [alice], 14 * 3600))
  await schedulePost(t, 'planned', [bob], 24 * 3600)
  const next = await t.crash()
  next.clock.set(next.clock.now() + 16 * HOUR)
  await next.app.start()
  await next.clock.settle()
  expect(await next.call('items.get', { itemId: late.id })).toMatchObject({
    state: 'waiting',
    waiting: { reason: 'quota' },
    nextAt: '2026-11-03T00:00:00.000Z',
    charge: { at: '2026-11-03T00:00:00.000Z' },
    failure: { code: 'quota-exhausted' },
  })
  await next.clock.advance(DAY)
  expect(textsOf(next)).toEqual(['planned', 'late'])
})

test('asking for what waits for its quota to be tried again does not send it before its time', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', hourly(1))
  await schedulePost(t, 'one', [alice], 3600)
  const item = firstItem(await schedulePost(t, 'two', [alice], 3600))
  await t.call('items.retry', { itemId: item.id })
  await t.clock.advance(HOUR - 1)
  expect(textsOf(t)).toEqual([])
})

test('what a post on its way may give back is waited for, not given up', async () => {
  const { t, alice } = await startTestApp()
  const bob = await addAccount(t, 'Bob')
  await t.call('quota.save', { ...daily(2), window: { kind: 'balance' } })
  t.network.behave('drop-request', 'accept')
  t.network.answerLookups('silent', 'silent')
  await schedulePost(t, 'unclear', [alice], 60)
  await schedulePost(t, 'behind', [bob], 61)
  await t.call('quota.save', { ...daily(1), window: { kind: 'balance' } })
  await t.clock.advance(62_000)
  const { entries } = await t.call('items.list', { states: ['waiting'] })
  expect(entries).toMatchObject([{ waiting: { reason: 'quota' }, nextAt: '2026-11-01T09:02:01.000Z' }])
})

test('a clock that was set forward and back leaves nothing waiting for a period that will not come', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', daily(1))
  await t.call('settings.update', { lateness: { withinMinutes: 0, then: 'publish' } })
  await schedulePost(t, 'one', [alice], 2 * 24 * 3600)
  const item = firstItem(await schedulePost(t, 'two', [alice], 60))
  t.clock.set(t.clock.now() + 2 * DAY)
  await t.clock.advance(60_000)
  const held = await t.call('items.list', { states: ['waiting'] })
  expect(held.entries).toMatchObject([{ waiting: { reason: 'quota' }, nextAt: '2026-11-04T00:00:00.000Z' }])
  expect(held.entries[0]?.id).toBe(item.id)
  t.clock.set(t.clock.now() - 2 * DAY)
  await t.clock.advance(120_000)
  expect(await stateOf(t, item.id)).toBe('published')
})
