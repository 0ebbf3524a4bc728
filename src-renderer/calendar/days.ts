import { parseDate, startOfMonth } from '@internationalized/date'
import { weekStart } from '../time/week-days.ts'
import { locale } from '../words/say.ts'

export const CALENDAR_VIEWS = ['month', 'week', 'agenda'] as const
export type CalendarView = (typeof CALENDAR_VIEWS)[number]

/** Days such as `2026-12-01`, from one on. */
export type DayRange = { readonly from: string; readonly count: number }

export const shiftDay = (day: string, days: number): string => parseDate(day).add({ days }).toString()

/** How many days lie from one to the other; negative when it is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000)

export const daysOf = ({ from, count }: DayRange): string[] =>
  Array.from({ length: count }, (_, index) => shiftDay(from, index))

/** Whole weeks that hold the whole month of a day. */
export const monthRange = (day: string): DayRange => {
  const first = startOfMonth(parseDate(day))
  const from = weekStart(first.toString())
  const before = daysBetween(from, first.toString())
  const days = first.calendar.getDaysInMonth(first)
  return { from, count: Math.ceil((before + days) / 7) * 7 }
}

/** In a narrow window so many days stand side by side. */
export const FEW_DAYS = 3

/**
 * The days that a view shows around a day. A narrow week has three days, counted from today on, so that today comes first
 * where it is on show.
 */
export const rangeOf = (view: CalendarView, day: string, { today, narrow }: Around): DayRange => {
  if (view === 'month') return monthRange(day)
  if (view === 'agenda') {
    const first = startOfMonth(parseDate(day))
    return { from: first.toString(), count: first.calendar.getDaysInMonth(first) }
  }
  if (!narrow) return { from: weekStart(day), count: 7 }
  const off = Math.floor(daysBetween(today, day) / FEW_DAYS) * FEW_DAYS
  return { from: shiftDay(today, off), count: FEW_DAYS }
}

type Around = { today: string; narrow: boolean }

/** The day that the view before or after this one is looked at by. */
export const stepDay = (view: CalendarView, day: string, by: 1 | -1, narrow: boolean): string =>
  view === 'week' ? shiftDay(day, by * (narrow ? FEW_DAYS : 7)) : parseDate(day).add({ months: by }).toString()

const formats = new Map<string, Intl.DateTimeFormat>()

const format = (day: string, options: Intl.DateTimeFormatOptions): string => {
  const key = `${locale()} ${JSON.stringify(options)}`
  const found = formats.get(key) ?? new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' })
  formats.set(key, found)
  return found.format(Date.parse(`${day}T12:00:00Z`))
}

/** `Tuesday 1 December`, with the year on request. */
export const dayInWords = (day: string, withYear = false): string =>
  format(day, { weekday: 'long', day: 'numeric', month: 'long', ...(withYear ? { year: 'numeric' } : {}) })

/** `Tue`. */
export const weekdayShort = (day: string): string => format(day, { weekday: 'short' })
export const weekdayLong = (day: string): string => format(day, { weekday: 'long' })
/** `1`, without what some languages write behind it. */
export const dayNumber = (day: string): string => String(Number(day.slice(8)))
/** `1 Dec`. */
export const dayShort = (day: string): string => format(day, { day: 'numeric', month: 'short' })

/** What is on show: `December 2026`, or `30 Nov – 6 Dec 2026`. */
export const rangeInWords = (view: CalendarView, day: string, range: DayRange): string => {
  if (view !== 'week') return format(day, { month: 'long', year: 'numeric' })
  const [from, to] = [range.from, shiftDay(range.from, range.count - 1)].map((one) => Date.parse(`${one}T12:00:00Z`))
  return new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).formatRange(from ?? 0, to ?? 0)
}
