import { z } from 'zod'
import { failure } from '../../../src-preload/contract/failure.ts'
import {
  charge as contractCharge,
  itemState,
  override,
  remote,
  version,
  waitingReason,
} from '../../../src-preload/contract/model/item.ts'
import { mediaChange } from '../../../src-preload/contract/model/media.ts'
import type { ChargeRecord, ItemRecord, ScheduleRecord, VersionRecord } from '../../core/records.ts'
import { fromJson, fromJsonOrNull, toJson, toJsonOrNull } from './json.ts'
import type { ItemRow } from './tables.ts'

/** What is written of an item; the rest of the row follows from it. */
export type ItemValues = Omit<ItemRow, 'seq' | 'post_seq' | 'hidden'>

const schedule: z.ZodType<ScheduleRecord> = z.object({
  wall: z.string(),
  zone: z.string(),
  at: z.number(),
  shift: z.enum(['gap', 'overlap']).nullable(),
})
const held: z.ZodType<ItemRecord['held']> = z.object({ remote: remote.nullable(), since: z.number() })
const parts = remote.shape.parts.unwrap()
const changes = z.array(mediaChange)
const versions: z.ZodType<VersionRecord[]> = z.array(version.extend({ until: z.number() }))

export const toItemValues = (item: ItemRecord): ItemValues => ({
  id: item.id,
  post_id: item.postId,
  account_id: item.accountId,
  channel: item.channel,
  state: item.state,
  next_at: item.nextAt,
  sort_at: item.publishedAt ?? item.schedule?.at ?? item.updatedAt,
  schedule: toJsonOrNull(item.schedule),
  waiting_reason: item.waiting?.reason ?? null,
  waiting_since: item.waiting?.since ?? null,
  failure: toJsonOrNull(item.failure),
  attempts: item.attempts,
  tries: item.tries,
  marker: item.marker,
  parts: toJson(item.parts),
  lease_until: item.leaseUntil,
  held: toJsonOrNull(item.held),
  remote: toJsonOrNull(item.remote),
  published_at: item.publishedAt,
  unpublished_at: item.unpublishedAt,
  created_at: item.createdAt,
  updated_at: item.updatedAt,
  override: toJson(item.override),
  charge_feature: item.charge?.feature ?? null,
  charge_credits: item.charge?.credits ?? null,
  charge_at: item.charge?.at ?? null,
  charge_standing: item.charge?.standing ?? null,
  slot_plan: item.slot?.planId ?? null,
  slot_at: item.slot?.at ?? null,
  changes: toJson(item.changes),
  versions: toJson(item.versions),
  external: item.external ? 1 : 0,
})

/** Throws when the row does not make an item. */
export const toItem = (row: ItemRow): ItemRecord => ({
  id: row.id,
  postId: row.post_id,
  accountId: row.account_id,
  channel: row.channel,
  state: itemState.parse(row.state),
  override: row.override === '{}' ? {} : fromJson(override, row.override),
  schedule: fromJsonOrNull(schedule, row.schedule),
  nextAt: row.next_at,
  waiting:
    row.waiting_reason === null
      ? null
      : { reason: waitingReason.parse(row.waiting_reason), since: z.number().parse(row.waiting_since) },
  failure: fromJsonOrNull(failure, row.failure),
  attempts: row.attempts,
  tries: row.tries,
  marker: row.marker,
  parts: row.parts === '[]' ? [] : fromJson(parts, row.parts),
  leaseUntil: row.lease_until,
  held: fromJsonOrNull(held, row.held),
  remote: fromJsonOrNull(remote, row.remote),
  publishedAt: row.published_at,
  unpublishedAt: row.unpublished_at,
  charge: chargeOf(row),
  slot: row.slot_plan === null ? null : { planId: row.slot_plan, at: z.number().parse(row.slot_at) },
  changes: row.changes === '[]' ? [] : fromJson(changes, row.changes),
  versions: row.versions === '[]' ? [] : fromJson(versions, row.versions),
  external: row.external === 1,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

const charge: z.ZodType<ChargeRecord> = contractCharge.extend({ at: z.number() })

const chargeOf = (row: ItemRow): ChargeRecord | null =>
  row.charge_at === null
    ? null
    : charge.parse({
        feature: row.charge_feature,
        credits: row.charge_credits,
        at: row.charge_at,
        standing: row.charge_standing,
      })
