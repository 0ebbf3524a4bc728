import { Temporal } from 'temporal-polyfill'
import type { Millis } from './records.ts'

/** A day as it passes in a zone: from its first instant, inclusive, to that of the next day, exclusive. */
export type ZonedDay = { day: string; from: Millis; to: Millis }

/** So many days of a zone from a day such as `2026-12-01` on. Where clocks change they have 23 or 25 hours. */
export const daysFrom = (day: string, count: number, zone: string): ZonedDay[] => {
  const first = Temporal.PlainDate.from(day)
  const starts = Array.from(
    { length: count + 1 },
    (_, index) => first.add({ days: index }).toZonedDateTime(zone).epochMilliseconds,
  )
  return starts.slice(0, count).map((from, index) => ({
    day: first.add({ days: index }).toString(),
    from,
    to: starts[index + 1] ?? from,
  }))
}
