import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Behaviour } from '../fixtures/scripted-channel.ts'
import {
  addAccount,
  firstItem,
  openTestApp,
  startTestApp,
  stateOf,
  type TestApp,
  textsOf,
} from '../fixtures/test-world.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Schedules a post that the network is to publish. */
const handOver = async (t: TestApp, accountId: string, text = 'from there', seconds = 3600) =>
  firstItem(
    await t.call('posts.save', {
      text,
      targets: [{ accountId, override: { handOver: true } }],
      when: { kind: 'in', seconds },
    }),
  )

const start = async (options: Parameters<typeof openTestApp>[0] = {}) => {
  const { t, alice } = await startTestApp({ handOver: true, ...options })
  return { t, alice }
}

const itemOf = (t: TestApp, itemId: string) => t.call('items.get', { itemId })

/** What stands and what waits, by item, as the network has it by now. */
const there = (t: TestApp) => {
  t.network.keepTime()
  return { sent: textsOf(t), held: t.network.held.map((post) => post.text) }
}

test('a post is handed over as soon as it is scheduled, and stays scheduled here', async () => {
  const { t, alice } = await start()
  const { id } = await handOver(t, alice)
  await t.clock.settle()
  expect(there(t)).toEqual({ sent: [], held: ['from there'] })
  const item = await itemOf(t, id)
  expect(item).toMatchObject({ state: 'scheduled', attempts: 1, charge: { standing: 'reserved' } })
  expect(item.held?.remote?.id).toBe(t.network.held[0]?.marker)
  expect(item.history.map((attempt) => attempt.outcome)).toEqual(['handed-over'])
})

test('the network publishes with Posthorn shut, and the next run finds out', async () => {
  const { t, alice } = await start()
  const { id, schedule } = await handOver(t, alice)
  await t.clock.settle()
  t.clock.set(t.clock.now() + 9 * HOUR)
  const next = await t.crash()
  await next.app.start()
  await next.clock.advance(MINUTE)
  expect(there(next)).toEqual({ sent: ['from there'], held: [] })
  const item = await itemOf(next, id)
  expect(item).toMatchObject({ state: 'published', held: null, charge: { standing: 'consumed' } })
  expect(item.publishedAt).toBe(schedule?.at)
  expect(next.notices.map((notice) => notice.kind)).toEqual(['published'])
})

test('with Posthorn open it is followed a little after its time', async () => {
  const { t, alice } = await start()
  const { id } = await handOver(t, alice)
  await t.clock.advance(HOUR + MINUTE)
  expect(await stateOf(t, id)).toBe('published')
  expect(textsOf(t)).toEqual(['from there'])
})

test('what is too near for the network’s schedule, or not meant for it, Posthorn publishes', async () => {
  const { t, alice } = await start()
  await handOver(t, alice, 'too near', 200)
  await t.call('posts.save', {
    text: 'not meant',
    targets: [{ accountId: alice }],
    when: { kind: 'in', seconds: 3600 },
  })
  await t.clock.settle()
  expect(there(t)).toEqual({ sent: [], held: [] })
  await t.clock.advance(HOUR)
  expect(textsOf(t)).toEqual(['too near', 'not meant'])
})

test('a network without a schedule of its own is published to by Posthorn', async () => {
  const { t, alice } = await startTestApp()
  await handOver(t, alice)
  await t.clock.advance(HOUR)
  expect(textsOf(t)).toEqual(['from there'])
})

