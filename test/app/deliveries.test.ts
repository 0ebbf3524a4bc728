import { expect, test, vi } from 'vitest'
import type { HookEvent } from '../../src-preload/contract/model/hook.ts'
import type { Courier } from '../../src-main/app/courier.ts'
import { courier } from '../../src-main/shell/courier.ts'
import { openReceiver } from '../fixtures/receiver.ts'
import { createTestClock } from '../fixtures/test-clock.ts'
import { addAccount, openTestApp, schedulePost, type TestApp } from '../fixtures/test-world.ts'

vi.setConfig({ testTimeout: 30_000 })

const open = async (of: { events?: HookEvent[]; courier?: Courier } = {}) => {
  const clock = createTestClock()
  const receiver = await openReceiver(clock)
  const t = await openTestApp({ clock, courier: of.courier ?? courier })
  await t.app.start()
  const hook = await addHook(t, receiver.url, of.events)
  return { t, clock, receiver, hook, secret: hook.secret }
}

const addHook = async (t: TestApp, url: string, events: HookEvent[] = ['post.scheduled']) => {
  const hook = await t.call('hooks.save', { url, events })
  return { ...hook, secret: hook.secret ?? '' }
}

/** Messages travel in their own time, whatever the clock of the test says. */
const PATIENTLY = { timeout: 20_000 }

/** Reads the log, newest first. */
const log = (t: TestApp, hookId?: string) => async () =>
  (await t.call('hooks.deliveries', hookId === undefined ? {} : { hookId })).entries

test('a message arrives signed, so that a library can tell it from a forged one', async () => {
  const { t, receiver, hook, secret } = await open()
  const sent = await t.call('hooks.test', { hookId: hook.id })
  await expect
    .poll(log(t), PATIENTLY)
    .toMatchObject([{ id: sent.id, state: 'delivered', attempts: 1, status: 204, error: null, nextAt: null }])
  expect(receiver.verified(secret)).toEqual([{ id: sent.id, event: 'test', createdAt: sent.createdAt, data: {} }])
  expect(receiver.received).toMatchObject([
    {
      body: sent.body,
      headers: { 'content-type': 'application/json', 'webhook-id': sent.id, 'user-agent': 'Posthorn/0.0.0' },
    },
  ])
  expect(() => receiver.verified('whsec_c29tZWJvZHkgZWxzZSdzIHNlY3JldA==')).toThrow('No matching signature')
})

test('what happens to a post is told after it was saved', async () => {
  const { t, receiver, secret } = await open()
  const alice = await addAccount(t)
  const post = await schedulePost(t, 'Grüße 🎺', [alice], 60)
  await expect.poll(() => receiver.received, PATIENTLY).toHaveLength(1)
  expect(receiver.verified(secret)).toMatchObject([
    { event: 'post.scheduled', data: { post: { id: post.id, text: 'Grüße 🎺' }, item: { state: 'scheduled' } } },
  ])
})

test('a message is tried again after 5 s, 30 s, 2 min, 10 min, 1 h and 6 h, then given up', async () => {
  const { t, clock, receiver, hook, secret } = await open()
  receiver.answerAlways(500)
  const { id } = await t.call('hooks.test', { hookId: hook.id })
  for (const [index, pause] of [5, 30, 120, 600, 3_600, 21_600].entries()) {
    const nextAt = new Date(clock.now() + pause * 1000).toISOString()
    await expect.poll(log(t), PATIENTLY).toMatchObject([{ state: 'pending', attempts: index + 1, status: 500, nextAt }])
    await clock.advance(pause * 1000 - 1)
    expect(receiver.received).toHaveLength(index + 1)
    await clock.advance(1)
    await expect.poll(() => receiver.received, PATIENTLY).toHaveLength(index + 2)
  }
  await expect
    .poll(log(t), PATIENTLY)
    .toMatchObject([{ state: 'given-up', attempts: 7, status: 500, error: 'The address answered 500.', nextAt: null }])
  expect(new Set(receiver.ids())).toEqual(new Set([id]))
  // Each try is signed with its own time.
  expect(receiver.verified(secret)).toHaveLength(7)
  await clock.advance(86_400_000)
  expect(receiver.received).toHaveLength(7)
})

test.for([
  [302, 302, 'The address answered 302; redirects are not followed.'],
  [404, 404, 'The address answered 404.'],
  ['close', null, 'The connection was closed without an answer.'],
] as const)('an answer of %s is no delivery', async ([answer, status, error]) => {
  const { t, clock, receiver, hook } = await open()
  receiver.answer(answer)
  await t.call('hooks.test', { hookId: hook.id })
  await expect.poll(log(t), PATIENTLY).toMatchObject([{ state: 'pending', attempts: 1, status, error }])
  expect(receiver.received).toHaveLength(1)
  await clock.advance(5_000)
  await expect.poll(log(t), PATIENTLY).toMatchObject([{ state: 'delivered', attempts: 2, status: 204, error: null }])
})

