import { z } from 'zod'
import { failure } from '../../../src-preload/contract/failure.ts'
import { itemState, override, remote, waitingReason } from '../../../src-preload/contract/model/item.ts'
import type { ItemRecord, ScheduleRecord } from '../../core/records.ts'
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
const parts = remote.shape.parts.unwrap()

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
  remote: toJsonOrNull(item.remote),
  published_at: item.publishedAt,
  unpublished_at: item.unpublishedAt,
  created_at: item.createdAt,
  updated_at: item.updatedAt,
  override: toJson(item.override),
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
  remote: fromJsonOrNull(remote, row.remote),
  publishedAt: row.published_at,
  unpublishedAt: row.unpublished_at,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})