test.each<{ name: string; behaviour: Behaviour; attempts: string[] }>([
  { name: 'a refused connection', behaviour: 'refuse-connection', attempts: ['retry', 'handed-over'] },
  { name: 'a limit', behaviour: 'limit', attempts: ['limited', 'handed-over'] },
  { name: 'a lost answer', behaviour: 'lose-answer', attempts: ['handed-over'] },
  { name: 'a lost request', behaviour: 'drop-request', attempts: ['settled-absent', 'handed-over'] },
  { name: 'a channel that breaks afterwards', behaviour: 'throw-after', attempts: ['handed-over'] },
  { name: 'no answer at all', behaviour: 'hang', attempts: ['handed-over'] },
])('after $name the network holds the post once', async ({ behaviour, attempts }) => {
  const { t, alice } = await start()
  t.network.behave(behaviour)
  const { id } = await handOver(t, alice)
  await t.clock.advance(10 * MINUTE)
  expect(there(t)).toEqual({ sent: [], held: ['from there'] })
  const item = await itemOf(t, id)
  expect(item).toMatchObject({ state: 'scheduled', failure: null })
  expect(item.history.map((attempt) => attempt.outcome)).toEqual(attempts)
})

test('what could not be handed over in time Posthorn publishes at its time, once', async () => {
  const { t, alice } = await start()
  t.network.behave(...Array.from({ length: 12 }, () => 'refuse-connection' as const))
  const { id } = await handOver(t, alice, 'from here', 900)
  await t.clock.advance(14 * MINUTE)
  expect(await itemOf(t, id)).toMatchObject({ state: 'scheduled', held: null, failure: { code: 'unreachable' } })
  t.network.heal()
  await t.clock.advance(2 * MINUTE)
  expect(there(t)).toEqual({ sent: ['from here'], held: [] })
})

test('back online, what could not be handed over is tried at once', async () => {
  const { t, alice } = await start()
  t.network.behave(...Array.from({ length: 8 }, () => 'refuse-connection' as const))
  await handOver(t, alice, 'from there', 36_000)
  await t.clock.advance(12 * MINUTE)
  t.network.heal()
  expect(there(t).held).toEqual([])
  t.app.nudge('online')
  await t.clock.settle()
  expect(there(t).held).toEqual(['from there'])
})

test('what the network will not have fails at once and aloud, not at its time', async () => {
  const { t, alice } = await start()
  t.network.behave('reject')
  const { id } = await handOver(t, alice)
  await t.clock.settle()
  expect(await itemOf(t, id)).toMatchObject({ state: 'failed', held: null, charge: null })
  expect(t.notices.map((notice) => notice.kind)).toEqual(['failed'])
})

test('a refused credential keeps it scheduled here and tells of the account', async () => {
  const { t, alice } = await start()
  t.network.behave('sign-out')
  const { id } = await handOver(t, alice)
  await t.clock.settle()
  expect(await itemOf(t, id)).toMatchObject({ state: 'scheduled', held: null, failure: { code: 'signed-out' } })
  await t.call('accounts.reconnect', { accountId: alice, secret: 'new' })
  await t.clock.advance(MINUTE)
  expect(there(t).held).toEqual(['from there'])
})

test('a lost answer that the network cannot be asked about is left to the person', async () => {
  const { t, alice } = await start({ handOver: 'blind' })
  t.network.behave('lose-answer')
  const { id } = await handOver(t, alice)
  await t.clock.advance(3 * HOUR)
  expect(await itemOf(t, id)).toMatchObject({ state: 'unconfirmed', nextAt: null })
  expect(textsOf(t)).toEqual([])
  expect(there(t).sent).toEqual(['from there'])
})

test('what somebody takes from the network’s schedule fails at its time, and is never published by Posthorn', async () => {
  const { t, alice } = await start()
  const { id } = await handOver(t, alice)
  await t.clock.settle()
  t.network.held.splice(0)
  await t.clock.advance(3 * HOUR)
  expect(await itemOf(t, id)).toMatchObject({ state: 'failed', held: null, failure: { code: 'rejected-by-channel' } })
  expect(t.notices.map((notice) => notice.kind)).toEqual(['failed'])
  expect(there(t)).toEqual({ sent: [], held: [] })
})

