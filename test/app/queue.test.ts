import { expect, test } from 'vitest'
import {
  addAccount,
  firstItem,
  openTestApp,
  schedulePost,
  startTestApp,
  stateOf,
  textsOf,
} from '../fixtures/test-world.ts'

const HOUR = 3_600_000

test('an item is published at its time, not before, with its link and a notice', async () => {
  const { t, alice } = await startTestApp()
  const item = firstItem(await schedulePost(t, 'On time', [alice], 3600))
  await t.clock.advance(HOUR - 1)
  expect(textsOf(t)).toEqual([])
  await t.clock.advance(1)
  expect(textsOf(t)).toEqual(['On time'])
  const story = await t.call('items.get', { itemId: item.id })
  expect(story).toMatchObject({
    state: 'published',
    remote: { url: expect.stringContaining('https://network.example/') as string },
  })
  expect(story.history).toMatchObject([{ number: 1, outcome: 'published', failure: null }])
  expect(t.notices).toMatchObject([{ kind: 'published', account: 'Alice', channel: 'Scripted', text: 'On time' }])
  expect(t.events.some((event) => event.kind === 'item-changed' && event.item.state === 'published')).toBe(true)
})

test('publishing now needs no wait', async () => {
  const { t, alice } = await startTestApp()
  const post = await schedulePost(t, 'Now', [alice])
  await t.clock.settle()
  expect((await t.call('posts.get', { postId: post.id })).status).toBe('published')
})

test('the attempt is on disk before anything leaves', async () => {
  const { t, alice } = await startTestApp()
  t.network.behave('hang')
  const item = firstItem(await schedulePost(t, 'On its way', [alice]))
  await t.clock.settle()
  expect(await t.call('items.get', { itemId: item.id })).toMatchObject({
    state: 'publishing',
    attempts: 1,
    history: [{ number: 1, outcome: 'open', endedAt: null }],
  })
})

test('an account sends one item after the other, in the order of their times', async () => {
  const { t, alice } = await startTestApp()
  for (const [index, text] of ['first', 'second', 'third'].entries()) await schedulePost(t, text, [alice], 60 + index)
  t.clock.set(t.clock.now() + 120_000)
  await t.clock.advance(60_000)
  expect(textsOf(t)).toEqual(['first', 'second', 'third'])
  expect(t.network.mostInFlight()).toBe(1)
})

test('one account whose channel hangs does not hold up another', async () => {
  const { t, alice } = await startTestApp()
  const bob = await addAccount(t, 'Bob')
  t.network.behave('hang')
  await schedulePost(t, 'Stuck', [alice])
  await t.clock.settle()
  await schedulePost(t, 'Through', [bob])
  await t.clock.settle()
  expect(textsOf(t)).toEqual(['Stuck', 'Through'])
})

test('a channel that cannot be reached makes the item wait, says why and when next, and gets it once when it is back', async () => {
  const { t, alice } = await startTestApp()
  t.network.behave('refuse-connection', 'refuse-connection')
  const item = firstItem(await schedulePost(t, 'Patience', [alice]))
  await t.clock.settle()
  const waiting = await t.call('items.get', { itemId: item.id })
  expect(waiting).toMatchObject({
    state: 'waiting',
    waiting: { reason: 'unreachable' },
    failure: { code: 'unreachable' },
  })
  expect(Date.parse(waiting.nextAt ?? '') - t.clock.now()).toBe(5000)
  await t.clock.advance(5000)
  const again = await t.call('items.get', { itemId: item.id })
  expect(Date.parse(again.nextAt ?? '') - t.clock.now()).toBe(10_000)
  await t.clock.advance(10_000)
  expect(await stateOf(t, item.id)).toBe('published')
  expect(textsOf(t)).toEqual(['Patience'])
})

test('word that the network is back brings forward what waits for it', async () => {
  const { t, alice } = await startTestApp()
  t.network.behave('refuse-connection')
  const item = firstItem(await schedulePost(t, 'Back', [alice]))
  await t.clock.settle()
  expect(await stateOf(t, item.id)).toBe('waiting')
  t.app.nudge('online')
  await t.clock.settle()
  expect(await stateOf(t, item.id)).toBe('published')
})

