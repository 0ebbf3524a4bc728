import type { Activity } from '../../src-preload/contract/model/activity.ts'
import { dayKey } from '../time/format-time.ts'

/** Attempts under the days on which they were begun, in the zone; newest first, as they come. */
export const groupByDay = (
  entries: readonly Activity[],
  zone: string,
): { day: string; entries: readonly Activity[] }[] =>
  [...Map.groupBy(entries, ({ startedAt }) => dayKey(Date.parse(startedAt), zone))].map(([day, ofDay]) => ({
    day,
    entries: ofDay,
  }))
