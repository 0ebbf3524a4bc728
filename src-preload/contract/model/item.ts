import { z } from 'zod'
import { accountId, instant, itemId, postId, slotPlanId, wallTime, zoneName } from './common.ts'
import { attachment, mediaChange } from './media.ts'
import { feature } from './quota.ts'
import { failure } from '../failure.ts'

/** The states of an item's life. What may follow what is one table: `src-main/core/lifecycle.ts`. */
export const itemState = z.enum([
  'draft',
  'scheduled',
  'waiting',
  'publishing',
  'published',
  'failed',
  'unconfirmed',
  'missed',
  'cancelled',
])
export type ItemState = z.infer<typeof itemState>

/** Why a due item is held. `turn`: it comes late, and others of its account go out before it, one after the other. */
export const waitingReason = z.enum(['offline', 'unreachable', 'rate-limited', 'quota', 'signed-out', 'paused', 'turn'])
export type WaitingReason = z.infer<typeof waitingReason>

/** A time as the person meant it (wall time and zone) and as it was resolved. */
export const schedule = z.object({
  wall: wallTime,
  zone: zoneName,
  at: instant,
  /** `gap`: the wall time does not exist that day and moved forward; `overlap`: it happens twice, the first was taken. */
  shift: z.enum(['gap', 'overlap']).nullable(),
})
export type Schedule = z.infer<typeof schedule>

/** Where a published item stands in the world. */
export const remote = z.object({
  /** The channel's own identifier. */
  id: z.string(),
  /** A link people can open; null where the channel has none. */
  url: z.string().nullable(),
  /** The parts of a thread in order, the first being `id` itself; empty for a single post. */
  parts: z.array(z.object({ id: z.string(), url: z.string().nullable() })).default([]),
})
export type Remote = z.infer<typeof remote>

/** What a channel is told beside the content, such as `{ "type": "STORY" }`; each channel says what it knows. */
export const channelOptions = z.record(z.string().min(1).max(64), z.unknown())

/** What an item takes from the meters: reserved when it is scheduled, consumed when it is published, else released. */
export const charge = z.object({
  feature,
  /** Counts one post, and so many credits. */
  credits: z.int().nonnegative(),
  /** The instant whose windows it counts in. */
  at: instant,
  standing: z.enum(['reserved', 'consumed']),
})

/** How a published item read before an edit, oldest first: the chain of its versions. */
export const version = z.object({ text: z.string(), until: instant, remoteId: z.string() })
export type Version = z.infer<typeof version>

/** What this target says differently from its post; what is left out is the post's. */
export const override = z.object({
  text: z.string().max(100_000).optional(),
  media: z.array(attachment).max(100).optional(),
  /** What the channel is told for this target alone; it wins over the post's options for the channel. */
  options: channelOptions.optional(),
  /** The channel publishes it by a schedule of its own, with this computer shut, where it has one. */
  handOver: z.boolean().optional(),
  /** When it is meant to go out where that is not with the others; what is scheduled as a whole goes by it. */
  time: z.object({ wall: wallTime, zone: zoneName }).optional(),
})
export type Override = z.infer<typeof override>

/** One post aimed at one account: the thing that has a life. */
export const item = z.object({
  id: itemId,
  postId,
  accountId,
  /** Key of the account's channel. */
  channel: z.string(),
  state: itemState,
  override,
  schedule: schedule.nullable(),
  /** When Posthorn looks at it next; null when nothing will happen by itself. */
  nextAt: instant.nullable(),
  /** Set while `waiting`. */
  waiting: z.object({ reason: waitingReason, since: instant }).nullable(),
  /** The last thing that went wrong; kept while `waiting`, `failed`, `unconfirmed`. */
  failure: failure.nullable(),
  /** Attempts to send so far. */
  attempts: z.int().nonnegative(),
  /**
   * Set while the channel itself holds it to publish it at its time; `remote` is what it is held under there, null while
   * it is on its way there.
   */
  held: z.object({ remote: remote.nullable(), since: instant }).nullable(),
  remote: remote.nullable(),
  publishedAt: instant.nullable(),
  /** Null for what takes nothing: drafts, and what failed, was cancelled or missed. */
  charge: charge.nullable(),
  /** The place it holds in a plan of slots; null when it was scheduled otherwise. */
  slot: z.object({ planId: slotPlanId, at: instant }).nullable(),
  /** What is done to its media so that the channel takes them. */
  changes: z.array(mediaChange),
  versions: z.array(version),
  /** Made on the channel itself and read from there: Posthorn changes nothing about it. */
  external: z.boolean(),
  /** When it was taken down again from the channel by the person. */
  unpublishedAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
})
export type Item = z.infer<typeof item>

/** Where an item stands in the queue: its time, and the slot that it holds. */
export const place = z.object({ itemId, schedule, slot: item.shape.slot }).strict()
export type Place = z.infer<typeof place>

/** What one attempt to send came to; `open` until its outcome is written. */
export const attemptOutcome = z.enum([
  'open',
  'published',
  'rejected',
  'retry',
  'limited',
  'signed-out',
  'unclear',
  'handed-over',
  'settled-found',
  'settled-absent',
])
export type AttemptOutcome = z.infer<typeof attemptOutcome>

/** One attempt, for the item's story. */
export const attempt = z.object({
  number: z.int().positive(),
  startedAt: instant,
  endedAt: instant.nullable(),
  outcome: attemptOutcome,
  failure: failure.nullable(),
})
export type Attempt = z.infer<typeof attempt>
