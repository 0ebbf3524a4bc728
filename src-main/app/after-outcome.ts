import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Followed, Outcome } from '../channels/channel.ts'
import { backOff } from '../core/back-off.ts'
import type { Move } from '../core/lifecycle.ts'
import type { Random } from '../core/ports.ts'
import { failed } from '../core/refusal.ts'
import type { ItemRecord, Millis } from '../core/records.ts'
import { followAt } from './hand-over.ts'
import type { Answer } from './jobs.ts'
import { because } from '../core/told.ts'

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

/**
 * What happens to an item after an attempt to hand it to its channel, which takes it at least so long before its time.
 * Until its time it is tried again; then Posthorn publishes it.
 */
export const afterGiving = (
  item: ItemRecord,
  outcome: Outcome,
  { canAsk, least }: { canAsk: boolean; least: Millis },
  now: Millis,
  random: Random,
): Move => {
  const at = item.schedule?.at ?? now
  const later = (until: Millis, failure: Failure): Move => ({
    kind: 'postpone',
    until: Math.max(now, Math.min(at, until)),
    failure,
  })
  const pause = now + backOff(item.tries, random)
  switch (outcome.kind) {
    case 'published':
      return { kind: 'entrust', remote: outcome.remote, askAt: followAt(item, now) }
    case 'rejected':
      // It may only have come too late for the channel's schedule.
      return at - now < least ? later(at, outcome.failure) : { kind: 'reject', failure: outcome.failure }
    case 'limited':
      return later(Math.max(outcome.until, pause), outcome.failure)
    case 'retry':
    case 'signed-out':
      return later(pause, outcome.failure)
    case 'unclear':
      return { kind: 'lose', failure: outcome.failure, askAt: canAsk ? now + ASK_AFTER : null }
  }
}

/** A channel that holds a post for so long after its time has missed it. */
const OVERDUE: Millis = 10 * 60_000

/** What happens to an item that its channel holds after the channel was asked for it. */
export const afterFollowing = (
  item: ItemRecord,
  answer: Followed,
  channel: string,
  now: Millis,
  random: Random,
): Move => {
  const at = item.schedule?.at ?? now
  const askAt = Math.max(followAt(item, now), now + backOff(item.tries, random))
  switch (answer.kind) {
    case 'published':
      return { kind: 'arrive', remote: answer.remote }
    case 'held':
      return { kind: 'follow-later', askAt, failure: now - at > OVERDUE ? overdue(channel) : null }
    case 'gone':
      return at > now ? { kind: 'take-back', lookAt: at } : { kind: 'vanish', failure: vanished(channel) }
    case 'unknown':
      return { kind: 'follow-later', askAt, failure: answer.failure }
  }
}

const overdue = (channel: string): Failure =>
  failed(
    'channel-error',
    `${channel} holds this post still, though its time is over.`,
    'Posthorn goes on asking; look there, or publish it now.',
    { told: because('held-overdue', { channel }) },
  )

const vanished = (channel: string): Failure =>
  failed(
    'rejected-by-channel',
    `${channel} was to publish this post, and does not have it any more: it was taken away there.`,
    'Publish it again if it should stand.',
    { told: because('held-vanished', { channel }) },
  )

/** What happens to an unconfirmed item after its channel was asked for it. */
export const afterLookup = (item: ItemRecord, answer: Answer, now: Millis, random: Random): Move => {
  const doubted = item.failure?.code === 'restored' ? item.failure : null
  switch (answer.kind) {
    case 'found':
      return { kind: 'settle-found', remote: answer.remote }
    case 'held':
      return { kind: 'entrust', remote: answer.remote, askAt: followAt(item, now) }
    case 'absent':
      // After a restore this is no proof: it may stand under a marker, or longer ago, than the question reached.
      return doubted ? { kind: 'lapse', failure: doubted } : { kind: 'settle-absent' }
    case 'unknown':
      return { kind: 'ask-later', failure: doubted ?? answer.failure, askAt: now + backOff(item.tries, random) }
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
    { told: because('stopped-on-way', { asked: String(canAsk) }) },
  )
