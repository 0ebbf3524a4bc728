import type { Feature } from '../../../src-preload/contract/model/quota.ts'
import type { ChargeRecord, Millis } from '../../core/records.ts'

/** Charges of one day (counted from 1970, in UTC) added up; kept by triggers. */
export type ChargeDayTable = {
  day: number
  feature: Feature
  account_id: string
  standing: ChargeRecord['standing']
  posts: number
  credits: number
}

/** What was consumed by an item that is no more. */
export type ChargeKeptTable = { item_id: string; account_id: string; feature: Feature; credits: number; at: Millis }
