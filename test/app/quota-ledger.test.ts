import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Input } from '../../src-preload/contract/methods.ts'
import type { Meter } from '../../src-preload/contract/model/quota.ts'
import { amountOf, counts } from '../../src-main/core/meters.ts'
import { periodAt, type Stretch } from '../../src-main/core/meters-period.ts'
import type { ChargeRecord, ItemRecord } from '../../src-main/core/records.ts'
import { type Behaviour, createScriptedChannel } from '../fixtures/scripted-channel.ts'
import { createTestClock } from '../fixtures/test-clock.ts'
import { addAccount, openTestApp, type TestApp } from '../fixtures/test-world.ts'

const MINUTE = 60_000
const HOUR = 3_600_000
const EVER: Stretch = { from: 0, to: Number.MAX_SAFE_INTEGER }

/* The story: what a person, the network and the machine may do, in any order. */

const behaviours: Behaviour[] = [
  'lose-answer',
  'drop-request',
  'refuse-connection',
  'limit',
  'reject',
  'throw-after',
  'hang',
]
const which = fc.nat({ max: 30 })
/** Close together, so that windows are contended for; or around the next midnight. */
const seconds = fc.oneof(
  fc.constantFrom(0, 0, 60, 1200, 1800, 3600),
  fc.integer({ min: 1, max: 4800 }),
  fc.integer({ min: 13 * 3600, max: 40 * 3600 }),
)
const kind = fc.constantFrom('day', 'month', 'scheduling', 'hour', 'balance' as const)
const limit = fc.integer({ min: 0, max: 6 })

const write = fc.record({
  does: fc.constant('write' as const),
  seconds,
  to: fc.constantFrom('alice', 'bob', 'both' as const),
})
const replan = fc.oneof(
  fc.record({ does: fc.constant('reschedule' as const), which, seconds }),
  fc.record({ does: fc.constant('cancel' as const), which }),
  fc.record({ does: fc.constant('delete' as const), which }),
  fc.record({ does: fc.constant('restore' as const), which }),
  fc.record({ does: fc.constant('price' as const), credits: fc.integer({ min: 0, max: 3 }) }),
)
const world = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('network' as const), next: fc.constantFrom(...behaviours) }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('pass' as const), time: fc.nat({ max: 80 * MINUTE }) }) },
  fc.record({ does: fc.constant('set-clock' as const), by: fc.integer({ min: -20 * HOUR, max: 30 * HOUR }) }),
  fc.record({ does: fc.constant('limit' as const), kind, limit }),
  fc.record({ does: fc.constant('unlimit' as const), which }),
  fc.record({ does: fc.constant('retry' as const), which }),
  fc.record({ does: fc.constant('settle' as const), which, found: fc.boolean() }),
  fc.record({ does: fc.constant('silence' as const) }),
  fc.record({ does: fc.constant('online' as const) }),
  fc.record({ does: fc.constant('purge' as const) }),
  fc.record({ does: fc.constant('crash' as const) }),
)
const planning = fc.oneof({ weight: 3, arbitrary: write }, { weight: 1, arbitrary: replan })
const happening = fc.oneof({ weight: 2, arbitrary: planning }, { weight: 2, arbitrary: world })
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

const meterOf = (of: 'day' | 'month' | 'scheduling' | 'hour' | 'balance', most: number): Input<'quota.save'> => {
  const everything = { subject: { kind: 'everything' }, unit: 'posts', limit: most } as const
  switch (of) {
    case 'day':
      return { ...everything, window: { kind: 'period', period: 'DAY', zone: 'Europe/Berlin' } }
    case 'month':
      return {
        ...everything,
        unit: 'credits',
        limit: most * 3,
        window: { kind: 'period', period: 'MONTH', zone: 'UTC' },
      }
    case 'scheduling':
      return {
        ...everything,
        subject: { kind: 'feature', feature: 'SCHEDULE_POST' },
        window: { kind: 'period', period: 'DAY', zone: 'UTC' },
      }
    case 'hour':
      return { ...everything, window: { kind: 'rolling', seconds: 3600 } }
    case 'balance':
      return { ...everything, unit: 'credits', limit: most * 4, window: { kind: 'balance' } }
  }
}

/* The run: one app after another over the same file, and all that was ever written. */

type Run = { t: TestApp; accounts: string[]; posts: string[]; kept: Entry[] }

const items = async ({ t, posts }: Run): Promise<ItemRecord[]> => t.store.items.ofPosts(posts)
const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(1, from.length)]
const when = (after: number) => (after === 0 ? ({ kind: 'now' } as const) : ({ kind: 'in', seconds: after } as const))

