import type { AttemptOutcome } from '../../src-preload/contract/model/item.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import { type Move, move } from '../core/lifecycle.ts'
import type { Store } from '../core/ports.ts'
import { granted } from '../core/refusal.ts'
import type { ItemRecord } from '../core/records.ts'
import { afterFollowing, afterGiving, afterLookup, afterOutcome } from './after-outcome.ts'
import type { Finished } from './jobs.ts'
import { canBeAsked } from './lookups.ts'
import type { Parts } from './parts.ts'
import type { World } from './world.ts'

/**
 * Writes down what a job came to, within a transaction. The item is read again: parts of a thread were added while the
 * job ran, and a person may have settled it meanwhile. Null when it has gone on without this answer.
 */
export const finish = async (
  within: Store,
  { world, outbox }: Pick<Parts, 'world' | 'outbox'>,
  finished: Finished,
): Promise<ItemRecord | null> => {
  const { job } = finished
  const now = world.clock.now()
  const item = await within.items.get(job.item.id)
  if (item?.state !== job.item.state || item.held?.remote?.id !== job.item.held?.remote?.id) return null
  const by = nextMove(item, finished, world, now)
  const moved = granted(move(item, by, now))
  // What was sent is kept as it was sent, whatever the post says later.
  const next = moved.state === 'published' ? { ...moved, override: asSent(job) } : moved
  await within.items.put(next)
  if (next.state !== item.state) await outbox.item(within, item.state, next)
  await recordAttempt(within, item, finished, by, now)
  return next
}

const nextMove = (item: ItemRecord, finished: Finished, { random }: World, now: number): Move => {
  const { channel, kind } = finished.job
  if (finished.kind === 'asked') return afterLookup(item, finished.answer, now, random)
  if (finished.kind === 'followed') {
    return afterFollowing(item, finished.answer, channel.descriptor.name, now, random)
  }
  const canAsk = canBeAsked(channel, item)
  return kind === 'give'
    ? afterGiving(item, finished.outcome, { canAsk, least: channel.handOver?.least ?? 0 }, now, random)
    : afterOutcome(item, finished.outcome, canAsk, now, random)
}

const recordAttempt = async (within: Store, item: ItemRecord, finished: Finished, by: Move, now: number) => {
  const attempts = await within.attempts.ofItem(item.id)
  const last = attempts.findLast((attempt) => attempt.number === item.attempts)
  const outcome = by.kind === 'entrust' ? 'handed-over' : writtenOutcome(finished)
  const failure = failureOf(by) ?? reservationOf(finished)
  if (last && outcome) await within.attempts.put({ ...last, endedAt: now, outcome, failure })
}

const writtenOutcome = (finished: Finished): AttemptOutcome | null => {
  if (finished.kind === 'sent') return finished.outcome.kind
  if (finished.kind === 'followed' || finished.answer.kind === 'unknown') return null
  return finished.answer.kind === 'found' ? 'settled-found' : 'settled-absent'
}

const failureOf = (by: Move): Failure | null => ('failure' in by ? by.failure : null)

const reservationOf = (finished: Finished): Failure | null =>
  finished.kind === 'sent' && finished.outcome.kind === 'published' ? (finished.outcome.reservation ?? null) : null

const asSent = ({ post, item }: Finished['job']): ItemRecord['override'] => ({
  ...item.override,
  text: item.override.text ?? post.text,
  media: item.override.media ?? post.media,
})