test('a rate limit is waited out', async () => {
  const { t, alice } = await startTestApp()
  t.network.behave('limit')
  const item = firstItem(await schedulePost(t, 'Slowly', [alice]))
  await t.clock.settle()
  expect(await t.call('items.get', { itemId: item.id })).toMatchObject({ waiting: { reason: 'rate-limited' } })
  await t.clock.advance(59_000)
  expect(textsOf(t)).toEqual([])
  await t.clock.advance(1000)
  expect(textsOf(t)).toEqual(['Slowly'])
})

test('a refusal fails the item, says so, and a retry after a change sends it', async () => {
  const { t, alice } = await startTestApp()
  t.network.behave('reject')
  const item = firstItem(await schedulePost(t, 'No', [alice]))
  await t.clock.settle()
  expect(await stateOf(t, item.id)).toBe('failed')
  expect(t.notices).toMatchObject([{ kind: 'failed' }])
  await t.call('posts.save', { postId: item.postId, text: 'Yes' })
  await t.call('items.retry', { itemId: item.id })
  await t.clock.settle()
  expect(textsOf(t)).toEqual(['Yes'])
})

test('retrying skips the targets that are published', async () => {
  const { t, alice } = await startTestApp()
  const bob = await addAccount(t, 'Bob')
  t.network.behave('accept', 'reject')
  const post = await schedulePost(t, 'Both', [alice, bob])
  await t.clock.settle()
  const partial = await t.call('posts.get', { postId: post.id })
  expect(partial.status).toBe('partial')
  await t.call('posts.schedule', { postId: post.id, when: { kind: 'now' } })
  await t.clock.settle()
  expect((await t.call('posts.get', { postId: post.id })).status).toBe('published')
  expect(textsOf(t)).toEqual(['Both', 'Both'])
  expect(await t.refusal('posts.schedule', { postId: post.id, when: { kind: 'now' } })).toBe('illegal-transition')
})

test('a signed-out account holds everything it has; connecting again drains it in order', async () => {
  const { t, alice } = await startTestApp()
  t.network.behave('sign-out')
  await schedulePost(t, 'one', [alice])
  await t.clock.settle()
  await schedulePost(t, 'two', [alice])
  await t.clock.settle()
  const held = await t.call('items.list', { states: ['waiting'] })
  expect(held.entries.map((item) => item.waiting?.reason)).toEqual(['signed-out', 'signed-out'])
  expect((await t.call('accounts.list', {})).entries[0]).toMatchObject({ connection: 'signed-out' })
  await t.clock.advance(HOUR)
  expect(textsOf(t)).toEqual([])
  await t.call('accounts.reconnect', { accountId: alice, secret: 'new' })
  await t.clock.advance(100)
  expect(textsOf(t)).toEqual(['one', 'two'])
})

test('paused, due items wait and say so; resumed, they go out', async () => {
  const { t, alice } = await startTestApp()
  await t.call('settings.update', { paused: true })
  const item = firstItem(await schedulePost(t, 'Held', [alice], 60))
  await t.clock.advance(HOUR)
  expect(await t.call('items.get', { itemId: item.id })).toMatchObject({
    state: 'waiting',
    waiting: { reason: 'paused' },
  })
  await t.call('settings.update', { paused: false })
  await t.clock.advance(10)
  expect(textsOf(t)).toEqual(['Held'])
})

test('what was due while the app was closed is sent within the limit and missed beyond it, in one notice', async () => {
  const { t, alice } = await startTestApp()
  for (const text of ['old one', 'old two']) await schedulePost(t, text, [alice], 60)
  const fresh = firstItem(await schedulePost(t, 'fresh', [alice], 10 * 3600))
  const next = await t.crash()
  next.clock.set(next.clock.now() + 13 * HOUR)
  await next.app.start()
  await next.clock.advance(1000)
  expect(textsOf(next)).toEqual(['fresh'])
  expect(await stateOf(next, fresh.id)).toBe('published')
  const missed = await next.call('items.list', { states: ['missed'] })
  expect(missed.entries.map((item) => item.text).toSorted()).toEqual(['old one', 'old two'])
  expect(next.notices.filter((notice) => notice.kind === 'missed')).toMatchObject([{ count: 2 }])
  const [first] = missed.entries
  await next.call('items.retry', { itemId: first?.id ?? '' })
  await next.clock.settle()
  expect(textsOf(next)).toHaveLength(2)
})

