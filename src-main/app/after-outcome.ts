import type { Lookup, Outcome } from '../channels/channel.ts'
import { backOff } from '../core/back-off.ts'
import type { Move } from '../core/lifecycle.ts'
import type { Random } from '../core/ports.ts'
import { failed } from '../core/refusal.ts'
import type { ItemRecord, Millis } from '../core/records.ts'

/** A lost answer is asked about after this pause, so that a slow server has written what it was sent. */
const ASK_AFTER: Millis = 2_000

/** What happens to an item after an attempt to send it. `canAsk`: the channel can tell whether a post arrived. */
export const afterOutcome = (
  item: ItemRecord,
  outcome: Outcome,
  canAsk: boolean,
  now: Millis,
  random: Random,
): Move => {
  switch (outcome.kind) {
    case 'published':
      return { kind: 'succeed', remote: outcome.remote }
    case 'rejected':
      return { kind: 'reject', failure: outcome.failure }
    case 'retry': {
      const reason = outcome.failure.code === 'offline' ? 'offline' : 'unreachable'
      return { kind: 'hold', reason, until: now + backOff(item.tries, random), failure: outcome.failure }
    }
    case 'limited':
      // A limit that ends in the past would spin; the back-off is the least to wait.
      return {
        kind: 'hold',
        reason: 'rate-limited',
        until: Math.max(outcome.until, now + backOff(item.tries, random)),
        failure: outcome.failure,
      }
    case 'signed-out':
      return { kind: 'hold', reason: 'signed-out', until: null, failure: outcome.failure }
    case 'unclear':
      return { kind: 'lose', failure: outcome.failure, askAt: canAsk ? now + ASK_AFTER : null }
  }
}

/** What happens to an unconfirmed item after its channel was asked for it. */
export const afterLookup = (item: ItemRecord, answer: Lookup, now: Millis, random: Random): Move => {
  switch (answer.kind) {
    case 'found':
      return { kind: 'settle-found', remote: answer.remote }
    case 'absent':
      return { kind: 'settle-absent' }
    case 'unknown':
      return { kind: 'ask-later', failure: answer.failure, askAt: now + backOff(item.tries, random) }
  }
}

/** The failure of an attempt that a crash or a deadline cut short. */
export const answerLost = (canAsk: boolean) =>
  failed(
    'answer-lost',
    'The post was on its way when Posthorn stopped, and no answer was kept.',
    canAsk
      ? 'Nothing to do: the channel is asked whether it arrived.'
      : 'Look at the channel, then say whether it is there.',
  )