test('an address that hangs is given ten seconds, and holds up nobody else', async () => {
  const { t, clock, receiver, hook } = await open()
  const other = await openReceiver(clock)
  const good = await addHook(t, other.url)
  receiver.answerAlways('hang')
  for (let sent = 0; sent < 20; sent += 1) await t.call('hooks.test', { hookId: hook.id })
  await t.call('hooks.test', { hookId: good.id })
  await expect.poll(log(t, good.id), PATIENTLY).toMatchObject([{ state: 'delivered' }])
  expect(receiver.received).toHaveLength(1)
  await clock.advance(10_000)
  await expect
    .poll(async () => (await log(t, hook.id)()).at(-1), PATIENTLY)
    .toMatchObject({ attempts: 1, error: 'No answer came within 10 seconds.' })
})

test('where nothing listens it is tried again', async () => {
  const { t } = await open()
  const { id } = await addHook(t, 'http://127.0.0.1:9/')
  await t.call('hooks.test', { hookId: id })
  await expect
    .poll(log(t), PATIENTLY)
    .toMatchObject([{ state: 'pending', attempts: 1, error: 'Nothing listens at this address.' }])
})

test('a try does not count while this computer is offline', async () => {
  const clock = createTestClock()
  let online = false
  const t = await openTestApp({ clock, courier, isOnline: () => online })
  await t.app.start()
  const { id } = await addHook(t, 'http://127.0.0.1:9/')
  await t.call('hooks.test', { hookId: id })
  for (let minute = 0; minute < 10; minute += 1) {
    const nextAt = new Date(clock.now() + 60_000).toISOString()
    await expect
      .poll(log(t), PATIENTLY)
      .toMatchObject([{ state: 'pending', attempts: 0, error: 'This computer is offline.', nextAt }])
    await clock.advance(60_000)
  }
  online = true
  await clock.advance(60_000)
  await expect.poll(log(t), PATIENTLY).toMatchObject([{ state: 'pending', attempts: 1 }])
})

test('messages keep their order behind one that was not taken at first', async () => {
  const { t, clock, receiver, hook } = await open()
  receiver.answer(500, 500)
  const ids: string[] = []
  for (let sent = 0; sent < 5; sent += 1) ids.push((await t.call('hooks.test', { hookId: hook.id })).id)
  await expect.poll(log(t), PATIENTLY).toMatchObject([{}, {}, {}, {}, { attempts: 1 }])
  await clock.advance(5_000)
  await expect.poll(log(t), PATIENTLY).toMatchObject([{}, {}, {}, {}, { attempts: 2 }])
  await clock.advance(30_000)
  await expect.poll(() => receiver.received, PATIENTLY).toHaveLength(7)
  const [first = ''] = ids
  expect(receiver.ids()).toEqual([first, first, ...ids])
})

test('a message that is never taken holds up those behind it for half a minute at most', async () => {
  const { t, clock, receiver, hook } = await open()
  receiver.answer(500, 500, 500)
  const [stuck, next] = [
    await t.call('hooks.test', { hookId: hook.id }),
    await t.call('hooks.test', { hookId: hook.id }),
  ]
  for (const [index, pause] of [5_000, 30_000, 30_000].entries()) {
    await expect.poll(log(t), PATIENTLY).toMatchObject([{ attempts: 0 }, { attempts: index + 1 }])
    await clock.advance(pause)
  }
  await expect.poll(log(t), PATIENTLY).toMatchObject([
    { id: next.id, state: 'delivered' },
    { id: stuck.id, state: 'pending', attempts: 3 },
  ])
  await clock.advance(120_000)
  await expect.poll(log(t), PATIENTLY).toMatchObject([{}, { id: stuck.id, state: 'delivered', attempts: 4 }])
})

test('a crash between sending and writing it down leads to a second delivery with the same id', async () => {
  let dying = true
  const arrived = Promise.withResolvers<void>()
  const dies: Courier = {
    post: async (...message) => {
      const answer = await courier.post(...message)
      if (!dying) return answer
      arrived.resolve()
      return new Promise<never>(() => {})
    },
  }
  const { t, receiver, hook, secret } = await open({ courier: dies })
  const sent = await t.call('hooks.test', { hookId: hook.id })
  await arrived.promise
  dying = false
  const next = await t.crash()
  await next.app.start()
  await expect.poll(log(next), PATIENTLY).toMatchObject([{ id: sent.id, state: 'delivered', attempts: 1 }])
  expect(receiver.ids()).toEqual([sent.id, sent.id])
  expect(receiver.verified(secret)).toHaveLength(2)
})

