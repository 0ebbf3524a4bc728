import type { Failure, Reply } from '../../src-preload/contract/failure.ts'
import type { ItemState, Remote, WaitingReason } from '../../src-preload/contract/model/item.ts'
import type { ChargeRecord, ItemRecord, Millis, ScheduleRecord, SlotRecord } from './records.ts'
import { failed } from './refusal.ts'
import { because } from './told.ts'

/** All that can happen to an item. */
export type Move =
  | {
      kind: 'schedule'
      schedule: ScheduleRecord
      charge: ChargeRecord
      slot: SlotRecord | null
      /** When it is looked at first; left out: at its time. */
      lookAt?: Millis
    }
  | {
      kind: 'claim'
      leaseUntil: Millis
      marker: string | null
      /** To hand it over, not to publish it. */ handOver?: true
    }
  /** It is still on its way, with bytes flowing. */
  | { kind: 'extend'; leaseUntil: Millis }
  | {
      kind: 'hold'
      reason: WaitingReason
      until: Millis | null
      failure: Failure | null
      /** Where its reservation counts from now on; left out: where it did. */
      chargeAt?: Millis
    }
  | { kind: 'release'; at: Millis }
  | { kind: 'succeed'; remote: Remote }
  | { kind: 'reject'; failure: Failure }
  /** Nobody knows whether it was sent: an answer was lost, or what was known of it. */
  | { kind: 'lose'; failure: Failure; askAt: Millis | null }
  | { kind: 'ask-later'; failure: Failure; askAt: Millis | null }
  | { kind: 'settle-found'; remote: Remote }
  | { kind: 'settle-absent' }
  | { kind: 'lapse'; failure: Failure }
  | { kind: 'cancel' }
  /** It waits on the channel's own schedule from now on. */
  | { kind: 'entrust'; remote: Remote; askAt: Millis }
  /** It is not handed over yet. */
  | { kind: 'postpone'; until: Millis; failure: Failure | null }
  /** It is held still, or nobody could tell. */
  | { kind: 'follow-later'; askAt: Millis; failure: Failure | null }
  /** The channel published what it held. */
  | { kind: 'arrive'; remote: Remote }
  /** The channel holds it no more and did not publish it. */
  | { kind: 'vanish'; failure: Failure }
  /** It was taken from the channel's schedule: publishing it is Posthorn's again. */
  | { kind: 'take-back'; lookAt: Millis }
export type MoveKind = Move['kind']

/**
 * The lifecycle: from which state which move leads where. What is not in this table does not happen. `published` is an
 * end; `failed`, `missed` and `cancelled` go on only when the person says so.
 */
export const LIFECYCLE: Readonly<Record<ItemState, Partial<Record<MoveKind, ItemState>>>> = {
  draft: { schedule: 'scheduled' },
  scheduled: {
    schedule: 'scheduled',
    claim: 'publishing',
    hold: 'waiting',
    lose: 'unconfirmed',
    lapse: 'missed',
    cancel: 'cancelled',
    postpone: 'scheduled',
    'follow-later': 'scheduled',
    arrive: 'published',
    vanish: 'failed',
    'take-back': 'scheduled',
  },
  waiting: {
    schedule: 'scheduled',
    claim: 'publishing',
    hold: 'waiting',
    release: 'waiting',
    lose: 'unconfirmed',
    lapse: 'missed',
    cancel: 'cancelled',
  },
  publishing: {
    extend: 'publishing',
    succeed: 'published',
    reject: 'failed',
    hold: 'waiting',
    lose: 'unconfirmed',
    entrust: 'scheduled',
    postpone: 'scheduled',
  },
  published: {},
  failed: { schedule: 'scheduled' },
  unconfirmed: {
    'settle-found': 'published',
    'settle-absent': 'scheduled',
    'ask-later': 'unconfirmed',
    lapse: 'missed',
    entrust: 'scheduled',
  },
  missed: { schedule: 'scheduled', cancel: 'cancelled' },
  cancelled: { schedule: 'scheduled', lapse: 'missed' },
}

/** Applies a move, or says why it is not legal. Pure: the record that comes back is a new one. */
export const move = (item: ItemRecord, by: Move, now: Millis): Reply<ItemRecord> => {
  const state = LIFECYCLE[item.state][by.kind]
  if (state === undefined || !fitsHeld(item, by.kind)) return { ok: false, failure: illegal(item, by.kind) }
  return { ok: true, value: { ...item, ...effect(item, by, now), state, updatedAt: now } }
}

/** These need an item that its channel holds; while it does, nothing else happens to it. */
const OF_HELD: ReadonlySet<MoveKind> = new Set(['follow-later', 'arrive', 'vanish', 'take-back'])

/**
 * An item is either Posthorn's to publish or the channel's, never both: what is held there is not claimed, moved or
 * cancelled before it was taken back, and what is on its way into a channel's schedule does not end as published.
 */
