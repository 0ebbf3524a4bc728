import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fullestStretch, roomFrom, type Taken } from '../../src-main/core/meters-rolling.ts'

const SPAN = 10

const takings = fc
  .array(fc.record({ at: fc.integer({ min: 0, max: 60 }), amount: fc.integer({ min: 0, max: 3 }) }), { maxLength: 25 })
  .map((taken) => taken.toSorted((a, b) => a.at - b.at))

/** The most that stands in any stretch that holds the instant, counted the long way. */
const mostAround = (taken: readonly Taken[], instant: number): number =>
  Math.max(
    ...Array.from({ length: SPAN }, (_, back) => {
      const from = instant - back
      return taken.filter(({ at }) => from <= at && at < from + SPAN).reduce((sum, { amount }) => sum + amount, 0)
    }),
  )

test('room is found at the first instant at which no stretch that holds it would be too full', () => {
  fc.assert(
    fc.property(
      takings,
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 60 }),
      (taken, limit, wanted, from) => {
        const amount = Math.min(limit, wanted)
        let first = from
        while (mostAround([...taken, { at: first, amount }], first) > limit) first += 1
        expect(roomFrom(taken, { amount, limit, span: SPAN }, from)).toBe(first)
      },
    ),
    { numRuns: 2000 },
  )
})

test('the fullest stretch that holds an instant holds the most that any does', () => {
  fc.assert(
    fc.property(takings, fc.integer({ min: 0, max: 60 }), (taken, now) => {
      const held = fullestStretch(taken, SPAN, now)
      expect(held.reduce((sum, { amount }) => sum + amount, 0)).toBe(mostAround(taken, now))
      const [first, last] = [held[0], held.at(-1)]
      if (first && last) {
        expect(last.at - first.at).toBeLessThan(SPAN)
        expect(Math.max(last.at, now) - Math.min(first.at, now)).toBeLessThan(SPAN)
      }
    }),
    { numRuns: 2000 },
  )
})

test('two that lie a whole window apart do not stand in one stretch, and a little less they do', () => {
  const one = { amount: 1, limit: 1, span: SPAN }
  expect(roomFrom([{ at: 0, amount: 1 }], one, SPAN)).toBe(SPAN)
  expect(roomFrom([{ at: 0, amount: 1 }], one, SPAN - 1)).toBe(SPAN)
})

test('what is planned later is spared: a gap too small for both is passed over', () => {
  const planned = [
    { at: 0, amount: 1 },
    { at: 15, amount: 1 },
  ]
  expect(roomFrom(planned, { amount: 1, limit: 1, span: SPAN }, 5)).toBe(25)
})
