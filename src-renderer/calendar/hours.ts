import { parseDateTime, toZoned } from '@internationalized/date'
import { resolveWall, wallAt } from '../time/wall-time.ts'

/** A row of the week: an hour on the clock, or the second time that a clock shows it where clocks go back. */
export type HourRow = { readonly hour: number; readonly second: boolean }

/** Steps that a post is moved by in a week, in minutes. */
export const SNAP = 15

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * The rows of some days: 24, and one more for each hour that happens twice in one of them. Every day has the same rows,
 * so that nine o'clock stands beside nine o'clock; what a day does not have is closed in it.
 */
export const rowsOf = (days: readonly string[], zone: string): HourRow[] => {
  const twice = new Set(days.flatMap((day) => hoursTwice(day, zone)))
  return Array.from({ length: 24 }, (_, hour) => hour).flatMap((hour) => [
    { hour, second: false },
    ...(twice.has(hour) ? [{ hour, second: true }] : []),
  ])
}

const hoursTwice = (day: string, zone: string): number[] => {
  if (changeOf(day, zone) >= 0) return []
  return Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    QUARTERS.some((minute) => resolveWall(wallOf(day, hour, minute), zone)?.shift === 'overlap'),
  )
}

/** By how many minutes clocks go forward on a day; negative: back; 0: they do not change. */
export const changeOf = (day: string, zone: string): number => {
  const start = startOf(day, zone)
  const end = startOf(next(day), zone)
  return (24 * HOUR - (end - start)) / MINUTE
}

const next = (day: string): string => new Date(Date.parse(`${day}T12:00:00Z`) + 24 * HOUR).toISOString().slice(0, 10)
const startOf = (day: string, zone: string): number => resolveWall(`${day}T00:00`, zone)?.at ?? 0
const QUARTERS = [0, 15, 30, 45, 59]

/** Whether no instant of a day falls into a row: the hour is left out there, or happens only once. */
export const isClosed = (day: string, zone: string, row: HourRow): boolean =>
  changeOf(day, zone) === 0 ? row.second : QUARTERS.every((minute) => timeIn(day, zone, row, minute) === null)

/** The instant of a minute of a row; null where there is none. */
export const timeIn = (day: string, zone: string, { hour, second }: HourRow, minute: number): number | null => {
  const wall = wallOf(day, hour, minute)
  const resolved = resolveWall(wall, zone)
  if (resolved === null || resolved.shift === 'gap') return null
  if (!second) return resolved.at
  return resolved.shift === 'overlap' ? toZoned(parseDateTime(wall), zone, 'later').toDate().getTime() : null
}

const wallOf = (day: string, hour: number, minute: number): string => `${day}T${pad(hour)}:${pad(minute)}`
const pad = (number: number): string => String(number).padStart(2, '0')

/** Where an instant stands in the rows of its day: 9.5 is half past the tenth row's beginning. */
export const placeIn = (at: number, zone: string, rows: readonly HourRow[]): number => {
  const wall = wallAt(at, zone)
  const [hour, minute] = [Number(wall.slice(11, 13)), Number(wall.slice(14, 16))]
  const first = resolveWall(wall, zone)
  const second = first !== null && Math.floor(at / MINUTE) * MINUTE > first.at
  const index = rows.findIndex((row) => row.hour === hour && row.second === second)
  return Math.max(index, 0) + minute / 60
}

/** The instant at a place in the rows of a day, to the quarter of an hour; null where the day has none. */
export const timeAt = (place: number, day: string, zone: string, rows: readonly HourRow[]): number | null => {
  const last = rows.length * (60 / SNAP) - 1
  const steps = Math.min(Math.max(Math.round((place * 60) / SNAP), 0), last)
  const row = rows[Math.floor((steps * SNAP) / 60)]
  return row === undefined ? null : timeIn(day, zone, row, (steps * SNAP) % 60)
}

/** The same hour on another day; it moves forward where that day leaves it out. */
export const sameHourOn = (at: number, day: string, zone: string): number =>
  resolveWall(`${day}T${wallAt(at, zone).slice(11)}`, zone)?.at ?? at