test('a network that misses the time is asked again, and its being late is told', async () => {
  const { t, alice } = await start()
  const { id } = await handOver(t, alice)
  await t.clock.settle()
  const [post] = t.network.held
  if (post) post.at += HOUR
  await t.clock.advance(HOUR + 45 * MINUTE)
  expect(await itemOf(t, id)).toMatchObject({ state: 'scheduled', failure: { code: 'channel-error' } })
  await t.clock.advance(2 * HOUR)
  expect(await itemOf(t, id)).toMatchObject({ state: 'published', failure: null })
})

test('a clock set forward asks early and waits; a clock set back publishes nothing a second time', async () => {
  const { t, alice } = await start()
  const { id, schedule } = await handOver(t, alice)
  await t.clock.settle()
  const [post] = t.network.held
  // The network keeps the true time: what it holds is not due there.
  if (post) post.at += 10 * HOUR
  t.clock.set(t.clock.now() + 5 * HOUR)
  await t.clock.advance(2 * MINUTE)
  expect(await stateOf(t, id)).toBe('scheduled')
  t.clock.set(Date.parse(schedule?.at ?? '') - 30 * MINUTE)
  await t.clock.advance(2 * MINUTE)
  expect(there(t)).toEqual({ sent: [], held: ['from there'] })
  t.clock.set(Date.parse(schedule?.at ?? '') + 11 * HOUR)
  await t.clock.advance(2 * HOUR)
  expect(await stateOf(t, id)).toBe('published')
  expect(there(t)).toEqual({ sent: ['from there'], held: [] })
})

test('cancelling takes it back first', async () => {
  const { t, alice } = await start()
  const { id } = await handOver(t, alice)
  await t.clock.settle()
  await t.call('items.cancel', { itemId: id })
  await t.clock.advance(3 * HOUR)
  expect(await itemOf(t, id)).toMatchObject({ state: 'cancelled', held: null, charge: null })
  expect(there(t)).toEqual({ sent: [], held: [] })
})

test('rescheduling takes it back and hands it over for the new time', async () => {
  const { t, alice } = await start()
  const { id } = await handOver(t, alice)
  await t.clock.settle()
  await t.call('items.reschedule', { itemId: id, when: { kind: 'in', seconds: 7200 } })
  await t.clock.settle()
  expect(there(t).held).toEqual(['from there'])
  await t.clock.advance(HOUR + MINUTE)
  expect(there(t)).toEqual({ sent: [], held: ['from there'] })
  await t.clock.advance(HOUR)
  expect(await stateOf(t, id)).toBe('published')
  expect(there(t)).toEqual({ sent: ['from there'], held: [] })
})

test('publishing now takes it back and publishes it here', async () => {
  const { t, alice } = await start()
  const { id } = await handOver(t, alice)
  await t.clock.settle()
  await t.call('items.reschedule', { itemId: id, when: { kind: 'now' } })
  await t.clock.advance(2 * HOUR)
  expect(await stateOf(t, id)).toBe('published')
  expect(there(t)).toEqual({ sent: ['from there'], held: [] })
})

test('editing takes it back and hands over the new words', async () => {
  const { t, alice } = await start()
  const { postId } = await handOver(t, alice)
  await t.clock.settle()
  await t.call('posts.save', { postId, text: 'new words' })
  await t.clock.advance(2 * HOUR)
  expect(there(t)).toEqual({ sent: ['new words'], held: [] })
})

test('without its choice any more it is taken back and published here', async () => {
  const { t, alice } = await start()
  const { postId } = await handOver(t, alice)
  await t.clock.settle()
  await t.call('posts.save', { postId, targets: [{ accountId: alice }] })
  expect(there(t).held).toEqual([])
  await t.clock.advance(HOUR + MINUTE)
  expect(there(t)).toEqual({ sent: ['from there'], held: [] })
})

test('deleting the post, or its target, takes it back', async () => {
  const { t, alice } = await start()
  const { postId } = await handOver(t, alice, 'deleted')
  const other = await handOver(t, alice, 'untargeted')
  await t.clock.settle()
  expect(there(t).held).toEqual(['deleted', 'untargeted'])
  await t.call('posts.delete', { postId })
  await t.call('posts.save', { postId: other.postId, targets: [] })
  expect(there(t).held).toEqual([])
})

