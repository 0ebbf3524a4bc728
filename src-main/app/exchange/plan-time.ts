import type { ImportPlan, ImportProblem } from '../../../src-preload/contract/model/exchange.ts'
import type { Millis, ScheduleRecord } from '../../core/records.ts'
import { isZone, resolveWall, scheduleAt } from '../../core/zones.ts'
import { problem } from './problems.ts'
import { readWhen } from './read-when.ts'
import type { Values } from './row-values.ts'

export type PlannedTime = { zone: string; schedule: ScheduleRecord | null; problems: ImportProblem[] }

/** When a row is to go out, in its zone. What is a draft anyway is not asked whether it has passed. */
export const planTime = (values: Values, plan: ImportPlan, now: Millis, draft: boolean): PlannedTime => {
  const named = values.zone?.trim() || plan.zone
  const known = isZone(named)
  const zone = known ? named : plan.zone
  const problems = known ? [] : [problem('error', 'zone', 'zone-unknown', { value: named })]
  if (draft || !values.when) return { zone, schedule: null, problems }
  const written = readWhen(values.when, plan.dayOrder)
  const unreadable = () => [...problems, problem('error', 'when', 'when-unreadable', { value: values.when ?? '' })]
  if (!written) return { zone, schedule: null, problems: unreadable() }
  const resolved =
    written.kind === 'instant' ? scheduleAt(Date.parse(written.at), zone) : resolveWall(written.wall, zone)
  if (!resolved.ok) return { zone, schedule: null, problems: unreadable() }
  const schedule = resolved.value
  const timeless = written.kind === 'wall' && written.timeless
  return {
    zone,
    schedule,
    problems: [
      ...problems,
      ...(timeless ? [problem('warning', 'when', 'time-missing', { value: schedule.wall.slice(11) })] : []),
      ...judgeSchedule(schedule, now),
    ],
  }
}

/** What there is to say about a time that was resolved. */
export const judgeSchedule = (schedule: ScheduleRecord, now: Millis): ImportProblem[] => {
  const value = spaced(schedule.wall)
  if (schedule.at <= now) return [problem('error', 'when', 'when-past', { value })]
  if (schedule.shift === 'overlap') return [problem('warning', 'when', 'when-overlap', { value })]
  if (schedule.shift !== 'gap') return []
  const there = scheduleAt(schedule.at, schedule.zone)
  return [problem('warning', 'when', 'when-gap', { value, to: there.ok ? spaced(there.value.wall) : '' })]
}

const spaced = (wall: string): string => wall.replace('T', ' ').slice(0, 16)
