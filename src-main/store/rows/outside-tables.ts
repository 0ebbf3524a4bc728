import type { Generated } from 'kysely'
import type { DeliveryRecord, KeyRecord, MeterRecord, Millis, TemplateRecord } from '../../core/records.ts'
import type { Flag, Json } from './tables.ts'

/* Tables of what is kept beside posts and accounts. */

export type MeterTable = { id: string; subject: Json; unit: MeterRecord['unit']; limit: number; window: Json }

export type SlotPlanTable = {
  id: string
  name: string
  /** The name as it is compared: without regard to case. */
  name_key: string
  zone: string
  times: Json
  created_at: Millis
}

export type TemplateTable = {
  id: string
  kind: TemplateRecord['kind']
  name: string
  /** The name as it is compared: without regard to case. */
  name_key: string
  text: string
  created_at: Millis
}

export type KeyTable = {
  id: string
  name: string
  kind: KeyRecord['kind']
  hint: string
  hash: string
  created_at: Millis
  last_used_at: Millis | null
  revoked_at: Millis | null
}

export type ImportTable = {
  id: string
  name: string
  hash: string
  at: Millis
  /** Ids of the posts it made. */
  posts: Json
  drafts: number
  scheduled: number
  undone_at: Millis | null
}

export type ReceiptTable = { once: string; hash: string; post: Json; answer: Json | null; at: Millis }

export type HookTable = { id: string; url: string; events: Json; active: Flag; created_at: Millis }

export type DeliveryTable = {
  seq: Generated<number>
  id: string
  hook_id: string
  event: DeliveryRecord['event']
  state: DeliveryRecord['state']
  attempts: number
  next_at: Millis | null
  status: number | null
  error: string | null
  created_at: Millis
  delivered_at: Millis | null
  body: string
}
