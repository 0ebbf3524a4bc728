import type { Connection } from '../../src-preload/contract/model/account.ts'
import type {
  AttemptOutcome,
  ItemState,
  Override,
  Remote,
  WaitingReason,
} from '../../src-preload/contract/model/item.ts'
import type { Content, Lateness } from '../../src-preload/contract/model/post.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'

/*
 * What the core reasons about and the store keeps. Times are milliseconds since 1970 in UTC; what callers outside see
 * (ISO instants, derived status) is made of these in app/views.ts.
 */

export type Millis = number

/** A time as meant and as resolved. */
export type ScheduleRecord = { wall: string; zone: string; at: Millis; shift: 'gap' | 'overlap' | null }

export type ItemRecord = {
  readonly id: string
  readonly postId: string
  readonly accountId: string
  readonly channel: string
  readonly state: ItemState
  readonly override: Override
  readonly schedule: ScheduleRecord | null
  /** When the scheduler must look at it: the one column of the due query. */
  readonly nextAt: Millis | null
  readonly waiting: { reason: WaitingReason; since: Millis } | null
  readonly failure: Failure | null
  /** Attempts to send, ever. */
  readonly attempts: number
  /** Failed tries in a row: what the back-off doubles on. */
  readonly tries: number
  /** What the channel chose before the first attempt, so that it can be asked afterwards. Kept over retries. */
  readonly marker: string | null
  /** Parts of a thread that stand already; never sent again. */
  readonly parts: Remote['parts']
  /** While publishing: when the attempt is given up for lost. */
  readonly leaseUntil: Millis | null
  readonly remote: Remote | null
  readonly publishedAt: Millis | null
  readonly unpublishedAt: Millis | null
  readonly createdAt: Millis
  readonly updatedAt: Millis
}

export type PostRecord = Content & {
  readonly id: string
  readonly zone: string
  readonly lateness: Lateness | null
  readonly createdAt: Millis
  readonly updatedAt: Millis
  readonly deletedAt: Millis | null
}

export type AccountRecord = {
  readonly id: string
  readonly channel: string
  readonly name: string
  readonly settings: Record<string, unknown>
  readonly identity: string
  readonly connection: Connection
  readonly failure: Failure | null
  readonly checkedAt: Millis | null
  readonly createdAt: Millis
}

export type MediaRecord = {
  readonly id: string
  readonly hash: string
  readonly name: string
  readonly mime: string
  readonly size: number
  readonly width: number | null
  readonly height: number | null
  readonly createdAt: Millis
}

export type AttemptRecord = {
  readonly itemId: string
  readonly number: number
  readonly startedAt: Millis
  readonly endedAt: Millis | null
  readonly outcome: AttemptOutcome
  readonly failure: Failure | null
}
