import { move } from '../core/lifecycle.ts'
import type { Store } from '../core/ports.ts'
import { granted, Refusal } from '../core/refusal.ts'
import type { ItemRecord, Millis } from '../core/records.ts'
import type { Announcer } from './announcer.ts'
import { answerLost } from './after-outcome.ts'
import { type ClaimParts } from './claim.ts'
import { placeItems } from './placement.ts'

/** Nobody is asked about a post less often than this by Posthorn's own choice, chance included, in milliseconds. */
const LONGEST_PAUSE: Millis = 1.2 * 3_600_000

/**
 * The clock was ahead and is right again: what was given up as missed with its time still to come is scheduled again,
 * and what was to be asked about at a time that now lies far off is asked about at once.
 */
export const afterSetBack = async (parts: ClaimParts, announcer: Announcer): Promise<void> => {
  const { store, clock } = parts.world
  const moved = await store.transaction(async (within) => {
    const now = clock.now()
    return [...(await notMissed(within, parts, now)), ...(await askedSooner(within, now))]
  })
  await announcer.moved(store, moved)
}

const notMissed = async (within: Store, parts: ClaimParts, now: Millis): Promise<ItemRecord[]> => {
  const done: ItemRecord[] = []
  for (const item of await within.items.inStates(['missed'])) {
    const post = await within.posts.get(item.postId)
    if (!post || item.schedule === null || item.schedule.at <= now) continue
    const { wall, zone } = item.schedule
    try {
      done.push(...(await placeItems(within, parts, post, [item], { kind: 'at', wall, zone })))
    } catch (error) {
      // Its place was taken meanwhile, or its account is gone: it stays for the person to decide.
      if (!(error instanceof Refusal)) throw error
    }
  }
  return done
}

const askedSooner = async (within: Store, now: Millis): Promise<ItemRecord[]> => {
  const done: ItemRecord[] = []
  for (const item of await within.items.inStates(['unconfirmed'])) {
    if (item.nextAt === null || item.nextAt <= now + LONGEST_PAUSE) continue
    const failure = item.failure ?? answerLost(true)
    const next = granted(move(item, { kind: 'ask-later', failure, askAt: now }, now))
    await within.items.put(next)
    done.push(next)
  }
  return done
}
