import { type RawBuilder, sql } from 'kysely'
import type { Millis } from '../../core/records.ts'

// As the first migration lays the search indexes out: the hour, then the row's number.
const HOUR = 3_600_000
const ROWS_AN_HOUR = 2 ** 31

/** A stretch of a search index, both ends included, newest first; `limit` -1: all of it. */
export type Stretch = { top: number; bottom: number; limit: number }

/** Where a list goes on: strictly after this time and row number, newest first. */
export type From = { time: Millis; seq: number; limit: number }

/**
 * Reads the newest matches out of a search index that is in the order of hours: as many as wanted, then the rest of
 * the hour that the last of them fell into, in which the order is not the list's. So the work follows the page, not
 * the number of matches.
 */
export const byPlace = <R extends { search_row: number }>(
  from: From,
  key: (row: R) => readonly [Millis, number],
  fetch: (stretch: Stretch) => R[],
): R[] => {
  const top = Math.min(Number.MAX_SAFE_INTEGER, (Math.floor(Math.max(from.time, 0) / HOUR) + 1) * ROWS_AN_HOUR - 1)
  const rows = fetch({ top, bottom: 0, limit: from.limit })
  const last = rows.at(-1)
  if (last && rows.length === from.limit) {
    const bottom = Math.floor(last.search_row / ROWS_AN_HOUR) * ROWS_AN_HOUR
    rows.push(...fetch({ top: last.search_row - 1, bottom, limit: -1 }))
  }
  return rows.sort((a, b) => key(b)[0] - key(a)[0] || key(b)[1] - key(a)[1]).slice(0, from.limit)
}

/** The `seq` of the row that a place in a search index belongs to. */
export const seqOf = (place: RawBuilder<number>): RawBuilder<number> => sql`(${place} & 2147483647)`

/** A number as the index takes it: numbers are bound as floating point, and it looks only for whole ones. */
export const whole = (number: RawBuilder<number>): RawBuilder<number> => sql`cast(${number} as integer)`
