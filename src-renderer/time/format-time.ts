import { LOCALE } from './locale.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const made = new Map<string, Intl.DateTimeFormat>()

/** Formats are dear to make and asked for in every row: each is made once. */
const format = (zone: string, kind: string, options: Intl.DateTimeFormatOptions, locale = LOCALE) => {
  const key = `${locale} ${zone} ${kind}`
  const found = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
  made.set(key, found)
  return found
}

/** How long, in the largest unit that fits: `12 s`, `5 min`, `2 h`, `3 days`. Rounded down, never below zero. */
export const formatSpan = (span: number): string => {
  const left = Math.max(0, span)
  if (left < MINUTE) return `${Math.floor(left / SECOND)} s`
  if (left < HOUR) return `${Math.floor(left / MINUTE)} min`
  if (left < DAY) return `${Math.floor(left / HOUR)} h`
  const days = Math.floor(left / DAY)
  return days === 1 ? '1 day' : `${days} days`
}

/** `in 2 h`, `4 s ago`, `now`. */
export const formatRelative = (at: number, now: number): string => {
  if (Math.abs(at - now) < SECOND) return 'now'
  return at > now ? `in ${formatSpan(at - now + SECOND - 1)}` : `${formatSpan(now - at)} ago`
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
  if (near !== null) return near
  const sameYear = key.slice(0, 4) === dayKey(now, zone).slice(0, 4)
  return sameYear
    ? format(zone, 'day', { weekday: 'long', day: 'numeric', month: 'long' }).format(at)
    : format(zone, 'day-year', { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' }).format(at)
}

/** Day and hour in one: `Today, 09:00`, `Tue 1 Dec, 09:00`. */
export const formatMoment = (at: number, zone: string, now: number): string => {
  const key = dayKey(at, zone)
  const near = nearDay(key, zone, now)
  if (near !== null) return `${near}, ${formatClock(at, zone)}`
  const sameYear = key.slice(0, 4) === dayKey(now, zone).slice(0, 4)
  const day = sameYear
    ? format(zone, 'short', { weekday: 'short', day: 'numeric', month: 'short' }).format(at)
    : format(zone, 'short-year', { day: 'numeric', month: 'short', year: 'numeric' }).format(at)
  return `${day.replace(/,/g, '')}, ${formatClock(at, zone)}`
}

/** The same inside a sentence: `today, 09:00`. */
export const formatMomentInText = (at: number, zone: string, now: number): string =>
  formatMoment(at, zone, now).replace(/^(?:Today|Tomorrow|Yesterday)/, (day) => day.toLowerCase())

/** Everything about an instant, with seconds and the zone's short name, for an item's story. */
export const formatExact = (at: number, zone: string): string =>
  format(zone, 'exact', {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(at)

/** A zone as people say it: `Berlin` for `Europe/Berlin`. */
export const zoneCity = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

const nearDay = (key: string, zone: string, now: number): string | null => {
  if (key === dayKey(now, zone)) return 'Today'
  // Midday steps cannot jump over a day when clocks change.
  if (key === shiftDay(dayKey(now, zone), 1)) return 'Tomorrow'
  if (key === shiftDay(dayKey(now, zone), -1)) return 'Yesterday'
  return null
}

const shiftDay = (key: string, days: number): string =>
  new Date(Date.parse(`${key}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10)
