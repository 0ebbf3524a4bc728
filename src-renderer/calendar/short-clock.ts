import { formatClock } from '../time/format-time.ts'
import { locale } from '../words/say.ts'

const halves = new Map<string, boolean>()

/** Whether clocks have twice twelve hours where the person lives. */
const hasHalves = (): boolean => {
  const found = halves.get(locale()) ?? new Intl.DateTimeFormat(locale(), { hour: 'numeric' }).resolvedOptions().hour12
  halves.set(locale(), found === true)
  return found === true
}

/** An hour where there is little room: `9:40a` for `9:40 AM`; `09:40` stays what it is. */
export const shortClock = (at: number, zone: string): string =>
  formatClock(at, zone).replace(/\s*([AP])M$/i, (_, half: string) => half.toLowerCase())

/** A full hour beside its line: `9 AM`, `09:00`. */
export const hourClock = (at: number, zone: string): string => {
  const clock = formatClock(at, zone)
  return hasHalves() ? clock.replace(/:00(?=\D)/, '') : clock
}
