import { expect, test } from 'vitest'
import { describeTime } from '../../src-renderer/composer/send/describe-time.ts'
import {
  formatDay,
  formatExact,
  formatMoment,
  formatRelative,
  formatSpan,
  formatToMinute,
  inOneMinute,
} from '../../src-renderer/time/format-time.ts'
import { localeFor } from '../../src-renderer/words/languages.ts'
import { quickTimes } from '../../src-renderer/time/quick-times.ts'
import { resolveWall, wallAt } from '../../src-renderer/time/wall-time.ts'

const BERLIN = 'Europe/Berlin'
const now = Date.parse('2026-11-20T09:00:00Z')

test('spans are told in the largest unit that fits', () => {
  expect([0, 59_999, 60_000, 3_600_000, 86_400_000, 172_800_000].map(formatSpan)).toEqual([
    '0 s',
    '59 s',
    '1 min',
    '1 h',
    '1 day',
    '2 days',
  ])
})

test('what is to come is rounded up and what is past is rounded down', () => {
  expect(formatRelative(now + 11_500, now)).toBe('in 12 s')
  expect(formatRelative(now - 4_900, now)).toBe('4 s ago')
  expect(formatRelative(now + 300, now)).toBe('now')
})

test('days near by go by their names, in the zone that is looked at', () => {
  const lateInBerlin = Date.parse('2026-11-20T23:30:00Z')
  expect(formatDay(lateInBerlin, BERLIN, now)).toBe('Tomorrow')
  expect(formatDay(lateInBerlin, 'UTC', now)).toBe('Today')
  expect(formatMoment(now - 86_400_000, BERLIN, now)).toBe('Yesterday, 10:00')
})

test('tomorrow is right across the nights when clocks change', () => {
  const evening = Date.parse('2027-03-27T22:30:00Z')
  expect(formatDay(Date.parse('2027-03-28T21:59:00Z'), BERLIN, evening)).toBe('Tomorrow')
})

test('resolves a wall time as the core does: a gap moves forward, the first of two is taken', () => {
  expect(resolveWall('2026-12-01T09:00', BERLIN)).toEqual({ at: Date.parse('2026-12-01T08:00:00Z'), shift: null })
  expect(resolveWall('2027-03-28T02:30', BERLIN)).toEqual({ at: Date.parse('2027-03-28T01:30:00Z'), shift: 'gap' })
  expect(resolveWall('2026-10-25T02:30', BERLIN)).toEqual({ at: Date.parse('2026-10-25T00:30:00Z'), shift: 'overlap' })
  expect(resolveWall('nonsense', BERLIN)).toBeNull()
  expect(resolveWall('2026-12-01T09:00', 'Nowhere/Land')).toBeNull()
})

test('reads an instant on a clock in the zone', () => {
  expect(wallAt(Date.parse('2026-12-01T08:00:00Z'), BERLIN)).toBe('2026-12-01T09:00')
})

test('quick choices lie ahead, in order of the zone’s own day', () => {
  const morning = quickTimes(now, BERLIN)
  expect(morning.map(({ key, wall }) => [key, wall])).toEqual([
    ['in-1-hour', '2026-11-20T11:00'],
    ['this-evening', '2026-11-20T18:00'],
    ['tomorrow-morning', '2026-11-21T09:00'],
    ['tomorrow-evening', '2026-11-21T18:00'],
    ['monday-morning', '2026-11-23T09:00'],
  ])
  const evening = quickTimes(Date.parse('2026-11-22T19:00:00Z'), BERLIN)
  expect(evening.map(({ key }) => key)).toEqual(['in-1-hour', 'tomorrow-morning', 'tomorrow-evening'])
})

test('tells what a chosen time comes to, and what the clocks do', () => {
  const lines = (wall: string, zone: string, own = BERLIN): string[] => {
    const resolved = resolveWall(wall, zone)
    return resolved === null ? [] : describeTime(resolved, { wall, zone, own, now }).map(({ text }) => text)
  }
  expect(lines('2026-11-20T09:00', BERLIN)).toEqual(['This time has passed. Choose a later one.'])
  expect(lines('2026-11-21T09:00', BERLIN)).toEqual(['Tomorrow, 09:00, in 23 h'])
  expect(lines('2026-11-21T09:00', 'America/New_York')[1]).toBe('Tomorrow, 15:00 in Berlin')
  expect(lines('2027-03-28T02:30', BERLIN).at(-1)).toContain('does not exist')
  expect(lines('2027-10-31T02:30', BERLIN).at(-1)).toContain('comes twice')
})

test('instants are told to the minute; only those within one minute need their seconds', () => {
  const [first, soon, later] = ['09:00:02Z', '09:00:40Z', '11:30:05Z'].map((clock) => Date.parse(`2026-11-20T${clock}`))
  if (first === undefined || soon === undefined || later === undefined) throw new Error('no instants')
  expect(inOneMinute([later, soon, first])).toEqual(new Set([first, soon]))
  expect(inOneMinute([first, first + 60_000])).toEqual(new Set())
  expect(formatToMinute(first, BERLIN)).not.toContain(':02')
  expect(formatToMinute(first, BERLIN)).toBe(formatToMinute(soon, BERLIN))
  expect(formatExact(first, BERLIN)).toContain('10:00:02')
})

test('dates follow the person’s region, words stay English', () => {
  expect(localeFor('en', 'de-DE')).toBe('en-DE')
  expect(localeFor('en', 'en-US')).toBe('en-US')
  expect(localeFor('en', 'ja')).toBe('en-JP')
  expect(localeFor('en', 'not a language')).toBe('en-GB')
})
