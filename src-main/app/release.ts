import type { WaitingReason } from '../../src-preload/contract/model/item.ts'
import { move } from '../core/lifecycle.ts'
import { granted } from '../core/refusal.ts'
import type { ItemRecord, Millis } from '../core/records.ts'
import { isWantedAtOnce } from '../core/wanted-at-once.ts'
import type { Announcer } from './announcer.ts'
import type { World } from './world.ts'

/** Lets go of what was held for these reasons, in the order in which it was meant to be sent, and tells. */
export const releaseHeld = async (
  { store }: World,
  announcer: Announcer,
  held: { reasons: readonly WaitingReason[]; accountId?: string },
  at: Millis,
): Promise<void> => {
  const released = await store.transaction(async (within) => {
    const items = await within.items.inStates(['waiting'], held)
    const inOrder = items.toSorted((a, b) => (a.schedule?.at ?? 0) - (b.schedule?.at ?? 0))
    const done: ItemRecord[] = []
    for (const [index, item] of inOrder.entries()) {
      const next = granted(move(item, { kind: 'release', at: soonest(item, at + index) }, at))
      await within.items.put(next)
      done.push(next)
    }
    return done
  })
  await announcer.moved(store, released)
}

/**
 * When what waits may be looked at again: not before the time it was scheduled for. What waits for its quota may wait
 * since it was scheduled, and a clock that was ahead may have made anything due that is not.
 */
export const soonest = (item: ItemRecord, at: Millis): Millis =>
  isWantedAtOnce(item) ? at : Math.max(at, item.schedule?.at ?? at)
