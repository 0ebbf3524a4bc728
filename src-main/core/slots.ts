import { Temporal } from 'temporal-polyfill'
import type { SlotTime } from '../../src-preload/contract/model/slot-plan.ts'
import type { Millis, SlotPlanRecord } from './records.ts'

/** The times of a plan in the order of the week, none twice. */
export const inWeekOrder = (times: readonly SlotTime[]): SlotTime[] => {
  const byKey = new Map(times.map((one) => [`${one.day} ${one.time}`, one]))
  return [...byKey.values()].toSorted((a, b) => a.day - b.day || a.time.localeCompare(b.time))
}

/**
 * The slots of a plan after an instant, soonest first, for so many weeks. Where a clock change skips a slot's wall time
 * it moves forward by the gap; where the time happens twice the first is taken; two slots that fall together are one.
 */
export function* nextSlots(
  plan: Pick<SlotPlanRecord, 'zone' | 'times'>,
  after: Millis,
  weeks: number,
): Generator<Millis> {
  const times = inWeekOrder(plan.times)
  const today = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(plan.zone).toPlainDate()
  let last = after
  // One day back: a gap can move a slot of yesterday past midnight.
  for (let day = -1; day < weeks * 7; day += 1) {
    const date = today.add({ days: day })
    for (const { day: weekday, time } of times) {
      if (weekday !== date.dayOfWeek) continue
      const at = date.toZonedDateTime({ timeZone: plan.zone, plainTime: time }).epochMilliseconds
      if (at <= last) continue
      last = at
      yield at
    }
  }
}
