import type { Migration } from './migration.ts'

/** The attempts of all items by their time. */
export const sixth: Migration = {
  version: 6,
  steps: [`create index attempt_by_time on attempt (started_at, item_id, number)`],
}
