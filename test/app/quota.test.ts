import { expect, test } from 'vitest'
import type { Input } from '../../src-preload/contract/methods.ts'
import type { Meter } from '../../src-preload/contract/model/quota.ts'
import { createScriptedChannel } from '../fixtures/scripted-channel.ts'
import { createTestClock } from '../fixtures/test-clock.ts'
import {
  addAccount,
  firstItem,
  openTestApp,
  schedulePost,
  startTestApp,
  stateOf,
  type TestApp,
  textsOf,
} from '../fixtures/test-world.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** The clock of these tests starts at 9:00 UTC on the first of November. */
const daily = (limit: number, subject: Meter['subject'] = { kind: 'everything' }): Input<'quota.save'> => ({
  subject,
  unit: 'posts',
  limit,
  window: { kind: 'period', period: 'DAY', zone: 'UTC' },
})
const scheduling = { kind: 'feature', feature: 'SCHEDULE_POST' } as const
const hourly = (limit: number, subject: Meter['subject'] = { kind: 'everything' }): Input<'quota.save'> => ({
  subject,
  unit: 'posts',
  limit,
  window: { kind: 'rolling', seconds: 3600 },
})
const balance = (limit: number): Input<'quota.save'> => ({
  subject: { kind: 'everything' },
  unit: 'credits',
  limit,
  window: { kind: 'balance' },
})

/** How the only meter stands. */
const standing = async (t: TestApp) => {
  const { meters } = await t.call('quota.get', {})
  const [only] = meters
  if (!only || meters.length > 1) throw new Error(`there are ${meters.length} meters`)
  return only
}

/** Schedules a post without insisting on it. */
const attempt = async (t: TestApp, accounts: readonly string[], seconds: number) =>
  t.refusal('posts.save', {
    text: 'One more',
    targets: accounts.map((accountId) => ({ accountId })),
    when: seconds === 0 ? { kind: 'now' } : { kind: 'in', seconds },
  })

const price = (t: TestApp, accountId: string, creditsPerPost: number) =>
  t.call('accounts.update', { accountId, creditsPerPost })

test('without a meter every feature is enabled and not metered', async () => {
  const t = await openTestApp()
  expect(await t.call('quota.get', {})).toEqual({
    features: [
      { feature: 'PUBLISH_POST', enabled: true, quota: null },
      { feature: 'SCHEDULE_POST', enabled: true, quota: null },
      { feature: 'AI_TOOLS', enabled: true, quota: null },
    ],
    meters: [],
  })
})

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

test('credits are checked when scheduling: short of them it is refused, and what costs nothing still goes', async () => {
  const { t, alice } = await startTestApp()
  const free = await addAccount(t, 'Free')
  await price(t, alice, 3)
  await t.call('quota.save', balance(5))
  expect(await attempt(t, [alice], 60)).toBe('no failure')
  expect(await standing(t)).toMatchObject({ unit: 'credits', reserved: 3, consumed: 0, remaining: 2, resetsAt: null })
  expect(await attempt(t, [alice], 60)).toBe('credits-exhausted')
  expect(await attempt(t, [free], 60)).toBe('no failure')
  await t.clock.advance(60_000)
  expect(await standing(t)).toMatchObject({ reserved: 0, consumed: 3, remaining: 2 })
})

test('a price is agreed when the post is scheduled', async () => {
  const { t, alice } = await startTestApp()
  await price(t, alice, 2)
  await t.call('quota.save', balance(5))
  const item = firstItem(await schedulePost(t, 'Two', [alice], 60))
  await price(t, alice, 100)
  await t.clock.advance(60_000)
  expect((await t.call('items.get', { itemId: item.id })).charge).toMatchObject({ credits: 2, standing: 'consumed' })
  expect(await attempt(t, [alice], 60)).toBe('credits-exhausted')
})

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

test('a limit that is raised lets go of what waits for it, but of nothing before its time', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', hourly(1))
  await schedulePost(t, 'one', [alice])
  const due = firstItem(await schedulePost(t, 'two', [alice]))
  const planned = firstItem(await schedulePost(t, 'three', [alice], 5400))
  expect([await stateOf(t, due.id), await stateOf(t, planned.id)]).toEqual(['waiting', 'waiting'])
  await t.call('quota.save', hourly(9))
  await t.clock.advance(1000)
  expect(textsOf(t)).toEqual(['one', 'two'])
  expect(await t.call('items.get', { itemId: planned.id })).toMatchObject({ nextAt: '2026-11-01T10:30:00.000Z' })
  await t.clock.advance(2 * HOUR)
  expect(textsOf(t)).toEqual(['one', 'two', 'three'])
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

test('a limit that is taken away lets go of what waits for it', async () => {
  const { t, alice } = await startTestApp()
  const { id } = await t.call('quota.save', hourly(1))
  for (const text of ['one', 'two']) await schedulePost(t, text, [alice])
  await t.clock.settle()
  expect(textsOf(t)).toEqual(['one'])
  await t.call('quota.remove', { meterId: id ?? '' })
  await t.clock.advance(1000)
  expect(textsOf(t)).toEqual(['one', 'two'])
  expect(t.events.filter(({ kind }) => kind === 'quota-changed')).toHaveLength(2)
})

test('a limit lowered below what is planned: the first in line go, the rest wait, and nothing new is taken', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', daily(4))
  for (const [n, text] of ['one', 'two', 'three', 'four'].entries()) await schedulePost(t, text, [alice], 60 + n)
  await t.call('quota.save', daily(2))
  expect(await standing(t)).toMatchObject({ reserved: 4, remaining: 0 })
  expect(await attempt(t, [alice], 60)).toBe('quota-exhausted')
  await t.clock.advance(HOUR)
  expect(textsOf(t)).toEqual(['one', 'two'])
  const { entries } = await t.call('items.list', { states: ['waiting'] })
  expect(entries.map(({ nextAt }) => nextAt)).toEqual(['2026-11-02T00:00:00.000Z', '2026-11-02T00:00:00.000Z'])
  expect(await standing(t)).toMatchObject({ reserved: 0, consumed: 2 })
})

