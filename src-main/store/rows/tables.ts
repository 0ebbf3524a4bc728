import type { Generated, Selectable } from 'kysely'
import type { AttemptOutcome, ItemState, WaitingReason } from '../../../src-preload/contract/model/item.ts'
import type { Connection } from '../../../src-preload/contract/model/account.ts'
import type { Vault } from '../../core/ports.ts'
import type { Feature } from '../../../src-preload/contract/model/quota.ts'
import type { ChargeRecord, Millis } from '../../core/records.ts'
import type { ChargeDayTable, ChargeKeptTable } from './charge-tables.ts'
import type { LabelTable, PostEntryTable, PostLabelTable } from './list-tables.ts'
import type {
  DeliveryTable,
  HookTable,
  ImportTable,
  KeyTable,
  MeterTable,
  ReceiptTable,
  SlotPlanTable,
  TemplateTable,
} from './outside-tables.ts'

/*
 * The tables as SQLite has them (migrations/ makes them). `seq` numbers rows in the order of arrival. What is marked as JSON is checked when it is read.
 */

export type Json = string
export type Flag = 0 | 1

export type PostTable = {
  seq: Generated<number>
  id: string
  media: Json
  thread: Flag
  tags: Json
  zone: string
  lateness: Json | null
  created_at: Millis
  updated_at: Millis
  deleted_at: Millis | null
  text: string
  strict: Flag
  numbered: Flag
  rich: Flag
  options: Json
  external: Flag
  /** Stands for its text, blanks and capitals aside; 0: it has none. */
  said: number
}

export type ItemTable = {
  seq: Generated<number>
  id: string
  /** Its post, by number and by id. */
  post_seq: number
  post_id: string
  account_id: string
  channel: string
  state: ItemState
  next_at: Millis | null
  /** What `latest` sorts by: published, else planned, else changed. */
  sort_at: Millis
  /** Its post was deleted, or the row could not be read: out of lists, due queries and counts. */
  hidden: Flag
  schedule: Json | null
  waiting_reason: WaitingReason | null
  waiting_since: Millis | null
  failure: Json | null
  attempts: number
  tries: number
  marker: string | null
  parts: Json
  lease_until: Millis | null
  held: Json | null
  remote: Json | null
  published_at: Millis | null
  unpublished_at: Millis | null
  created_at: Millis
  updated_at: Millis
  override: Json
  /** What it takes from the meters: all four or none. */
  charge_feature: Feature | null
  charge_credits: number | null
  charge_at: Millis | null
  charge_standing: ChargeRecord['standing'] | null
  slot_plan: string | null
  slot_at: Millis | null
  changes: Json
  versions: Json
  external: Flag
}

/** How many items that are not hidden each account has in each state; `rests`: without a next time. Kept by triggers. */
export type ItemCountTable = { account_id: string; state: ItemState; rests: Flag; n: number }

export type AttemptTable = {
  item_id: string
  number: number
  started_at: Millis
  ended_at: Millis | null
  outcome: AttemptOutcome
  failure: Json | null
}

export type AwakeTable = { hour: number; weeks: number; last: number; first: number }

export type AccountTable = {
  id: string
  channel: string
  name: string
  /** The name as it is compared: without regard to case. */
  name_key: string
  settings: Json
  identity: string
  connection: Connection
  failure: Json | null
  checked_at: Millis | null
  created_at: Millis
  aliases: Json
  destination: Json | null
  credits_per_post: number
  expires_at: Millis | null
  renew_at: Millis | null
  permissions: Json
}

export type PictureTable = {
  account_id: string
  name: string
  source: string
  mime: string
  bytes: Uint8Array
  fetched_at: Millis
}

export type MediaTable = {
  id: string
  hash: string
  name: string
  mime: string
  size: number
  width: number | null
  height: number | null
  seconds: number | null
  frame_rate: number | null
  edited: Json | null
  created_at: Millis
}

/** What is kept of uploads under way, by item. */
export type UploadTable = { item_id: string; name: string; value: string }

export type SettingTable = { name: string; value: Json }
export type SecretTable = { name: string; keeper: Vault['keeper']; sealed: Uint8Array }

/** Rows that could not be read, as they were, and why. */
export type QuarantineTable = { kind: string; key: string; content: Json; why: string; at: Millis }

/** The words of posts, without the text itself; `rowid` is the post's `seq`. */
export type PostSearchTable = { rowid: number; words: string; marks: string }

export type Tables = {
  post: PostTable
  item: ItemTable
  item_count: ItemCountTable
  attempt: AttemptTable
  awake: AwakeTable
  upload: UploadTable
  account: AccountTable
  account_picture: PictureTable
  media: MediaTable
  setting: SettingTable
  secret: SecretTable
  quarantine: QuarantineTable
  post_search: PostSearchTable
  post_entry: PostEntryTable
  label: LabelTable
  post_label: PostLabelTable
  item_remote: { item_seq: number; remote_id: string }
  charge_day: ChargeDayTable
  charge_kept: ChargeKeptTable
  meter: MeterTable
  slot_plan: SlotPlanTable
  template: TemplateTable
  api_key: KeyTable
  receipt: ReceiptTable
  import_run: ImportTable
  hook: HookTable
  delivery: DeliveryTable
}

export type PostRow = Selectable<PostTable>
export type ItemRow = Selectable<ItemTable>
export type DeliveryRow = Selectable<DeliveryTable>
