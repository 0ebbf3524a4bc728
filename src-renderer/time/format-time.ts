import { locale, say } from '../words/say.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const made = new Map<string, Intl.DateTimeFormat>()

/** Formats are dear to make and asked for in every row: each is made once. */
const format = (zone: string, kind: string, options: Intl.DateTimeFormatOptions, tongue = locale()) => {
  const key = `${tongue} ${zone} ${kind}`
  const found = made.get(key) ?? new Intl.DateTimeFormat(tongue, { ...options, timeZone: zone })
  made.set(key, found)
  return found
}

/** How long, in the largest unit that fits: `12 s`, `5 min`, `2 h`, `3 days`. Rounded down, never below zero. */
export const formatSpan = (span: number): string => {
  const left = Math.max(0, span)
  if (left < MINUTE) return say('time.seconds', { count: Math.floor(left / SECOND) })
  if (left < HOUR) return say('time.minutes', { count: Math.floor(left / MINUTE) })
  if (left < DAY) return say('time.hours', { count: Math.floor(left / HOUR) })
  return say('time.days', { count: Math.floor(left / DAY) })
}

/** `in 2 h`, `4 s ago`, `now`. */
export const formatRelative = (at: number, now: number): string => {
  if (Math.abs(at - now) < SECOND) return say('time.now')
  return at > now
    ? say('time.in', { span: formatSpan(at - now + SECOND - 1) })
    : say('time.ago', { span: formatSpan(now - at) })
}

/** The hour on a clock in the zone: `09:00`. */
export const formatClock = (at: number, zone: string): string =>
  format(zone, 'clock', { timeStyle: 'short' }).format(at)

/** The day in the zone as `2026-12-01`, for comparing and grouping. */
export const dayKey = (at: number, zone: string): string =>
  format(zone, 'key', { year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA').format(at)

/** The day by name: `Today`, `Tomorrow`, `Tuesday 1 December`; the year only where it is not this one. */
export const formatDay = (at: number, zone: string, now: number): string => {
  const key = dayKey(at, zone)
  const near = nearDay(key, zone, now)
  if (near !== null) return say(`time.${near}`)
  const sameYear = key.slice(0, 4) === dayKey(now, zone).slice(0, 4)
  return sameYear
    ? format(zone, 'day', { weekday: 'long', day: 'numeric', month: 'long' }).format(at)
    : format(zone, 'day-year', { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' }).format(at)
}

/** Day and hour in one: `Today, 09:00`, `Tue 1 Dec, 09:00`. */
export const formatMoment = (at: number, zone: string, now: number): string => {
  const near = nearDay(dayKey(at, zone), zone, now)
  const day = near === null ? shortDay(at, zone, now) : say(`time.${near}`)
  return say('time.moment', { day, clock: formatClock(at, zone) })
}

/** The same inside a sentence: `today, 09:00`. */
export const formatMomentInText = (at: number, zone: string, now: number): string => {
  const near = nearDay(dayKey(at, zone), zone, now)
  const day = near === null ? shortDay(at, zone, now) : say(`time.${near}-in-text`)
  return say('time.moment', { day, clock: formatClock(at, zone) })
}

/** Day and hour without the weekday, where that is said already: `1 Dec, 09:00`. */
export const formatDateMoment = (at: number, zone: string): string =>
  say('time.moment', {
    day: format(zone, 'date', { day: 'numeric', month: 'short' }).format(at),
    clock: formatClock(at, zone),
  })

/** `Tue 1 Dec`; with the year instead of the weekday where it is not this one. */
const shortDay = (at: number, zone: string, now: number): string => {
  const key = dayKey(at, zone)
  const sameYear = key.slice(0, 4) === dayKey(now, zone).slice(0, 4)
  const day = sameYear
    ? format(zone, 'short', { weekday: 'short', day: 'numeric', month: 'short' }).format(at)
    : format(zone, 'short-year', { day: 'numeric', month: 'short', year: 'numeric' }).format(at)
  return day.replaceAll(',', '')
}

const TO_THE_MINUTE = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
} as const

/** An instant with its date and the zone's short name, for an item's story. */
export const formatToMinute = (at: number, zone: string): string => format(zone, 'to-minute', TO_THE_MINUTE).format(at)

/** Everything about an instant: the same with seconds. */
export const formatExact = (at: number, zone: string): string =>
  format(zone, 'exact', { ...TO_THE_MINUTE, second: '2-digit' }).format(at)

/** Of several instants those that only their seconds tell apart: they fall into a minute that another is in. */
export const inOneMinute = (instants: readonly number[]): ReadonlySet<number> => {
  const minutes = Map.groupBy(instants, (at) => Math.floor(at / MINUTE))
  return new Set([...minutes.values()].filter((some) => some.length > 1).flat())
}

/** A zone as people say it: `Berlin` for `Europe/Berlin`. */
export const zoneCity = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

const nearDay = (key: string, zone: string, now: number): 'today' | 'tomorrow' | 'yesterday' | null => {
  if (key === dayKey(now, zone)) return 'today'
  // Midday steps cannot jump over a day when clocks change.
  if (key === shiftDay(dayKey(now, zone), 1)) return 'tomorrow'
  if (key === shiftDay(dayKey(now, zone), -1)) return 'yesterday'
  return null
}

const shiftDay = (key: string, days: number): string =>
  new Date(Date.parse(`${key}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10)