test('a balance that ran out holds what was planned until the person fills it up', async () => {
  const { t, alice } = await startTestApp()
  await price(t, alice, 3)
  await t.call('quota.save', balance(6))
  await schedulePost(t, 'one', [alice], 60)
  const item = firstItem(await schedulePost(t, 'two', [alice], 61))
  await t.call('quota.save', balance(4))
  await t.clock.advance(DAY)
  expect(textsOf(t)).toEqual(['one'])
  expect(await t.call('items.get', { itemId: item.id })).toMatchObject({
    state: 'waiting',
    waiting: { reason: 'quota' },
    nextAt: null,
    failure: {
      code: 'credits-exhausted',
      message:
        'A post to Alice takes 3 credits, and of 4 credits in all for everything that is published 3 are planned or used.',
    },
  })
  await t.call('quota.save', balance(6))
  await t.clock.advance(1000)
  expect(textsOf(t)).toEqual(['one', 'two'])
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

test('a limit of one kind is set once: setting it again changes it', async () => {
  const { t } = await startTestApp()
  const first = await t.call('quota.save', daily(5))
  const again = await t.call('quota.save', {
    ...daily(6),
    window: { kind: 'period', period: 'DAY', zone: 'Asia/Tokyo' },
  })
  expect(again).toMatchObject({ id: first.id, limit: 6, window: { zone: 'Asia/Tokyo' } })
  const other = await t.call('quota.save', hourly(3))
  expect(await t.refusal('quota.save', { ...hourly(3), meterId: first.id ?? '' })).toBe('invalid-input')
  expect(await t.call('quota.save', { ...hourly(0), meterId: other.id ?? '' })).toMatchObject({
    id: other.id,
    limit: 0,
    remaining: null,
  })
  expect((await t.call('quota.get', {})).meters).toHaveLength(2)
})

test('a limit on what does not exist is refused', async () => {
  const { t } = await startTestApp()
  expect(await t.refusal('quota.save', { ...daily(1), meterId: 'mtr_0000000000' })).toBe('not-found')
  expect(await t.refusal('quota.save', daily(1, { kind: 'account', accountId: 'acc_0000000000' }))).toBe('not-found')
  const nowhere = { kind: 'period', period: 'DAY', zone: 'Nowhere/Here' } as const
  expect(await t.refusal('quota.save', { ...daily(1), window: nowhere })).toBe('unknown-zone')
  expect(await t.refusal('quota.remove', { meterId: 'mtr_0000000000' })).toBe('not-found')
})

test('a limit of 0 only counts', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', daily(0, scheduling))
  for (let n = 0; n < 3; n += 1) await schedulePost(t, `post ${n}`, [alice], 60)
  expect(await standing(t)).toMatchObject({ reserved: 3, remaining: null })
  expect((await t.call('quota.get', {})).features[1]).toMatchObject({
    quota: { limit: 0, currentUsage: 3, remainingUsage: 0 },
  })
})

test('a feature with several meters shows the one that leaves the least', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', daily(9, scheduling))
  await t.call('quota.save', { ...daily(3, scheduling), window: { kind: 'period', period: 'MONTH', zone: 'UTC' } })
  await schedulePost(t, 'One', [alice], 60)
  expect((await t.call('quota.get', {})).features[1]).toMatchObject({
    quota: { limit: 3, remainingUsage: 2, period: 'MONTH', resetsAt: '2026-12-01T00:00:00.000Z' },
  })
})

test('what remains of a rolling limit is what could be sent at once beside all that is planned', async () => {
  const { t, alice } = await startTestApp()
  await t.call('quota.save', hourly(3))
  await schedulePost(t, 'sent', [alice])
  await t.clock.advance(0.75 * HOUR)
  for (const minutes of [10, 30]) await schedulePost(t, `in ${minutes}`, [alice], minutes * 60)
  // The hour from 9:00 holds one that was sent and one that is planned; that from now on holds two planned.
  expect(await standing(t)).toMatchObject({
    reserved: 1,
    consumed: 1,
    remaining: 1,
    resetsAt: '2026-11-01T10:00:00.000Z',
  })
  expect(await attempt(t, [alice], 0)).toBe('no failure')
  expect(await standing(t)).toMatchObject({ remaining: 0 })
})

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
