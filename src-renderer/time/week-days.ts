import { parseDate, startOfWeek } from '@internationalized/date'
import { locale } from '../words/say.ts'

/** The first day of the week that a day such as `2026-12-01` is in, as weeks begin where the person lives. */
export const weekStart = (day: string): string => startOfWeek(parseDate(day), locale()).toString()

/** The days of a week as they follow each other there, by their ISO numbers: 1 is Monday, 7 Sunday. */
export const weekDays = (): number[] => {
  // The first of January 2024 was a Monday.
  const first = new Date(weekStart('2024-01-01')).getUTCDay() || 7
  return Array.from({ length: 7 }, (_, index) => ((first - 1 + index) % 7) + 1)
}