test.each<{ what: string; change: (t: TestApp, item: { id: string; postId: string }) => Promise<string> }>([
  { what: 'cancel', change: (t, { id }) => t.refusal('items.cancel', { itemId: id }) },
  {
    what: 'reschedule',
    change: (t, { id }) => t.refusal('items.reschedule', { itemId: id, when: { kind: 'in', seconds: 9000 } }),
  },
  { what: 'edit', change: (t, { postId }) => t.refusal('posts.save', { postId, text: 'new words' }) },
  { what: 'delete', change: (t, { postId }) => t.refusal('posts.delete', { postId }) },
  {
    what: 'schedule again',
    change: (t, { postId }) => t.refusal('posts.schedule', { postId, when: { kind: 'now' } }),
  },
])('a network that cannot be reached to take it back: $what says so and changes nothing', async ({ change }) => {
  const { t, alice } = await start()
  const item = await handOver(t, alice)
  await t.clock.settle()
  const before = await itemOf(t, item.id)
  t.network.behaveOnTakingBack('refuse-connection')
  expect(await change(t, item)).toBe('unreachable')
  expect(await itemOf(t, item.id)).toEqual(before)
  await t.clock.advance(HOUR + MINUTE)
  expect(there(t)).toEqual({ sent: ['from there'], held: [] })
  expect(await stateOf(t, item.id)).toBe('published')
})

test.each<Behaviour>(['lose-answer'])(
  'a lost answer to taking it back counts as taken when it is gone there',
  async (lost) => {
    const { t, alice } = await start()
    const { id } = await handOver(t, alice)
    await t.clock.settle()
    t.network.behaveOnTakingBack(lost)
    await t.call('items.cancel', { itemId: id })
    expect(await stateOf(t, id)).toBe('cancelled')
  },
)

test('what the network published a moment before it was to be taken back is told, and is published here too', async () => {
  const { t, alice } = await start()
  const { id, schedule } = await handOver(t, alice)
  await t.clock.settle()
  t.clock.set(Date.parse(schedule?.at ?? '') + 1000)
  expect(await t.refusal('items.cancel', { itemId: id })).toBe('illegal-transition')
  expect(await stateOf(t, id)).toBe('published')
  expect(there(t)).toEqual({ sent: ['from there'], held: [] })
})

test('paused, nothing is handed over; what is held goes on', async () => {
  const { t, alice } = await start()
  await handOver(t, alice, 'before')
  await t.clock.settle()
  await t.call('settings.update', { paused: true })
  await handOver(t, alice, 'while paused')
  await t.clock.advance(10 * MINUTE)
  expect(there(t).held).toEqual(['before'])
  await t.call('settings.update', { paused: false })
  await t.clock.advance(6 * MINUTE)
  expect(there(t).held).toEqual(['before', 'while paused'])
})

test('what the network holds keeps its slot when one before it is freed', async () => {
  const { t, alice } = await start()
  const everyDay = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, time: '12:00' }))
  const plan = await t.call('slots.save', { name: 'Noon', zone: 'UTC', times: everyDay })
  const slotted = async (text: string) =>
    firstItem(
      await t.call('posts.save', {
        text,
        targets: [{ accountId: alice, override: { handOver: true } }],
        when: { kind: 'slot', planId: plan.id },
      }),
    )
  const first = await slotted('first')
  const second = await slotted('second')
  await t.clock.settle()
  await t.call('items.cancel', { itemId: first.id })
  expect((await itemOf(t, second.id)).schedule?.at).toBe(second.schedule?.at)
  expect(there(t).held).toEqual(['second'])
})