test('what was written down without a running app is sent by the next run', async () => {
  const clock = createTestClock()
  const receiver = await openReceiver(clock)
  const t = await openTestApp({ clock, courier })
  const hook = await addHook(t, receiver.url)
  await t.call('hooks.test', { hookId: hook.id })
  await clock.advance(60_000)
  expect(receiver.received).toEqual([])
  await t.app.start()
  await expect.poll(log(t), PATIENTLY).toMatchObject([{ state: 'delivered' }])
})

test('stopping calls off what hangs, which the next run sends again', async () => {
  const { t, clock, receiver, hook } = await open()
  receiver.answer('hang')
  const { id } = await t.call('hooks.test', { hookId: hook.id })
  await expect.poll(() => receiver.received, PATIENTLY).toHaveLength(1)
  const stopped = t.app.stop()
  await clock.advance(2_000)
  await stopped
  expect(clock.pending()).toBe(0)
  await expect.poll(log(t), PATIENTLY).toMatchObject([{ id, state: 'pending', attempts: 0 }])
  const next = await t.crash()
  await next.app.start()
  await expect.poll(log(next), PATIENTLY).toMatchObject([{ id, state: 'delivered', attempts: 1 }])
})

test('a redelivery is one of its own, of the same message', async () => {
  const { t, receiver, hook, secret } = await open()
  const sent = await t.call('hooks.test', { hookId: hook.id })
  await expect.poll(log(t), PATIENTLY).toMatchObject([{ state: 'delivered' }])
  const again = await t.call('hooks.redeliver', { deliveryId: sent.id })
  expect(again).toMatchObject({ state: 'pending', body: sent.body, hookId: hook.id, event: 'test' })
  expect(again.id).not.toBe(sent.id)
  await expect.poll(log(t), PATIENTLY).toMatchObject([
    { id: again.id, state: 'delivered' },
    { id: sent.id, state: 'delivered' },
  ])
  expect(receiver.ids()).toEqual([sent.id, sent.id])
  const [first, second] = receiver.verified(secret)
  expect(second).toEqual(first)
})

test('a new secret signs from then on, what was written before included', async () => {
  const { t, clock, receiver, hook } = await open()
  receiver.answer(500)
  await t.call('hooks.test', { hookId: hook.id })
  await expect.poll(log(t), PATIENTLY).toMatchObject([{ attempts: 1 }])
  const { secret } = await t.call('hooks.save', {
    hookId: hook.id,
    url: hook.url,
    events: hook.events,
    newSecret: true,
  })
  await clock.advance(5_000)
  await expect.poll(log(t), PATIENTLY).toMatchObject([{ state: 'delivered' }])
  receiver.received.shift()
  expect(receiver.verified(secret ?? '')).toHaveLength(1)
})

test('a webhook that is switched off or removed is sent nothing any more', async () => {
  const { t, clock, receiver, hook } = await open()
  receiver.answerAlways(500)
  await t.call('hooks.test', { hookId: hook.id })
  await expect.poll(log(t), PATIENTLY).toMatchObject([{ attempts: 1 }])
  await t.call('hooks.save', { hookId: hook.id, url: hook.url, events: hook.events, active: false })
  await clock.advance(5_000)
  await expect
    .poll(log(t), PATIENTLY)
    .toMatchObject([{ state: 'given-up', error: 'The webhook is switched off.', nextAt: null }])
  const other = await addHook(t, receiver.url)
  await t.call('hooks.test', { hookId: other.id })
  await expect.poll(() => receiver.received, PATIENTLY).toHaveLength(2)
  await t.call('hooks.remove', { hookId: other.id })
  await clock.advance(86_400_000)
  expect(receiver.received).toHaveLength(2)
  expect((await t.call('hooks.deliveries', { hookId: other.id })).entries).toEqual([])
})

test('what came to its end is forgotten after thirty days', async () => {
  const { t, clock, hook } = await open()
  await t.call('hooks.test', { hookId: hook.id })
  await expect.poll(log(t), PATIENTLY).toMatchObject([{ state: 'delivered' }])
  clock.set(clock.now() + 29 * 86_400_000)
  await t.call('hooks.test', { hookId: hook.id })
  await expect.poll(log(t), PATIENTLY).toMatchObject([{ state: 'delivered' }, { state: 'delivered' }])
  clock.set(clock.now() + 2 * 86_400_000)
  const last = await t.call('hooks.test', { hookId: hook.id })
  await expect.poll(log(t), PATIENTLY).toMatchObject([{ id: last.id, state: 'delivered' }, { state: 'delivered' }])
  await expect.poll(log(t), PATIENTLY).toHaveLength(2)
})

test('a thousand messages arrive once each and in order', async () => {
  const { t, receiver, hook } = await open()
  const ids: string[] = []
  for (let made = 0; made < 1_000; made += 1) ids.push((await t.call('hooks.test', { hookId: hook.id })).id)
  await expect.poll(() => receiver.received, PATIENTLY).toHaveLength(1_000)
  expect(receiver.ids()).toEqual(ids)
})
