import type { Millis } from './records.ts'

/*
 * When this computer is usually on: for each hour of the week, in which of the last eight weeks Posthorn ran in it. It
 * says which posts are likely to be late, and leaves the computer never.
 */

/** One hour of the week. `weeks` has a bit for each of the last eight weeks up to `last`, the lowest being `last`. */
export type AwakeHour = {
  /** 0: the first hour of Thursday, UTC, as weeks are counted from the epoch. */
  readonly hour: number
  readonly weeks: number
  readonly last: number
  /** The week it was seen in for the first time. */
  readonly first: number
}

const HOUR: Millis = 3_600_000
const HOURS = 168
const REMEMBERED = 8
/** With fewer weeks than this nothing can be said. */
const ENOUGH = 2
/** On in fewer of the weeks than this share is rarely on. */
const RARELY = 0.3

export const hourOf = (at: Millis): { hour: number; week: number } => {
  const hours = Math.floor(at / HOUR)
  return { hour: hours % HOURS, week: Math.floor(hours / HOURS) }
}

/** The hour with this week noted in it. */
export const noteAwake = (before: AwakeHour | undefined, at: Millis): AwakeHour => {
  const { hour, week } = hourOf(at)
  if (before === undefined) return { hour, weeks: 1, last: week, first: week }
  // A clock that was set back tells nothing about weeks to come.
  if (week < before.last) return before
  return { ...before, weeks: (shift(before.weeks, week - before.last) | 1) & 0xff, last: week }
}

/** Whether this computer is rarely on at that time of the week, as far as the weeks before `now` tell. */
export const isRarelyAwake = (hours: readonly AwakeHour[], at: Millis, now: Millis): boolean => {
  const { week } = hourOf(now)
  const began = Math.min(week, ...hours.map(({ first }) => first))
  // This week is not over yet, and the first one was not whole.
  const seenWeeks = Math.min(REMEMBERED - 1, week - began - 1)
  if (seenWeeks < ENOUGH) return false
  const one = hours.find(({ hour }) => hour === hourOf(at).hour)
  if (one === undefined) return true
  const weeks = shift(one.weeks, week - one.last) >> 1
  let on = 0
  for (let back = 0; back < seenWeeks; back += 1) on += (weeks >> back) & 1
  return on / seenWeeks < RARELY
}

const shift = (weeks: number, by: number): number => (by >= REMEMBERED ? 0 : (weeks << by) & 0xff)
