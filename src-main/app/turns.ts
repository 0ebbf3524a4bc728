import type { Move } from '../core/lifecycle.ts'
import type { Store } from '../core/ports.ts'
import type { ItemRecord, Millis } from '../core/records.ts'
import { isWantedAtOnce } from '../core/wanted-at-once.ts'
import type { World } from './world.ts'

/** Whose turn it is among the posts of one account that come late: in the order they were meant, and not all at once. */
export type Turns = {
  /** How an item that is due must wait for those before it; null when it is its turn. */
  hold(within: Store, item: ItemRecord, now: Millis): Promise<Extract<Move, { kind: 'hold' }> | null>
  /** It stands. */
  sent(item: ItemRecord): void
}

/** The pause between posts of one account that come late, unless they were meant closer together; and what chance adds. */
export const PACE: Millis = 30_000
export const PACE_JITTER: Millis = 10_000
/** One that its channel alone kept from being sent for so long, or was asked about so often, keeps no others any longer. */
const KEEPS_OTHERS: Millis = 12 * 3_600_000
const ASKED_OFTEN = 8
/** Where nobody answers at all it is as long as the above. */
const AWAY_OFTEN = 20

type Last = { at: Millis; meant: Millis }

export const createTurns = ({ random }: Pick<World, 'random'>): Turns => {
  const lasts = new Map<string, Last | null>()

  const lastOf = async (within: Store, accountId: string): Promise<Last | null> => {
    const known = lasts.get(accountId)
    if (known !== undefined) return known
    const found = await within.items.lastSent(accountId)
    const last = found ? lastFrom(found) : null
    lasts.set(accountId, last)
    return last
  }

  /** What was meant closer together may stand so; chance is thrown once, when the pause begins. */
  const pause = (meant: Millis, before: Millis, item: ItemRecord): Millis => {
    const pace = PACE + (item.waiting?.reason === 'turn' ? 0 : Math.round(random() * PACE_JITTER))
    return meant < before ? pace : Math.min(pace, meant - before)
  }

  return {
    hold: async (within, item, now) => {
      // What the person wants out now does not stand in line.
      if (item.schedule === null || isWantedAtOnce(item)) return null
      const meant = item.schedule.at
      const keeps = { since: now - KEEPS_OTHERS, asked: ASKED_OFTEN, away: AWAY_OFTEN }
      const ahead = await within.items.ahead(item.accountId, meant, keeps)
      if (ahead?.nextAt != null) {
        const { waiting, failure, nextAt, schedule } = ahead
        const until = Math.max(now, nextAt)
        return waiting !== null && waiting.reason !== 'turn'
          ? { kind: 'hold', reason: waiting.reason, until: until + 1, failure }
          : {
              kind: 'hold',
              reason: 'turn',
              until: until + 1 + pause(meant, schedule?.at ?? meant, item),
              failure: null,
            }
      }
      const last = await lastOf(within, item.accountId)
      // Due only after the one before it went out: that is how it was meant.
      if (!last || meant >= last.at || last.at > now) return null
      const until = last.at + pause(meant, last.meant, item)
      return until > now ? { kind: 'hold', reason: 'turn', until, failure: null } : null
    },
    sent: (item) => {
      const last = lastFrom(item)
      if (last) lasts.set(item.accountId, last)
    },
  }
}

const lastFrom = ({ publishedAt, schedule }: ItemRecord): Last | null =>
  publishedAt === null ? null : { at: publishedAt, meant: schedule?.at ?? publishedAt }
