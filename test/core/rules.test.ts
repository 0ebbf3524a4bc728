import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemState } from '../../src-preload/contract/model/item.ts'
import { backOff } from '../../src-main/core/back-off.ts'
import { judgeLateness, lateBy } from '../../src-main/core/lateness.ts'
import { postStatus } from '../../src-main/core/post-status.ts'
import { anItem } from '../fixtures/records.ts'

const HOUR = 3_600_000
const at = (time: number) => ({ wall: '2026-12-01T09:00', zone: 'UTC', at: time, shift: null })

test('the back-off doubles from five seconds, stays within a fifth of it, and ends at an hour', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.double({ min: 0, max: 0.999, noNaN: true }), (tries, dice) => {
      const base = Math.min(HOUR, 5000 * 2 ** Math.min(tries, 30))
      const wait = backOff(tries, () => dice)
      expect(wait).toBeGreaterThanOrEqual(Math.floor(base * 0.8))
      expect(wait).toBeLessThanOrEqual(Math.ceil(base * 1.2))
    }),
  )
})

test('a scheduled item is late by its own time', () => {
  expect(lateBy(anItem({ state: 'scheduled', schedule: at(1000), nextAt: 1000 }), 1000 + HOUR)).toBe(HOUR)
})

test('an item that waited for its channel with the app awake was never neglected', () => {
  const item = anItem({
    state: 'waiting',
    schedule: at(0),
    nextAt: 50 * HOUR,
    waiting: { reason: 'unreachable', since: 0 },
  })
  expect(lateBy(item, 50 * HOUR + 10)).toBe(10)
})

test('an item held until the person acts is late by its own time', () => {
  for (const reason of ['signed-out', 'paused'] as const) {
    const item = anItem({ state: 'waiting', schedule: at(0), nextAt: 50 * HOUR, waiting: { reason, since: 0 } })
    expect(lateBy(item, 50 * HOUR)).toBe(50 * HOUR)
  }
})

test('lateness within the limit is sent, beyond it the policy decides', () => {
  const item = anItem({ state: 'scheduled', schedule: at(0), nextAt: 0 })
  expect(judgeLateness(item, { withinMinutes: 60, then: 'ask' }, HOUR)).toBe('send')
  expect(judgeLateness(item, { withinMinutes: 60, then: 'ask' }, HOUR + 1)).toBe('miss')
  // A look that comes a moment late is no lateness to decide about.
  expect(judgeLateness(item, { withinMinutes: 0, then: 'ask' }, 60_000)).toBe('send')
  expect(judgeLateness(item, { withinMinutes: 0, then: 'ask' }, 60_001)).toBe('miss')
  expect(judgeLateness(item, { withinMinutes: 60, then: 'skip' }, HOUR + 1)).toBe('skip')
  expect(judgeLateness(item, { withinMinutes: 60, then: 'publish' }, 1000 * HOUR)).toBe('send')
})

test('the status of a post follows from its items and from nothing else', () => {
  expect(postStatus([])).toBe('draft')
  expect(postStatus(['draft', 'draft'])).toBe('draft')
  expect(postStatus(['published', 'published'])).toBe('published')
  expect(postStatus(['published', 'failed'])).toBe('partial')
  expect(postStatus(['published', 'missed'])).toBe('partial')
  expect(postStatus(['failed', 'cancelled'])).toBe('failed')
  expect(postStatus(['published', 'scheduled'])).toBe('scheduled')
  expect(postStatus(['published', 'waiting'])).toBe('scheduled')
  expect(postStatus(['scheduled', 'publishing'])).toBe('publishing')
  expect(postStatus(['unconfirmed', 'published'])).toBe('publishing')
  expect(postStatus(['cancelled', 'cancelled'])).toBe('cancelled')
  expect(postStatus(['cancelled', 'published'])).toBe('published')
})

test('the order of the items does not matter to the status', () => {
  const states = fc.array(fc.constantFrom(...itemState.options), { maxLength: 8 })
  fc.assert(
    fc.property(states, (some) => {
      expect(postStatus(some.toReversed())).toBe(postStatus(some))
    }),
  )
})
