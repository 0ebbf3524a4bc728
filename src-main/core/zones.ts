import { Temporal } from 'temporal-polyfill'
import type { Reply } from '../../src-preload/contract/failure.ts'
import { failed } from './refusal.ts'
import type { Millis, ScheduleRecord } from './records.ts'
import { because } from './told.ts'

/**
 * Resolves a wall time in a zone. A time inside a DST gap moves forward by the gap; a repeated one takes the first;
 * `shift` says so, that it can be shown.
 */
export const resolveWall = (wall: string, zone: string): Reply<ScheduleRecord> => {
  let meant: Temporal.PlainDateTime
  try {
    meant = Temporal.PlainDateTime.from(wall, { overflow: 'reject' })
  } catch {
    return {
      ok: false,
      failure: failed('invalid-input', `"${wall}" is not a date and time.`, 'Use the form 2026-12-01T09:00.', {
        field: 'when',
        told: because('when-unreadable', { value: wall }),
      }),
    }
  }
  if (!isZone(zone)) return { ok: false, failure: unknownZone(zone) }
  const first = meant.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds
  const last = meant.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds
  const resolved = meant.toZonedDateTime(zone, { disambiguation: 'compatible' })
  const shift = first === last ? null : resolved.toPlainDateTime().equals(meant) ? 'overlap' : 'gap'
  return { ok: true, value: { wall, zone, at: resolved.epochMilliseconds, shift } }
}

/** The wall time that a clock in the zone shows at an instant, to the second. */
export const scheduleAt = (at: Millis, zone: string): Reply<ScheduleRecord> => {
  if (!isZone(zone)) return { ok: false, failure: unknownZone(zone) }
  const wall = Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
  return { ok: true, value: { wall, zone, at, shift: null } }
}

/** Whether the zone is an IANA name this runtime knows. Offsets such as `+02:00` are not: they have no rules. */
export const isZone = (zone: string): boolean => {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const unknownZone = (zone: string) =>
  failed('unknown-zone', `There is no time zone named "${zone}".`, 'Use a name such as Europe/Berlin.', {
    field: 'zone',
    told: because('zone-unknown', { zone }),
  })
