import type { SlotTime } from '../../src-preload/contract/model/slot-plan.ts'
import { weekDays } from '../time/week-days.ts'
import { locale, say } from '../words/say.ts'

/** A day by name: `Monday`, or `Mon`. */
export const dayName = (day: number, length: 'long' | 'short' = 'long'): string =>
  // The first of January 2024 was a Monday.
  new Intl.DateTimeFormat(locale(), { weekday: length, timeZone: 'UTC' }).format(Date.UTC(2024, 0, day))

/** A wall time as clocks show it here: `09:30`, or `9:30 AM`. */
export const clockName = (time: string): string =>
  new Intl.DateTimeFormat(locale(), { timeStyle: 'short', timeZone: 'UTC' }).format(
    Date.parse(`2024-01-01T${time}:00Z`),
  )

export const timesOn = (times: readonly SlotTime[], day: number): string[] =>
  times
    .filter((one) => one.day === day)
    .map((one) => one.time)
    .toSorted()

/** The time on each of these days, those that are there already once. */
export const withTimes = (times: readonly SlotTime[], days: readonly number[], time: string): SlotTime[] => [
  ...times,
  ...days.filter((day) => !timesOn(times, day).includes(time)).map((day) => ({ day, time })),
]

export const withoutTime = (times: readonly SlotTime[], gone: SlotTime): SlotTime[] =>
  times.filter((one) => one.day !== gone.day || one.time !== gone.time)

/** `Weekdays`, `Every day`, `Mon, Wed`; in the order of the person's week. */
export const daysName = (days: readonly number[]): string => {
  const key = days.toSorted((a, b) => a - b).join('')
  if (key === '1234567') return say('slots.every-day')
  if (key === '12345') return say('slots.weekdays')
  if (key === '67') return say('slots.weekends')
  const inOrder = weekDays().filter((day) => days.includes(day))
  return inOrder.map((day) => dayName(day, 'short')).join(', ')
}
