import {
  type CalendarDateTime,
  fromAbsolute,
  parseDateTime,
  toCalendarDateTime,
  toZoned,
} from '@internationalized/date'

/** A wall time in a zone as it will be resolved. Mirrors the core's rule, so that it can be shown while choosing. */
export type Resolved = {
  /** Milliseconds since 1970 in UTC. */
  at: number
  /** `gap`: the hour does not exist that day and moves forward; `overlap`: it happens twice, the first is taken. */
  shift: 'gap' | 'overlap' | null
}

/** Resolves `2026-12-01T09:00` in a zone; null when either cannot be read. */
export const resolveWall = (wall: string, zone: string): Resolved | null => {
  try {
    const meant = parseDateTime(wall)
    const first = toZoned(meant, zone, 'earlier').toDate().getTime()
    const last = toZoned(meant, zone, 'later').toDate().getTime()
    const at = toZoned(meant, zone, 'compatible').toDate().getTime()
    if (first === last) return { at, shift: null }
    return { at, shift: wallAt(at, zone) === wallOf(meant) ? 'overlap' : 'gap' }
  } catch {
    return null
  }
}

/** What a clock in the zone shows at an instant, to the minute: `2026-12-01T09:00`. */
export const wallAt = (at: number, zone: string): string => wallOf(toCalendarDateTime(fromAbsolute(at, zone)))

export const wallOf = (value: CalendarDateTime): string => value.toString().slice(0, 16)
