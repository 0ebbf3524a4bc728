import { delivery } from '../../../src-preload/contract/model/hook.ts'
import type { DeliveryRecord } from '../../core/records.ts'
import type { DeliveryTable } from './outside-tables.ts'
import type { DeliveryRow } from './tables.ts'

/** What is written of a delivery. */
export type DeliveryValues = Omit<DeliveryTable, 'seq'>

export const toDeliveryValues = (one: DeliveryRecord): DeliveryValues => ({
  id: one.id,
  hook_id: one.hookId,
  event: one.event,
  state: one.state,
  attempts: one.attempts,
  next_at: one.nextAt,
  status: one.status,
  error: one.error,
  created_at: one.createdAt,
  delivered_at: one.deliveredAt,
  body: one.body,
})

/** Throws when the row does not make a delivery. */
export const toDelivery = (row: DeliveryRow): DeliveryRecord => ({
  id: row.id,
  hookId: row.hook_id,
  event: delivery.shape.event.parse(row.event),
  state: delivery.shape.state.parse(row.state),
  attempts: row.attempts,
  nextAt: row.next_at,
  status: row.status,
  error: row.error,
  body: row.body,
  createdAt: row.created_at,
  deliveredAt: row.delivered_at,
})
