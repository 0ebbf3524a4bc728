import type { DayPlan } from './groups.ts'
import { changeOf, type HourRow, placeIn } from './hours.ts'

/** Hours that a week leaves out until they are asked for, since nothing stands in them on any of its days. */
export type Night = {
  /** Those before the first that is on show. */
  readonly before: readonly HourRow[]
  /** Those after the last. */
  readonly after: readonly HourRow[]
}

export const NO_NIGHT: Night = { before: [], after: [] }

/** Empty hours are left out before this one, and from the other on: in between a free hour is worth seeing. */
const MORNING = 7
const EVENING = 22
/** A single hour is not worth a fold. */
const WORTH = 2

type Seen = {
  readonly days: readonly string[]
  readonly plans: ReadonlyMap<string, DayPlan>
  readonly zone: string
  /** The present, where it is one of the days; it is always on show. */
  readonly now: number | null
}

/** What of the rows of some days is night; nothing where clocks change, since that happens at night. */
export const nightOf = (rows: readonly HourRow[], { days, plans, zone, now }: Seen): Night => {
  if (days.some((day) => changeOf(day, zone) !== 0)) return NO_NIGHT
  const stops = days.flatMap((day) => plans.get(day)?.stops ?? [])
  const hours = [...stops.map(({ at }) => at), ...(now === null ? [] : [now])].map((at) =>
    Math.floor(placeIn(at, zone, rows)),
  )
  const first = Math.min(MORNING, ...hours)
  const last = Math.max(EVENING - 1, ...hours)
  const before = rows.slice(0, first)
  const after = rows.slice(last + 1)
  return { before: before.length < WORTH ? [] : before, after: after.length < WORTH ? [] : after }
}
