import { useMemo, useState } from 'react'
import { useNow } from '../time/use-now.ts'
import { daysOf, type DayRange } from './days.ts'
import type { DayPlan } from './groups.ts'
import { type HourRow, rowsOf } from './hours.ts'
import { type Night, NO_NIGHT, nightOf } from './night.ts'

/** So often it is looked at which hour it is; some zones are off by a quarter of an hour. */
const QUARTER = 15 * 60_000

type Seen = { plans: ReadonlyMap<string, DayPlan>; zone: string; today: string }

type Hours = {
  readonly rows: readonly HourRow[]
  readonly night: Night
  readonly awake: boolean
  onAwake(awake: boolean): void
}

/** The hours that the days of a week show, without the empty ones of the night until they are asked for; null: none. */
export const useHours = (range: DayRange | null, { plans, zone, today }: Seen): Hours => {
  const [awake, setAwake] = useState(false)
  const now = Math.floor(useNow(60_000) / QUARTER) * QUARTER
  return useMemo(() => {
    if (range === null) return { rows: [], night: NO_NIGHT, awake, onAwake: setAwake }
    const days = daysOf(range)
    const all = rowsOf(days, zone)
    const night = nightOf(all, { days, plans, zone, now: days.includes(today) ? now : null })
    const rows = awake ? all : all.slice(night.before.length, all.length - night.after.length)
    return { rows, night, awake, onAwake: setAwake }
  }, [range, plans, zone, today, now, awake])
}
