import { Temporal } from 'temporal-polyfill'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { periodAt } from '../../src-main/core/meters-period.ts'

const at = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds
const asText = ({ from, to }: { from: number; to: number }) =>
  [from, to].map((one) => Temporal.Instant.fromEpochMilliseconds(one).toString())

test('a day is the day of the zone, 23 or 25 hours long where its clock changes', () => {
  expect(asText(periodAt({ period: 'DAY', zone: 'Europe/Berlin' }, at('2026-03-29T12:00:00Z')))).toEqual([
    '2026-03-28T23:00:00Z',
    '2026-03-29T22:00:00Z',
  ])
  expect(asText(periodAt({ period: 'DAY', zone: 'Europe/Berlin' }, at('2026-10-25T12:00:00Z')))).toEqual([
    '2026-10-24T22:00:00Z',
    '2026-10-25T23:00:00Z',
  ])
})

test('a month and a year begin at midnight of their first day in the zone', () => {
  expect(asText(periodAt({ period: 'MONTH', zone: 'America/New_York' }, at('2026-03-01T04:59:59.999Z')))).toEqual([
    '2026-02-01T05:00:00Z',
    '2026-03-01T05:00:00Z',
  ])
  expect(asText(periodAt({ period: 'YEAR', zone: 'Asia/Tokyo' }, at('2026-12-31T15:00:00Z')))).toEqual([
    '2026-12-31T15:00:00Z',
    '2027-12-31T15:00:00Z',
  ])
})

test('a day whose midnight the clock skips begins when the clock goes on', () => {
  expect(asText(periodAt({ period: 'DAY', zone: 'America/Sao_Paulo' }, at('2018-11-04T12:00:00Z')))).toEqual([
    '2018-11-04T03:00:00Z',
    '2018-11-05T02:00:00Z',
  ])
})

test('a clock that goes back over midnight begins no day twice', () => {
  // In St. John's the clock went from 00:01 on 7 November 2010 back to 23:01 on the 6th.
  const again = periodAt({ period: 'DAY', zone: 'America/St_Johns' }, at('2010-11-07T03:00:00Z'))
  expect(asText(again)).toEqual(['2010-11-07T02:30:00Z', '2010-11-08T03:30:00Z'])
})

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Asia/Tehran',
  'Pacific/Apia',
  'Asia/Gaza',
]

test('every instant lies in its period, and periods follow one another without a gap', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom('DAY' as const, 'MONTH' as const, 'YEAR' as const),
      fc.integer({ min: at('2005-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') }),
      (zone, period, instant) => {
        const { from, to } = periodAt({ period, zone }, instant)
        expect(from <= instant && instant < to).toBe(true)
        expect(periodAt({ period, zone }, from)).toEqual({ from, to })
        expect(periodAt({ period, zone }, to - 1)).toEqual({ from, to })
        expect(periodAt({ period, zone }, to).from).toBe(to)
      },
    ),
    { numRuns: 2000 },
  )
})