test('read back before it was followed, it is not taken for a post made there', async () => {
  const { t, alice } = await start()
  const { id, schedule } = await handOver(t, alice)
  await t.clock.settle()
  t.clock.set(Date.parse(schedule?.at ?? '') + 1000)
  t.network.keepTime()
  await t.call('external.read', { accountId: alice })
  await t.clock.advance(2 * MINUTE)
  const { entries } = await t.call('items.list', {})
  expect(entries.map((item) => [item.id, item.state])).toEqual([[id, 'published']])
})

const behaviours: Behaviour[] = [
  'accept',
  'lose-answer',
  'drop-request',
  'refuse-connection',
  'limit',
  'throw-after',
  'hang',
]
const happening = fc.oneof(
  fc.record({ kind: fc.constant('network' as const), does: fc.constantFrom(...behaviours) }),
  fc.record({
    kind: fc.constant('taking-back' as const),
    does: fc.constantFrom<Behaviour>('refuse-connection', 'lose-answer', 'throw-after'),
  }),
  fc.record({ kind: fc.constant('time' as const), passes: fc.integer({ min: 1, max: 900_000 }) }),
  fc.record({ kind: fc.constant('asleep' as const), passes: fc.integer({ min: 1, max: 5_400_000 }) }),
  fc.record({ kind: fc.constant('crash' as const) }),
  fc.record({ kind: fc.constant('silence' as const) }),
  fc.record({ kind: fc.constant('reschedule' as const), which: fc.nat(2), seconds: fc.integer({ min: 1, max: 7200 }) }),
  fc.record({ kind: fc.constant('edit' as const), which: fc.nat(2) }),
  fc.record({ kind: fc.constant('cancel' as const), which: fc.nat(2) }),
)

const apply = async (
  t: TestApp,
  items: readonly { id: string; postId: string }[],
  what: typeof happening extends fc.Arbitrary<infer T> ? T : never,
): Promise<TestApp> => {
  const item = 'which' in what ? items[what.which] : undefined
  switch (what.kind) {
    case 'network':
      t.network.behave(what.does)
      return t
    case 'taking-back':
      t.network.behaveOnTakingBack(what.does)
      return t
    case 'silence':
      t.network.answerLookups('silent')
      return t
    case 'time':
      await t.clock.advance(what.passes)
      return t
    case 'asleep':
      t.clock.set(t.clock.now() + what.passes)
      return t
    case 'crash': {
      const next = await t.crash()
      await next.app.start()
      return next
    }
    // Each of these may be refused: then it must have changed nothing that counts.
    case 'reschedule':
      if (item) await t.app.gate('items.reschedule', { itemId: item.id, when: { kind: 'in', seconds: what.seconds } })
      return t
    case 'edit':
      if (item) await t.app.gate('posts.save', { postId: item.postId, tags: [`at-${t.clock.now()}`] })
      return t
    case 'cancel':
      if (item) await t.app.gate('items.cancel', { itemId: item.id })
      return t
  }
}

test('whoever publishes it, whatever is lost and whenever the app dies, a post stands once, or not at all when it was cancelled', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 25 }), async (story) => {
      let t = await openTestApp({ handOver: true })
      await t.app.start()
      await t.call('settings.update', { lateness: { withinMinutes: 0, then: 'publish' } })
      const accounts = [await addAccount(t, 'Alice'), await addAccount(t, 'Bob')]
      const items = [
        await handOver(t, accounts[0] ?? '', 'post 0', 1200),
        await handOver(t, accounts[1] ?? '', 'post 1', 2400),
        await handOver(t, accounts[0] ?? '', 'post 2', 3600),
      ]
      for (const what of story) t = await apply(t, items, what)
      t.network.heal()
      await t.clock.advance(5 * HOUR)
      for (const { id } of items) {
        const item = await itemOf(t, id)
        const copies = [...t.network.sent, ...t.network.held].filter((post) => post.itemId === id).length
        // What was gone from the network's schedule with its answer lost has failed, and says so.
        const expected = { published: 1, cancelled: 0, failed: 0 }
        expect([item.state, copies]).toEqual([item.state, Reflect.get(expected, item.state)])
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)