const begin = async (start: boolean): Promise<Run> => {
  const clock = createTestClock()
  const network = createScriptedChannel({ now: clock.now, rates: [{ posts: 2, seconds: 1800 }] })
  const t = await openTestApp({ clock, network })
  if (start) await t.app.start()
  await t.call('settings.update', { lateness: { withinMinutes: 0, then: 'publish' } })
  return { t, accounts: [await addAccount(t, 'Alice'), await addAccount(t, 'Bob')], posts: [], kept: [] }
}

/** Refusals are answers like others: what counts is what stands afterwards. */
const act = async (run: Run, what: Happening): Promise<void> => {
  const { t, accounts, posts } = run
  const [alice = '', bob = ''] = accounts
  const item = 'which' in what ? pick(await items(run), what.which) : undefined
  const itemId = item?.id ?? 'itm_0000000000'
  switch (what.does) {
    case 'write': {
      const to = { alice: [alice], bob: [bob], both: accounts }[what.to]
      const reply = await t.app.gate('posts.save', {
        text: 'Something',
        targets: to.map((accountId) => ({ accountId })),
        when: when(what.seconds),
      })
      if (reply.ok) posts.push((reply.value as { id: string }).id)
      else expect(reply.failure).toMatchObject({ code: expect.stringMatching(/-exhausted$/) as string })
      break
    }
    case 'reschedule':
      await t.app.gate('items.reschedule', { itemId, when: when(what.seconds) })
      break
    case 'cancel':
      await t.app.gate('items.cancel', { itemId })
      break
    case 'retry':
      await t.app.gate('items.retry', { itemId })
      break
    case 'settle':
      await t.app.gate('items.settle', { itemId, found: what.found })
      break
    case 'delete':
      await t.app.gate('posts.delete', { postId: item?.postId })
      break
    case 'restore':
      await t.app.gate('posts.restore', { postId: item?.postId })
      break
    case 'price':
      await t.call('accounts.update', { accountId: bob, creditsPerPost: what.credits })
      break
    case 'limit':
      await t.call('quota.save', meterOf(what.kind, what.limit))
      break
    case 'unlimit': {
      const meter = pick(await t.store.meters.list(), what.which)
      if (meter) await t.call('quota.remove', { meterId: meter.id })
      break
    }
    case 'network':
      t.network.behave(what.next)
      break
    case 'silence':
      t.network.answerLookups('silent')
      break
    case 'online':
      t.app.nudge('online')
      break
    case 'pass':
      await t.clock.advance(what.time)
      break
    case 'set-clock':
      t.clock.set(t.clock.now() + what.by)
      await t.clock.advance(MINUTE)
      break
    case 'purge': {
      const before = await items(run)
      const gone = new Set(await t.store.posts.purge(t.clock.now()))
      run.kept.push(...entriesOf(before.filter(({ postId }) => gone.has(postId))).filter(({ spent }) => spent))
      break
    }
    case 'crash':
      run.t = await t.crash()
      await run.t.app.start()
  }
  await run.t.clock.settle()
}

/* What must hold. */

/** `spent`: it stands on its channel, or may. */
type Entry = ChargeRecord & { accountId: string; spent: boolean }

const entriesOf = (from: readonly ItemRecord[]): Entry[] =>
  from.flatMap(({ charge, accountId, state }) =>
    charge ? [{ ...charge, accountId, spent: ['publishing', 'unconfirmed', 'published'].includes(state) }] : [],
  )

const charges = async (run: Run): Promise<Entry[]> => [...run.kept, ...entriesOf(await items(run))]

const sorted = (entries: readonly { at: number; credits: number; standing: string }[]) =>
  entries.map(({ at, credits, standing }) => `${at} ${credits} ${standing}`).toSorted()

/** The ledger says what the items say, charge by charge and in sums over any stretch. */
const ledgerIsWhatItemsSay = async (run: Run, entries: readonly Entry[]) => {
  const now = run.t.clock.now()
  for (const accountId of run.accounts) {
    for (const feature of ['PUBLISH_POST', 'SCHEDULE_POST'] as const) {
      const own = entries.filter((one) => one.accountId === accountId && one.feature === feature)
      expect(sorted(await run.t.store.charges.list({ accountId, feature, ...EVER }))).toEqual(sorted(own))
      for (const { from, to } of [EVER, { from: now - HOUR, to: now + 30 * HOUR }]) {
        const { reserved, consumed } = await run.t.store.charges.sum({ accountId, feature, from, to })
        const within = own.filter(({ at }) => from <= at && at < to)
        const credits = within.reduce((sum, one) => sum + one.credits, 0)
        expect(reserved.posts + consumed.posts).toBe(within.length)
        expect(reserved.credits + consumed.credits).toBe(credits)
        expect(consumed.posts).toBe(within.filter(({ standing }) => standing === 'consumed').length)
      }
    }
  }
  for (const { state, charge } of await items(run)) expect(charge?.standing).toBe(STANDING[state])
}

