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

/** So much of what was reckoned is kept; a month full of posts asks for a few hundred. */
const MOST = 5000

/** Reckoning in zones is dear, and a calendar asks for the same few instants each time it is drawn. */
const keeping = <K, T>(reckon: (of: K, zone: string) => T): ((of: K, zone: string) => T) => {
  const known = new Map<string, T>()
  return (of, zone) => {
    const key = `${String(of)} ${zone}`
    const kept = known.get(key)
    if (kept !== undefined) return kept
    if (known.size >= MOST) known.clear()
    const found = reckon(of, zone)
    known.set(key, found)
    return found
  }
}

/** Resolves `2026-12-01T09:00` in a zone; null when either cannot be read. */
export const resolveWall = keeping((wall: string, zone: string): Resolved | null => {
  try {
    const meant = parseDateTime(wall)
    const first = toZoned(meant, zone, 'earlier').toDate().getTime()
    const last = toZoned(meant, zone, 'later').toDate().getTime()
    if (first === last) return { at: first, shift: null }
    const at = toZoned(meant, zone, 'compatible').toDate().getTime()
    return { at, shift: wallAt(at, zone) === wallOf(meant) ? 'overlap' : 'gap' }
  } catch {
    return null
  }
})

/** What a clock in the zone shows at an instant, to the minute: `2026-12-01T09:00`. */
export const wallAt = keeping((at: number, zone: string): string => wallOf(toCalendarDateTime(fromAbsolute(at, zone))))

export const wallOf = (value: CalendarDateTime): string => value.toString().slice(0, 16)
