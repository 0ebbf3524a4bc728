import { Temporal } from 'temporal-polyfill'
import type { MeterWindow } from '../../src-preload/contract/model/quota.ts'
import type { Millis } from './records.ts'

/** From an instant to another; the end is not part of it. */
export type Stretch = { readonly from: Millis; readonly to: Millis }

type Period = Extract<MeterWindow, { kind: 'period' }>

/** The calendar period of a zone in which an instant lies. */
export const periodAt = ({ period, zone }: Pick<Period, 'period' | 'zone'>, at: Millis): Stretch => {
  const first = firstDay(period, Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate())
  const second = first.add(LENGTH[period])
  const turn = startOf(second, zone)
  // Where a clock goes back over midnight the old date is shown once more although the new period has begun.
  return at < turn
    ? { from: startOf(first, zone), to: turn }
    : { from: turn, to: startOf(second.add(LENGTH[period]), zone) }
}

const LENGTH = { DAY: { days: 1 }, MONTH: { months: 1 }, YEAR: { years: 1 } } as const

const firstDay = (period: Period['period'], date: Temporal.PlainDate): Temporal.PlainDate => {
  switch (period) {
    case 'DAY':
      return date
    case 'MONTH':
      return date.with({ day: 1 })
    case 'YEAR':
      return date.with({ month: 1, day: 1 })
  }
}

const startOf = (date: Temporal.PlainDate, zone: string): Millis => date.toZonedDateTime(zone).epochMilliseconds