const STANDING: Partial<Record<ItemRecord['state'], ChargeRecord['standing']>> = {
  scheduled: 'reserved',
  waiting: 'reserved',
  publishing: 'reserved',
  unconfirmed: 'reserved',
  published: 'consumed',
}

const windowsOf = ({ window }: Meter, entries: readonly Entry[]): Stretch[] =>
  entries.map(({ at }) => {
    if (window.kind === 'period') return periodAt(window, at)
    return window.kind === 'rolling' ? { from: at, to: at + window.seconds * 1000 } : EVER
  })

const total = ({ subject, unit }: Meter, entries: readonly Entry[], { from, to }: Stretch): number =>
  entries
    .filter((one) => counts(subject, one.feature, one.accountId) && from <= one.at && one.at < to)
    .reduce((sum, { credits }) => sum + amountOf(unit, credits), 0)

/** No window was made fuller than its limit; one that a lowered limit left too full was made no fuller. */
const noneIsOverdrawn = (meters: readonly Meter[], before: readonly Entry[], after: readonly Entry[]) => {
  for (const meter of meters) {
    if (meter.limit === 0) continue
    for (const window of windowsOf(meter, after)) {
      const most = Math.max(meter.limit, total(meter, before, window))
      const now = total(meter, after, window)
      // With what it is about, for whoever reads the failure.
      expect({ meter, window, now: Math.min(now, most) }).toEqual({ meter, window, now })
    }
  }
}

const spent = (entries: readonly Entry[]) => entries.filter((one) => one.spent)

const limitsOf = async ({ t, accounts }: Run): Promise<Meter[]> => [
  ...(await t.store.meters.list()),
  ...accounts.map((accountId): Meter => ({
    subject: { kind: 'account', accountId },
    unit: 'posts',
    limit: 2,
    window: { kind: 'rolling', seconds: 1800 },
  })),
]

const isRolling = ({ window }: Meter) => window.kind === 'rolling'

test('whatever is done, fails, dies or is late, no window is overdrawn and the ledger is what the items say', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ kind, limit }), { maxLength: 3 }),
      fc.array(happening, { minLength: 5, maxLength: 40 }),
      async (limits, story) => {
        const run = await begin(true)
        for (const one of limits) await run.t.call('quota.save', meterOf(one.kind, one.limit))
        let before: Entry[] = []
        for (const what of story) {
          await act(run, what)
          const after = await charges(run)
          await ledgerIsWhatItemsSay(run, after)
          const meters = await limitsOf(run)
          noneIsOverdrawn(
            meters.filter((meter) => !isRolling(meter)),
            before,
            after,
          )
          // Of a rolling window a late one takes its place from what is planned after it, which makes way in its turn.
          noneIsOverdrawn(meters, spent(before), spent(after))
          before = after
        }
        await everythingEnds(run)
      },
    ),
    { numRuns: 50 },
  )
}, 300_000)

/** Without the person's limits and with a network that works, nothing waits for its quota for good. */
const everythingEnds = async (run: Run) => {
  const { t } = run
  for (const { id } of await t.store.meters.list()) await t.call('quota.remove', { meterId: id })
  t.network.heal()
  for (let round = 0; round < 100; round += 1) {
    const next = (await heldForQuota(run)).flatMap(({ nextAt }) => nextAt ?? []).toSorted((a, b) => a - b)[0]
    if (next === undefined) break
    t.clock.set(Math.max(t.clock.now(), next))
    await t.clock.advance(MINUTE)
  }
  expect(await heldForQuota(run)).toEqual([])
  const sent = Map.groupBy(t.network.sent, ({ itemId }) => itemId)
  for (const copies of sent.values()) expect(copies).toHaveLength(1)
}

const heldForQuota = async (run: Run) =>
  (await items(run)).filter(({ state, waiting }) => state === 'waiting' && waiting?.reason === 'quota')

test('what is planned overdraws no window of any kind, in whatever order it is planned', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ kind, limit }), { maxLength: 3 }),
      fc.array(planning, { minLength: 5, maxLength: 30 }),
      async (limits, story) => {
        const run = await begin(false)
        for (const one of limits) await run.t.call('quota.save', meterOf(one.kind, one.limit))
        for (const what of story) await act(run, what)
        const after = await charges(run)
        await ledgerIsWhatItemsSay(run, after)
        noneIsOverdrawn(await limitsOf(run), [], after)
        for (const { charge, nextAt } of await items(run)) expect(nextAt).toBe(charge?.at ?? null)
      },
    ),
    { numRuns: 50 },
  )
}, 300_000)
