import type { Failure, Reply } from '../../src-preload/contract/failure.ts'
import type { ItemState, Remote, WaitingReason } from '../../src-preload/contract/model/item.ts'
import type { ChargeRecord, ItemRecord, Millis, ScheduleRecord, SlotRecord } from './records.ts'
import { failed } from './refusal.ts'

/** All that can happen to an item. */
export type Move =
  | { kind: 'schedule'; schedule: ScheduleRecord; charge: ChargeRecord; slot: SlotRecord | null }
  | { kind: 'claim'; leaseUntil: Millis; marker: string | null }
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
  | { kind: 'lose'; failure: Failure; askAt: Millis | null }
  | { kind: 'ask-later'; failure: Failure; askAt: Millis | null }
  | { kind: 'settle-found'; remote: Remote }
  | { kind: 'settle-absent' }
  | { kind: 'lapse'; failure: Failure }
  | { kind: 'cancel' }
export type MoveKind = Move['kind']

/**
 * The lifecycle: from which state which move leads where. What is not in this table does not happen. `published` is an
 * end; `failed`, `missed` and `cancelled` go on only when the person says so.
 */
export const LIFECYCLE: Readonly<Record<ItemState, Partial<Record<MoveKind, ItemState>>>> = {
  draft: { schedule: 'scheduled' },
  scheduled: { schedule: 'scheduled', claim: 'publishing', hold: 'waiting', lapse: 'missed', cancel: 'cancelled' },
  waiting: {
    schedule: 'scheduled',
    claim: 'publishing',
    hold: 'waiting',
    release: 'waiting',
    lapse: 'missed',
    cancel: 'cancelled',
  },
  publishing: { succeed: 'published', reject: 'failed', hold: 'waiting', lose: 'unconfirmed' },
  published: {},
  failed: { schedule: 'scheduled' },
  unconfirmed: { 'settle-found': 'published', 'settle-absent': 'scheduled', 'ask-later': 'unconfirmed' },
  missed: { schedule: 'scheduled', cancel: 'cancelled' },
  cancelled: { schedule: 'scheduled' },
}

/** Applies a move, or says why it is not legal. Pure: the record that comes back is a new one. */
export const move = (item: ItemRecord, by: Move, now: Millis): Reply<ItemRecord> => {
  const state = LIFECYCLE[item.state][by.kind]
  if (state === undefined) return { ok: false, failure: illegal(item.state, by.kind) }
  return { ok: true, value: { ...item, ...effect(item, by, now), state, updatedAt: now } }
}

/** What a move changes beside the state. Everything that belongs to the state being left is cleared here. */
const effect = (item: ItemRecord, by: Move, now: Millis): Partial<ItemRecord> => {
  const settled = { nextAt: null, waiting: null, leaseUntil: null } as const
  // What comes to nothing takes nothing: its reservation and its slot are free again.
  const released = { charge: null, slot: null } as const
  switch (by.kind) {
    case 'schedule':
      return {
        ...settled,
        schedule: by.schedule,
        nextAt: by.schedule.at,
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
        charge: item.charge && { ...item.charge, at: now },
      }
    case 'hold': {
      // The wait began with the first hold for this reason, not with the latest try.
      const since = item.waiting?.reason === by.reason ? item.waiting.since : now
      return {
        ...settled,
        nextAt: by.until,
        waiting: { reason: by.reason, since },
        failure: by.failure,
        tries: item.tries + 1,
        charge: item.charge && { ...item.charge, at: by.chargeAt ?? item.charge.at },
      }
    }
    case 'release':
      // What held it may be over: it is looked at again, still saying what it waited for.
      return { nextAt: by.at }
    case 'succeed':
    case 'settle-found':
      return {
        ...settled,
        remote: by.remote,
        publishedAt: now,
        charge: item.charge && { ...item.charge, standing: 'consumed' },
        failure: null,
        tries: 0,
      }
    case 'reject':
    case 'lapse':
      return { ...settled, ...released, failure: by.failure }
    case 'lose':
      return { ...settled, nextAt: by.askAt, failure: by.failure, tries: 0 }
    case 'ask-later':
      return { ...settled, nextAt: by.askAt, failure: by.failure, tries: item.tries + 1 }
    case 'settle-absent':
      return { ...settled, nextAt: now, failure: null }
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
}

const illegal = (state: ItemState, by: MoveKind): Failure =>
  failed(
    'illegal-transition',
    `This post is ${state}, so it cannot be ${VERB[by]}.`,
    state === 'published'
      ? 'Duplicate it to post it again.'
      : 'Look at its current state; it may have changed meanwhile.',
  )
