import { amountOf, type Limit } from '../core/meters.ts'
import { roomFrom } from '../core/meters-rolling.ts'
import type { ChargeRecord, Millis } from '../core/records.ts'
import { around, byTime, entriesOf, holds, type Ledger, onTheWay, sumOf } from './meter-ledger.ts'

/** What wants room: its own present charge (null: it has none) does not count against it. */
type Wish = { readonly itemId: string; readonly credits: number; readonly charge: ChargeRecord | null }

/** Whether, and when, a limit has room for a wish that is not larger than the limit itself. */
export type Room = {
  /** What others plan and used in the period of an instant, or in all. */
  used(limit: Limit, at: Millis): Promise<number>
  /** Whether it fits beside all that is planned. Of a rolling limit this is a quick look, which may say no for nothing. */
  fits(limit: Limit, at: Millis): Promise<boolean>
  /** Whether it may be sent now. */
  mayGo(limit: Limit, now: Millis): Promise<boolean>
  /** The first instant, at `from` or later, at which it fits beside all that is planned; null: never by itself. */
  plannedFrom(limit: Limit, from: Millis): Promise<Millis | null>
  /**
   * The first instant at which what may not go now is looked at again; `now` when only what is on its way stands in its
   * way; null: never by itself.
   */
  heldFrom(limit: Limit, now: Millis): Promise<Millis | null>
}

export const createRoom = (ledger: Ledger, wish: Wish): Room => {
  const { itemId } = wish
  const asked = (limit: Limit, seconds: number) => ({
    amount: amountOf(limit.unit, wish.credits),
    limit: limit.limit,
    span: seconds * 1000,
  })
  const leaves = (limit: Limit, used: number) => used + amountOf(limit.unit, wish.credits) <= limit.limit

  const used = async (limit: Limit, at: Millis) => {
    const { reserved, consumed } = await sumOf(ledger, limit, around(limit, at), itemId)
    return reserved + consumed
  }

  const fits = async (limit: Limit, at: Millis) => leaves(limit, await used(limit, at))

  /** Beside what was sent alone: what is planned to go later makes way for what is due first. */
  const fitsAmongSent = async (limit: Limit, at: Millis): Promise<boolean> => {
    const stretch = around(limit, at)
    const going = await onTheWay(ledger, limit, stretch, itemId)
    if (limit.window.kind === 'rolling') {
      const entries = await entriesOf(ledger, limit, stretch, itemId)
      const sent = [...entries.filter(({ standing }) => standing === 'consumed'), ...going].toSorted(byTime)
      return roomFrom(sent, asked(limit, limit.window.seconds), at) === at
    }
    const { consumed } = await sumOf(ledger, limit, stretch, itemId)
    return leaves(
      limit,
      going.reduce((all, { amount }) => all + amount, consumed),
    )
  }

  /** Whether its own place in a period, or in a balance, is a place there already. */
  const hasPlace = (limit: Limit, at: Millis) =>
    limit.window.kind !== 'rolling' && wish.charge !== null && holds(around(limit, at), wish.charge.at)

  const mayGo = async (limit: Limit, now: Millis) =>
    (await fits(limit, now)) ||
    ((limit.window.kind === 'rolling' || hasPlace(limit, now)) && (await fitsAmongSent(limit, now)))

  const rollingFrom = async (limit: Limit, seconds: number, from: Millis, sparesLater: boolean): Promise<Millis> => {
    for (let at = from; ;) {
      if (await fits(limit, at)) return at
      const near = await entriesOf(ledger, limit, around(limit, at), itemId)
      const before = at
      const counted = sparesLater ? near : near.filter((one) => one.at <= before || one.standing === 'consumed')
      at = roomFrom(counted, asked(limit, seconds), before)
      if (at === before) return at
    }
  }

  const periodFrom = async (limit: Limit, from: Millis, may: Room['fits']): Promise<Millis> => {
    let at = from
    while (!(await may(limit, at))) at = around(limit, at).to
    return at
  }

  return {
    used,
    fits,
    mayGo,
    plannedFrom: async (limit, from) => {
      if (limit.window.kind === 'rolling') return rollingFrom(limit, limit.window.seconds, from, true)
      if (limit.window.kind === 'period') return periodFrom(limit, from, fits)
      return (await fits(limit, from)) ? from : null
    },
    heldFrom: async (limit, now) => {
      if (limit.window.kind === 'rolling') return rollingFrom(limit, limit.window.seconds, now, false)
      if (limit.window.kind === 'period') return periodFrom(limit, now, mayGo)
      const { consumed } = await sumOf(ledger, limit, around(limit, now), itemId)
      return leaves(limit, consumed) ? now : null
    },
  }
}
