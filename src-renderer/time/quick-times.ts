import { type CalendarDateTime, fromAbsolute, getDayOfWeek, toCalendarDateTime } from '@internationalized/date'
import { say } from '../words/say.ts'
import { wallOf } from './wall-time.ts'

export type QuickTime = { key: string; label: string; wall: string }

const MORNING = 9
const EVENING = 18

/** Times people mean most often, none of them past: `In 1 hour`, `Tomorrow 09:00`, ... as wall times in the zone. */
export const quickTimes = (now: number, zone: string): QuickTime[] => {
  const local = toCalendarDateTime(fromAbsolute(now, zone))
  const inOneHour = toCalendarDateTime(fromAbsolute(now + 3_600_000, zone))
  const at = (days: number, hour: number): CalendarDateTime =>
    local.add({ days }).set({ hour, minute: 0, second: 0, millisecond: 0 })
  const choices: { key: string; label: string; value: CalendarDateTime }[] = [
    { key: 'in-1-hour', label: say('composer.quick-in-1-hour'), value: inOneHour },
  ]
  // With an hour to spare, so that it is not the same as the choice above it.
  if (local.hour < EVENING - 1)
    choices.push({ key: 'this-evening', label: say('composer.quick-this-evening'), value: at(0, EVENING) })
  choices.push({ key: 'tomorrow-morning', label: say('composer.quick-tomorrow-morning'), value: at(1, MORNING) })
  choices.push({ key: 'tomorrow-evening', label: say('composer.quick-tomorrow-evening'), value: at(1, EVENING) })
  const toMonday = 7 - getDayOfWeek(local, 'en-GB', 'mon')
  if (toMonday > 1)
    choices.push({ key: 'monday-morning', label: say('composer.quick-monday-morning'), value: at(toMonday, MORNING) })
  return choices.map(({ key, label, value }) => ({ key, label, wall: wallOf(value) }))
}
