import type { Lateness } from '../../src-preload/contract/model/post.ts'
import type { ItemRecord, Millis } from './records.ts'

/**
 * How late Posthorn is for a due item, in milliseconds: against the time at which it meant to act, not against the
 * first due time. An item that waited for its channel with the app awake was never neglected; one whose app was
 * closed or asleep was. Held without a next attempt (signed out, paused), the person's own time counts.
 */
export const lateBy = (item: ItemRecord, now: Millis): Millis => {
  const selfTimed =
    item.waiting !== null &&
    item.waiting.reason !== 'signed-out' &&
    item.waiting.reason !== 'paused' &&
    item.nextAt !== null
  const meant = selfTimed ? item.nextAt : item.schedule?.at
  return Math.max(0, now - (meant ?? now))
}

/** An app that is awake looks this often at least, and one post waits for the other: whoever allows nothing allows this. */
const AWAKE: Millis = 60_000

/** What the policy says about an item that is due now. */
export const judgeLateness = (
  item: ItemRecord,
  policy: Lateness,
  now: Millis,
): 'send' | 'miss' | 'skip' | 'next-slot' => {
  if (policy.then === 'publish' || lateBy(item, now) <= Math.max(AWAKE, policy.withinMinutes * 60_000)) return 'send'
  return policy.then === 'ask' ? 'miss' : policy.then
}
