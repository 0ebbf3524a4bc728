import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { isZone, resolveWall, scheduleAt } from '../../src-main/core/zones.ts'

const iso = (wall: string, zone: string) => {
  const reply = resolveWall(wall, zone)
  return reply.ok ? [new Date(reply.value.at).toISOString(), reply.value.shift] : reply.failure.code
}

test('a wall time is resolved by the rules of its zone on that day', () => {
  expect(iso('2026-12-01T09:00', 'Europe/Berlin')).toEqual(['2026-12-01T08:00:00.000Z', null])
  expect(iso('2026-07-01T09:00', 'Europe/Berlin')).toEqual(['2026-07-01T07:00:00.000Z', null])
  expect(iso('2028-02-29T00:00', 'Asia/Kolkata')).toEqual(['2028-02-28T18:30:00.000Z', null])
})

test('a time in a DST gap moves forward by the gap and says so', () => {
  expect(iso('2027-03-28T02:30', 'Europe/Berlin')).toEqual(['2027-03-28T01:30:00.000Z', 'gap'])
  expect(iso('2027-03-14T02:30', 'America/New_York')).toEqual(['2027-03-14T07:30:00.000Z', 'gap'])
  // Lord Howe Island moves by half an hour.
  expect(iso('2026-10-04T02:15', 'Australia/Lord_Howe')).toEqual(['2026-10-03T15:45:00.000Z', 'gap'])
})

test('a time that happens twice takes the first and says so', () => {
  expect(iso('2026-10-25T02:30', 'Europe/Berlin')).toEqual(['2026-10-25T00:30:00.000Z', 'overlap'])
  expect(iso('2026-11-01T01:30', 'America/New_York')).toEqual(['2026-11-01T05:30:00.000Z', 'overlap'])
})

test('a day that a zone skipped moves on as a gap', () => {
  expect(iso('2011-12-30T12:00', 'Pacific/Apia')).toEqual(['2011-12-30T22:00:00.000Z', 'gap'])
})

test('what is not a date, or not a zone, is refused with its field', () => {
  expect(iso('2026-02-30T09:00', 'UTC')).toBe('invalid-input')
  expect(iso('tomorrow', 'UTC')).toBe('invalid-input')
  expect(iso('2026-12-01T09:00', 'Europe/Atlantis')).toBe('unknown-zone')
  expect(iso('2026-12-01T09:00', '+02:00')).toBe('unknown-zone')
})

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'America/St_Johns',
]

test('a schedule shown as wall time and resolved again is the same instant, unless that wall time happens twice', () => {
  const instants = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) }).map((ms) => ms - (ms % 1000))
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (at, zone) => {
      const shown = scheduleAt(at, zone)
      if (!shown.ok) throw new Error('a known zone was refused')
      const again = resolveWall(shown.value.wall, zone)
      if (!again.ok) throw new Error('a wall time of its own was refused')
      if (again.value.shift === null) expect(again.value.at).toBe(at)
      else expect(again.value.shift).toBe('overlap')
    }),
  )
})

test('a resolved time never lies before the time that was meant', () => {
  const walls = fc
    .integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) })
    .map((ms) => new Date(ms).toISOString().slice(0, 16))
  fc.assert(
    fc.property(walls, fc.constantFrom(...zones), (wall, zone) => {
      const reply = resolveWall(wall, zone)
      if (!reply.ok) throw new Error('a good wall time was refused')
      const shown = Temporal.Instant.fromEpochMilliseconds(reply.value.at).toZonedDateTimeISO(zone).toPlainDateTime()
      const order = Temporal.PlainDateTime.compare(shown, Temporal.PlainDateTime.from(wall))
      expect(order).toBe(reply.value.shift === 'gap' ? 1 : 0)
    }),
  )
})

test('every zone the runtime lists is a zone', () => {
  expect(Intl.supportedValuesOf('timeZone').filter((zone) => !isZone(zone))).toEqual([])
  expect(isZone('UTC')).toBe(true)
  expect(isZone('')).toBe(false)
})
