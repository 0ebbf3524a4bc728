import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemState } from '../../src-preload/contract/model/item.ts'
import { countNarrowed, type Narrowing, WIDE } from '../../src-renderer/filter/narrowing.ts'
import { readQueueFilter, statesOf, TABS, UPCOMING } from '../../src-renderer/queue/queue-filter.ts'
import { readRoute, writeRoute } from '../../src-renderer/shell/route.ts'

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const narrowing: fc.Arbitrary<Narrowing> = fc.record({
  search: fc.string(),
  accountId: fc.option(fc.stringMatching(/^acc_[0-9A-Z]{10,20}$/)),
  channel: fc.option(fc.stringMatching(/^[a-z]{2,12}$/)),
  tags: fc.array(fc.string({ minLength: 1 }), { maxLength: 4 }),
  from: fc.option(day),
  to: fc.option(day),
  external: fc.option(fc.boolean()),
})
const states = fc
  .uniqueArray(fc.constantFrom(...TABS.all.states))
  .map((some) => TABS.all.states.filter((state) => some.includes(state)))

test('whatever the queue is narrowed to is found again in its address', () => {
  const tabs = fc.constantFrom('upcoming', 'attention', 'published', 'all')
  fc.assert(
    fc.property(narrowing, tabs, states, (narrow, tab, some) => {
      const route = { room: 'queue', itemId: 'itm_1', filter: { ...narrow, tab, states: some } } as const
      expect(readRoute(writeRoute(route))).toEqual(route)
    }),
  )
})

test('whatever the drafts are narrowed to is found again in their address', () => {
  fc.assert(
    fc.property(narrowing, (filter) => {
      const found = readRoute(writeRoute({ room: 'drafts', filter }))
      expect(found.room === 'drafts' ? (found.filter ?? WIDE) : null).toEqual(filter)
    }),
  )
})

test('an address that makes no sense narrows nothing', () => {
  expect(readQueueFilter('')).toBeNull()
  expect(readQueueFilter('tab=nowhere')).toBeNull()
  expect(readQueueFilter('tab=upcoming&from=yesterday&to=2026-99-99&made=x&state=asleep&tag=&account=')).toEqual(
    UPCOMING,
  )
})

test('counts what a list is narrowed by, a stretch of days as one, the search not at all', () => {
  expect(countNarrowed(WIDE)).toBe(0)
  const searched = { ...WIDE, search: 'sea' }
  expect(countNarrowed(searched)).toBe(0)
  expect(countNarrowed({ ...WIDE, from: '2026-12-01', to: '2026-12-02', tags: ['a', 'b'], external: false })).toBe(4)
})

test('a tab shows the chosen ones of its states, all of them when none is chosen', () => {
  expect(statesOf({ ...UPCOMING, states: ['waiting', 'failed'] })).toEqual(['waiting'])
  expect(statesOf(UPCOMING)).toEqual(['scheduled', 'waiting', 'publishing'])
  expect([...TABS.all.states, 'draft'].toSorted()).toEqual(itemState.options.toSorted())
})
