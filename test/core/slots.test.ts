import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { inWeekOrder, nextSlots } from '../../src-main/core/slots.ts'

const at = (instant: string) => Date.parse(instant)
const first = (count: number, plan: Parameters<typeof nextSlots>[0], after: number): string[] => {
  const found: string[] = []
  for (const slot of nextSlots(plan, after, 8)) {
    if (found.push(new Date(slot).toISOString()) === count) break
  }
  return found
}

test('the slots of a week follow one another in the plan’s own zone', () => {
  const plan = {
    zone: 'Europe/Berlin',
    times: [
      { day: 2, time: '18:30' },
      { day: 2, time: '09:00' },
      { day: 5, time: '12:00' },
    ],
  }
  expect(first(4, plan, at('2026-12-01T00:00:00Z'))).toEqual([
    '2026-12-01T08:00:00.000Z',
    '2026-12-01T17:30:00.000Z',
    '2026-12-04T11:00:00.000Z',
    '2026-12-08T08:00:00.000Z',
  ])
})

test('a slot that is now is over', () => {
  const plan = { zone: 'UTC', times: [{ day: 2, time: '09:00' }] }
  expect(first(1, plan, at('2026-12-01T09:00:00Z'))).toEqual(['2026-12-08T09:00:00.000Z'])
})

test('a slot in the gap of a clock change moves forward by it, and one that happens twice is taken once', () => {
  const sundays = { zone: 'Europe/Berlin', times: [{ day: 7, time: '02:30' }] }
  expect(first(1, sundays, at('2026-03-23T00:00:00Z'))).toEqual(['2026-03-29T01:30:00.000Z'])
  expect(first(2, sundays, at('2026-10-19T00:00:00Z'))).toEqual([
    '2026-10-25T00:30:00.000Z',
    '2026-11-01T01:30:00.000Z',
  ])
})

test('two slots that a clock change lets fall together are one', () => {
  const plan = {
    zone: 'Europe/Berlin',
    times: [
      { day: 7, time: '02:30' },
      { day: 7, time: '03:30' },
    ],
  }
  expect(first(2, plan, at('2026-03-28T12:00:00Z'))).toEqual(['2026-03-29T01:30:00.000Z', '2026-04-05T00:30:00.000Z'])
})

test('a plan without times has no slots', () => {
  expect(first(1, { zone: 'UTC', times: [] }, 0)).toEqual([])
})

const slotTime = fc.record({
  day: fc.integer({ min: 1, max: 7 }),
  time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`),
})

test('slots always rise, lie ahead, and stand at a time of the plan but for the hour a gap moves them', () => {
  fc.assert(
    fc.property(
      fc.array(slotTime, { minLength: 1, maxLength: 10 }),
      fc.constantFrom(
        'UTC',
        'Europe/Berlin',
        'America/New_York',
        'Australia/Lord_Howe',
        'Asia/Kathmandu',
        'Pacific/Apia',
      ),
      fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') }),
      (times, zone, after) => {
        const slots = first(20, { zone, times }, after)
        const wanted = new Set(times.map(({ day, time }) => `${day} ${time}`))
        let last = after
        for (const slot of slots) {
          expect(at(slot)).toBeGreaterThan(last)
          last = at(slot)
          const wall = Temporal.Instant.from(slot).toZonedDateTimeISO(zone)
          const meant = wanted.has(`${wall.dayOfWeek} ${wall.toPlainTime().toString({ smallestUnit: 'minute' })}`)
          const changedToday = wall.startOfDay().hoursInDay !== 24
          expect(meant || changedToday).toBe(true)
        }
        expect(inWeekOrder(times).length).toBeLessThanOrEqual(times.length)
      },
    ),
    { numRuns: 200 },
  )
})