test('a post’s own lateness policy goes before the settings', async () => {
  const { t, alice } = await startTestApp()
  const skip = await t.call('posts.save', {
    text: 'skip',
    lateness: { withinMinutes: 5, then: 'skip' },
    targets: [{ accountId: alice }],
  })
  const send = await t.call('posts.save', {
    text: 'send',
    lateness: { withinMinutes: 5, then: 'publish' },
    targets: [{ accountId: alice }],
  })
  for (const { id } of [skip, send]) await t.call('posts.schedule', { postId: id, when: { kind: 'in', seconds: 60 } })
  t.clock.set(t.clock.now() + 48 * HOUR)
  await t.clock.advance(60_000)
  expect(textsOf(t)).toEqual(['send'])
  expect((await t.call('posts.get', { postId: skip.id })).status).toBe('cancelled')
})

test('a clock that was set forward and back again leaves nothing waiting for a time that will not come', async () => {
  const { t, alice } = await startTestApp()
  const year = 365 * 24 * HOUR
  t.clock.set(t.clock.now() + year)
  t.network.behave('refuse-connection')
  const item = firstItem(await schedulePost(t, 'Time travel', [alice]))
  await t.clock.settle()
  expect(await stateOf(t, item.id)).toBe('waiting')
  t.clock.set(t.clock.now() - year)
  await t.clock.advance(120_000)
  expect(await stateOf(t, item.id)).toBe('published')
})

test('the timer never sleeps longer than a minute, and a jump over the due time is seen by then', async () => {
  const { t, alice } = await startTestApp()
  const item = firstItem(await schedulePost(t, 'After sleep', [alice], 6 * 3600))
  t.clock.set(t.clock.now() + 6 * HOUR)
  await t.clock.advance(60_000)
  expect(await stateOf(t, item.id)).toBe('published')
})

test('cancelling, rescheduling and settling are refused where they make no sense', async () => {
  const { t, alice } = await startTestApp()
  const item = firstItem(await schedulePost(t, 'Done', [alice]))
  await t.clock.settle()
  expect(await t.refusal('items.cancel', { itemId: item.id })).toBe('illegal-transition')
  expect(await t.refusal('items.reschedule', { itemId: item.id, when: { kind: 'in', seconds: 60 } })).toBe(
    'illegal-transition',
  )
  expect(await t.refusal('items.settle', { itemId: item.id, found: false })).toBe('illegal-transition')
  expect(await t.refusal('items.retry', { itemId: item.id })).toBe('illegal-transition')
})

test('a cancelled item can be scheduled again', async () => {
  const { t, alice } = await startTestApp()
  const item = firstItem(await schedulePost(t, 'On and off', [alice], 60))
  await t.call('items.cancel', { itemId: item.id })
  await t.clock.advance(HOUR)
  expect(textsOf(t)).toEqual([])
  await t.call('items.reschedule', { itemId: item.id, when: { kind: 'in', seconds: 60 } })
  await t.clock.advance(60_000)
  expect(textsOf(t)).toEqual(['On and off'])
})

test('a stop lets what is being sent come to its end and begins nothing new', async () => {
  const { t, alice } = await startTestApp()
  await schedulePost(t, 'Later', [alice], 60)
  await t.app.stop()
  await t.clock.advance(HOUR)
  expect(textsOf(t)).toEqual([])
  expect(t.clock.pending()).toBe(0)
})

test('one command publishes its items without a scheduler and leaves the rest alone', async () => {
  const t = await openTestApp()
  const alice = await addAccount(t)
  const other = firstItem(await schedulePost(t, 'Other', [alice]))
  const item = firstItem(await schedulePost(t, 'Mine', [alice]))
  await t.app.publish([item.id])
  expect(textsOf(t)).toEqual(['Mine'])
  expect(await stateOf(t, other.id)).toBe('scheduled')
})

test('what was sent is kept as it was sent, whatever the post says later', async () => {
  const { t, alice } = await startTestApp()
  const bob = await addAccount(t, 'Bob')
  t.network.behave('accept', 'reject')
  const post = await schedulePost(t, 'As sent', [alice, bob])
  await t.clock.settle()
  await t.call('posts.save', { postId: post.id, text: 'Changed' })
  const rows = await t.call('items.list', {})
  expect(rows.entries.map((item) => [item.state, item.text]).toSorted()).toEqual([
    ['failed', 'Changed'],
    ['published', 'As sent'],
  ])
})