const fitsHeld = ({ state, held }: ItemRecord, by: MoveKind): boolean => {
  if (state === 'scheduled') return OF_HELD.has(by) === (held !== null)
  if (state === 'publishing' && (by === 'succeed' || by === 'hold')) return held === null
  return by === 'entrust' || by === 'postpone' ? held !== null : true
}

/** What a move changes beside the state. Everything that belongs to the state being left is cleared here. */
const effect = (item: ItemRecord, by: Move, now: Millis): Partial<ItemRecord> => {
  const settled = { nextAt: null, waiting: null, leaseUntil: null, held: null } as const
  // What comes to nothing takes nothing: its reservation and its slot are free again.
  const released = { charge: null, slot: null } as const
  switch (by.kind) {
    case 'schedule':
      return {
        ...settled,
        schedule: by.schedule,
        nextAt: by.lookAt ?? by.schedule.at,
        charge: by.charge,
        slot: by.slot,
        failure: null,
        tries: 0,
      }
    case 'claim':
      return {
        ...settled,
        nextAt: by.leaseUntil,
        leaseUntil: by.leaseUntil,
        marker: by.marker,
        failure: null,
        attempts: item.attempts + 1,
        // What is handed over counts when it is to be published, not when it is handed over.
        ...(by.handOver
          ? { held: { remote: null, since: now } }
          : { charge: item.charge && { ...item.charge, at: now } }),
      }
    case 'extend':
      return { nextAt: by.leaseUntil, leaseUntil: by.leaseUntil }
    case 'hold': {
      // The wait began with the first hold for this reason, not with the latest try.
      const since = item.waiting?.reason === by.reason ? item.waiting.since : now
      return {
        ...settled,
        nextAt: by.until,
        waiting: { reason: by.reason, since },
        failure: by.failure,
        // Only what was sent was tried.
        tries: item.state === 'publishing' ? item.tries + 1 : item.tries,
        charge: item.charge && { ...item.charge, at: by.chargeAt ?? item.charge.at },
      }
    }
    case 'release':
      // What held it may be over: it is looked at again, still saying what it waited for.
      return { nextAt: by.at }
    case 'succeed':
    case 'settle-found':
    case 'arrive':
      return {
        ...settled,
        remote: by.remote,
        // A channel published at the time it was given; that it did is learnt afterwards.
        publishedAt: by.kind === 'arrive' ? Math.min(now, item.schedule?.at ?? now) : now,
        charge: item.charge && { ...item.charge, standing: 'consumed' },
        failure: null,
        tries: 0,
      }
    case 'reject':
    case 'lapse':
    case 'vanish':
      return { ...settled, ...released, failure: by.failure }
    case 'lose':
      return { ...settled, held: item.held, nextAt: by.askAt, failure: by.failure, tries: 0 }
    case 'ask-later':
      return { ...settled, held: item.held, nextAt: by.askAt, failure: by.failure, tries: item.tries + 1 }
    case 'entrust':
      return { ...settled, held: { remote: by.remote, since: now }, nextAt: by.askAt, failure: null, tries: 0 }
    case 'postpone':
      return { ...settled, nextAt: by.until, failure: by.failure, tries: by.failure ? item.tries + 1 : item.tries }
    case 'follow-later':
      return { nextAt: by.askAt, failure: by.failure, tries: item.tries + 1 }
    case 'take-back':
      // A network that knows the marker would give back what was just taken away.
      return { ...settled, nextAt: by.lookAt, marker: null, failure: null, tries: 0 }
    case 'settle-absent':
      // Before those of its account that were meant for later.
      return { ...settled, nextAt: Math.min(now, item.schedule?.at ?? now), failure: null }
    case 'cancel':
      return { ...settled, ...released, failure: null }
  }
}

const VERB: Readonly<Record<MoveKind, string>> = {
  schedule: 'scheduled',
  claim: 'sent',
  hold: 'held',
  release: 'released',
  succeed: 'marked as published',
  reject: 'marked as failed',
  lose: 'marked as unconfirmed',
  'ask-later': 'asked about again',
  'settle-found': 'marked as found',
  'settle-absent': 'sent again',
  lapse: 'marked as missed',
  cancel: 'cancelled',
  extend: 'kept on its way',
  entrust: 'marked as handed over',
  postpone: 'put off',
  'follow-later': 'asked about again',
  arrive: 'marked as published',
  vanish: 'marked as gone',
  'take-back': 'taken back',
}

const illegal = ({ state, held }: ItemRecord, by: MoveKind): Failure =>
  failed(
    'illegal-transition',
    state === 'scheduled' && held !== null
      ? `Its channel holds this post to publish it, so it cannot be ${VERB[by]}.`
      : `This post is ${state}, so it cannot be ${VERB[by]}.`,
    state === 'published'
      ? 'Duplicate it to post it again.'
      : 'Look at its current state; it may have changed meanwhile.',
    {
      told:
        state === 'scheduled' && held !== null
          ? because('held-forbids', { move: by.replace('-', '_') })
          : because('state-forbids', { state, move: by.replace('-', '_') }),
    },
  )
