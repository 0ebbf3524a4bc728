import type { When } from '../../src-preload/contract/model/post.ts'
import { granted, refuse } from '../core/refusal.ts'
import type { Millis, ScheduleRecord } from '../core/records.ts'
import { resolveWall, scheduleAt } from '../core/zones.ts'
import { because } from '../core/told.ts'

/** Turns what a person said about time into a schedule; refuses the past. `zone` is the one to show `now` and `in` in. */
export const resolveWhen = (when: Exclude<When, { kind: 'slot' }>, zone: string, now: Millis): ScheduleRecord => {
  switch (when.kind) {
    case 'now':
      return granted(scheduleAt(now, zone))
    case 'in':
      return granted(scheduleAt(now + Math.round(when.seconds * 1000), zone))
    case 'instant':
      return future(granted(scheduleAt(Date.parse(when.at), when.zone)), now)
    case 'at':
      return future(granted(resolveWall(when.wall, when.zone)), now)
  }
}

const future = (schedule: ScheduleRecord, now: Millis): ScheduleRecord =>
  schedule.at > now
    ? schedule
    : refuse(
        'in-the-past',
        `${schedule.wall.replace('T', ' ')} in ${schedule.zone} has already passed.`,
        'Choose a later time, or publish it now.',
        { field: 'when', told: because('time-passed', { wall: schedule.wall.replace('T', ' '), zone: schedule.zone }) },
      )
