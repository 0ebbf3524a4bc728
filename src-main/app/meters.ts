import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Feature } from '../../src-preload/contract/model/quota.ts'
import type { Move } from '../core/lifecycle.ts'
import { amountOf, type Limit } from '../core/meters.ts'
import { exhausted, type Full, mustWait } from '../core/meters-words.ts'
import type { Events, Store } from '../core/ports.ts'
import { Refusal } from '../core/refusal.ts'
import type { AccountRecord, ChargeRecord, ItemRecord, Millis } from '../core/records.ts'
import type { Ledger } from './meter-ledger.ts'
import { createLimits } from './meter-limits.ts'
import { createRoom, type Room } from './meter-room.ts'
import type { World } from './world.ts'

/** A reservation, and when a full window makes its item wait: until when, and why. */
export type Reservation = { charge: ChargeRecord; later: { until: Millis; failure: Failure } | null }

type Asked = { itemId: string; account: AccountRecord; feature: Feature; at: Millis }
type Hold = Extract<Move, { kind: 'hold' }>

/** What the meters say yes or no to. All of it runs inside the transaction that writes the item. */
export type Meters = {
  /**
   * What an item may take at that time. The item's own present charge does not count against it. A full rolling window
   * gives a later time; an exhausted period or balance refuses (`quota-exhausted`, `credits-exhausted`). What is granted
   * makes no window fuller than its limit.
   */
  reserve(within: Ledger & Pick<Store, 'meters'>, asked: Asked): Promise<Reservation>
  /**
   * Asked again just before an item is sent, now being when it will count: null when it may go, else how it is held.
   * In a period, or a balance, it keeps the place it has; coming from elsewhere it gets none that others have planned.
   * Where a lowered limit left more planned than it allows, the first in line go until what was sent reaches it. In a
   * rolling window only what was sent is in the way: a moment's delay must not put an item behind those planned after
   * it; these make way when their turn comes.
   */
  recheck(within: Store, item: ItemRecord, account: AccountRecord, now: Millis): Promise<Hold | null>
  /** Consumes one use of a feature that no item stands for. Refuses when it is exhausted. */
  take(feature: Feature): Promise<void>
  /** What the person set is read anew; to be called within the transaction that changes it. */
  forget(): void
}

/** What only something on its way stands in the way of is looked at again after this pause. */
const LOOK_AGAIN: Millis = 60_000

export const createMeters = (world: Pick<World, 'store' | 'clock' | 'channels' | 'about'>, events: Events): Meters => {
  const limits = createLimits(world)

  const reserve: Meters['reserve'] = async (within, { itemId, account, feature, at }) => {
    const credits = account.creditsPerPost
    const charge: ChargeRecord = { feature, credits, at, standing: 'reserved' }
    const touched = taking(await limits.on(within, feature, account), credits)
    if (touched.length === 0) return { charge, later: null }
    const room = createRoom(within, { itemId, credits, charge: null })
    const full = teller(world, credits, account)
    const never = tooSmall(touched, credits)
    if (never) throw new Refusal(exhausted(full(never, await room.used(never, at), null)))
    const { from, first } = await roomForAll(touched.filter(isRolling), at, room.plannedFrom)
    const then = from ?? at
    for (const limit of touched) {
      if (isRolling(limit) || (await room.fits(limit, then))) continue
      throw new Refusal(exhausted(full(limit, await room.used(limit, then), await room.plannedFrom(limit, then))))
    }
    if (!first) return { charge, later: null }
    return { charge: { ...charge, at: then }, later: { until: then, failure: mustWait(full(first, 0, then)) } }
  }

  const recheck: Meters['recheck'] = async (within, item, account, now) => {
    if (!item.charge) return null
    const { credits, feature } = item.charge
    const touched = taking(await limits.on(within, feature, account), credits)
    if (touched.length === 0) return null
    const room = createRoom(within, { itemId: item.id, credits, charge: item.charge })
    const hold = async (limit: Limit, until: Millis | null): Promise<Hold> => {
      const failure = mustWait(teller(world, credits, account)(limit, await room.used(limit, now), until))
      return { kind: 'hold', reason: 'quota', until, failure }
    }
    const never = tooSmall(touched, credits)
    if (never) return hold(never, null)
    const inTheWay = await firstOf(touched, async (limit) => !(await room.mayGo(limit, now)))
    if (!inTheWay) return null
    const { from, first } = await roomForAll(touched, now, room.heldFrom)
    if (from === now) return hold(inTheWay, now + LOOK_AGAIN)
    return { ...(await hold(first ?? inTheWay, from)), ...(from === null ? {} : { chargeAt: from }) }
  }

  const take: Meters['take'] = async (feature) => {
    await world.store.transaction(async (within) => {
      const now = world.clock.now()
      const room = createRoom(within, { itemId: '', credits: 0, charge: null })
      for (const limit of taking(await limits.on(within, feature, null), 0)) {
        const from = await room.plannedFrom(limit, now)
        if (from !== now) throw new Refusal(exhausted(teller(world, 0)(limit, await room.used(limit, now), from)))
      }
      await within.charges.use({ feature, at: now })
    })
    events.emit({ kind: 'quota-changed' })
  }

  return { reserve, recheck, take, forget: limits.forget }
}

/** What costs nothing takes nothing of a limit in credits. */
const taking = (limits: readonly Limit[], credits: number) => limits.filter(({ unit }) => amountOf(unit, credits) > 0)

/** A limit that is less than what a single post takes. */
const tooSmall = (limits: readonly Limit[], credits: number) =>
  limits.find(({ unit, limit }) => amountOf(unit, credits) > limit)

const isRolling = ({ window }: Limit) => window.kind === 'rolling'

const firstOf = async (limits: readonly Limit[], which: (limit: Limit) => Promise<boolean>): Promise<Limit | null> => {
  for (const limit of limits) if (await which(limit)) return limit
  return null
}

/** The first instant at which all have room, and what was first in the way before it; null: never by itself. */
const roomForAll = async (
  limits: readonly Limit[],
  at: Millis,
  roomOf: Room['plannedFrom'],
): Promise<{ from: Millis | null; first: Limit | null }> => {
  let first: Limit | null = null
  let from = at
  for (let before: Millis | null = null; before !== from;) {
    before = from
    for (const limit of limits) {
      const next = await roomOf(limit, from)
      if (next === null) return { from: null, first: limit }
      if (next !== from) first ??= limit
      from = next
    }
  }
  return { from, first }
}

const teller =
  ({ about }: Pick<World, 'about'>, credits: number, account?: AccountRecord) =>
  (limit: Limit, used: number, room: Millis | null): Full => ({
    limit,
    account: account?.name ?? '',
    used,
    amount: amountOf(limit.unit, credits),
    room,
    zone: about.zone,
  })
