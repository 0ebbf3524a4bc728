import type { Account, Connection } from '../../src-preload/contract/model/account.ts'
import type {
  AttemptOutcome,
  ItemState,
  Override,
  Remote,
  Version,
  WaitingReason,
} from '../../src-preload/contract/model/item.ts'
import type { ApiKey } from '../../src-preload/contract/model/key.ts'
import type { Delivery, Hook } from '../../src-preload/contract/model/hook.ts'
import type { Media, MediaChange } from '../../src-preload/contract/model/media.ts'
import type { Content, Lateness, Post } from '../../src-preload/contract/model/post.ts'
import type { Feature, Meter } from '../../src-preload/contract/model/quota.ts'
import type { Template } from '../../src-preload/contract/model/template.ts'
import type { SlotTime } from '../../src-preload/contract/model/slot-plan.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'

/*
 * What the core reasons about and the store keeps. Times are milliseconds since 1970 in UTC; what callers outside see
 * (ISO instants, derived status) is made of these in app/views.ts.
 */

export type Millis = number

/** A time as meant and as resolved. */
export type ScheduleRecord = { wall: string; zone: string; at: Millis; shift: 'gap' | 'overlap' | null }

/** What an item takes from the meters; see the contract's `charge`. The account is the item's. */
export type ChargeRecord = {
  readonly feature: Feature
  readonly credits: number
  readonly at: Millis
  readonly standing: 'reserved' | 'consumed'
}

/** A place in a plan of slots, held while the item is pending or after it was published. */
export type SlotRecord = { readonly planId: string; readonly at: Millis }

export type VersionRecord = Omit<Version, 'until'> & { readonly until: Millis }

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
  /**
   * Handed over to the channel's own schedule since then; `remote` is what it is held under there, null while it is on
   * its way, or nobody knows whether it arrived.
   */
  readonly held: { readonly remote: Remote | null; readonly since: Millis } | null
  readonly remote: Remote | null
  readonly publishedAt: Millis | null
  readonly unpublishedAt: Millis | null
  readonly charge: ChargeRecord | null
  readonly slot: SlotRecord | null
  readonly changes: readonly MediaChange[]
  readonly versions: readonly VersionRecord[]
  readonly external: boolean
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
  readonly external: boolean
}

export type AccountRecord = {
  readonly id: string
  readonly channel: string
  readonly name: string
  readonly settings: Record<string, unknown>
  readonly identity: string
  /** The name of its picture; the store tells it, and takes it from `pictures` alone. */
  readonly picture: string | null
  readonly aliases: readonly string[]
  readonly destination: { readonly id: string; readonly name: string } | null
  readonly creditsPerPost: number
  readonly expiresAt: Millis | null
  /** When its credential is to be renewed; null: by itself, or never. */
  readonly renewAt: Millis | null
  readonly permissions: Account['permissions']
  readonly connection: Connection
  readonly failure: Failure | null
  readonly checkedAt: Millis | null
  readonly createdAt: Millis
}

/** What a channel shows of an account, made small. */
export type PictureRecord = {
  readonly accountId: string
  /** Of its bytes: another picture has another name. */
  readonly name: string
  /** A digest of the address it came from: some addresses open more than a picture, so none is kept. */
  readonly source: string
  readonly mime: string
  readonly bytes: Uint8Array
  readonly fetchedAt: Millis
}

export type MediaRecord = {
  readonly id: string
  readonly hash: string
  readonly name: string
  readonly mime: string
  readonly size: number
  readonly width: number | null
  readonly height: number | null
  /** How long a video or a moving image runs; null for what does not. */
  readonly seconds: number | null
  /** Frames a second of a video; null where it is none, or does not tell. */
  readonly frameRate: number | null
  readonly edited: Media['edited']
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

export type MeterRecord = Meter & { readonly id: string }

export type SlotPlanRecord = {
  readonly id: string
  readonly name: string
  readonly zone: string
  readonly times: readonly SlotTime[]
  readonly createdAt: Millis
}

export type TemplateRecord = Omit<Template, 'createdAt'> & { readonly createdAt: Millis }

export type KeyRecord = Pick<ApiKey, 'id' | 'name' | 'kind' | 'hint'> & {
  /** SHA-256 of the key in hex. */
  readonly hash: string
  readonly createdAt: Millis
  readonly lastUsedAt: Millis | null
  readonly revokedAt: Millis | null
}

/** Its secret is kept with the secrets, not here. */
export type HookRecord = Omit<Hook, 'createdAt'> & { readonly createdAt: Millis }

export type DeliveryRecord = Omit<Delivery, 'nextAt' | 'createdAt' | 'deliveredAt'> & {
  readonly nextAt: Millis | null
  readonly createdAt: Millis
  readonly deliveredAt: Millis | null
}

/** Proof that a caller's own key made a post: written in the step that made it. */
export type ReceiptRecord = {
  readonly once: string
  /** SHA-256 of what was asked for, in hex. */
  readonly hash: string
  /** The post as it was answered. */
  readonly post: Post
  /** What the caller was answered in its own dialect, once it was; null before. */
  readonly answer: { readonly status: number; readonly body: string } | null
  readonly at: Millis
}

/** What an import made; `hash` is that of what was read. */
export type ImportRecord = {
  readonly id: string
  readonly name: string
  readonly hash: string
  readonly at: Millis
  readonly postIds: readonly string[]
  readonly drafts: number
  readonly scheduled: number
  readonly undoneAt: Millis | null
}
