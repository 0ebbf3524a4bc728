import { move } from '../core/lifecycle.ts'
import type { Store } from '../core/ports.ts'
import { granted } from '../core/refusal.ts'
import type { ItemRecord, Millis } from '../core/records.ts'
import { answerLost } from './after-outcome.ts'
import { canBeAsked } from './lookups.ts'
import type { World } from './world.ts'

/**
 * How long after a run that ended in the middle of sending its channel is asked: what that run sent last may be on its
 * way still, or be worked on there, and what is not to be seen yet would be sent a second time.
 */
export const SETTLING: Millis = 10_000

/**
 * An item that was being sent by somebody who is gone (a run that ended without a word, a lease that ran out): nobody
 * knows what became of it, so it is unconfirmed, and its channel is asked where it can be.
 */
export const loseOrphan = async (within: Store, { clock, channels }: World, item: ItemRecord): Promise<ItemRecord> => {
  const now = clock.now()
  const canAsk = canBeAsked(channels.get(item.channel), item)
  const failure = answerLost(canAsk)
  // Where its lease is over all is quiet: whoever had it sent nothing for minutes.
  const isFresh = item.leaseUntil !== null && now < item.leaseUntil
  const askAt = canAsk ? now + (isFresh ? SETTLING : 0) : null
  const lost = granted(move(item, { kind: 'lose', failure, askAt }, now))
  await within.items.put(lost)
  const open = (await within.attempts.ofItem(item.id)).find((attempt) => attempt.outcome === 'open')
  if (open) await within.attempts.put({ ...open, endedAt: now, outcome: 'unclear', failure })
  return lost
}
