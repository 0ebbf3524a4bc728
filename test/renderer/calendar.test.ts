import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import type { CalendarEntry } from '../../src-preload/contract/model/calendar.ts'
import { itemState } from '../../src-preload/contract/model/item.ts'
import { createCalendarStore } from '../../src-renderer/calendar/calendar-store.ts'
import { daysBetween, daysOf, monthRange, rangeOf, shiftDay, stepDay } from '../../src-renderer/calendar/days.ts'
import { focusAfter } from '../../src-renderer/calendar/focus-moves.ts'
import { planDays, stopsOf } from '../../src-renderer/calendar/groups.ts'
import { changeOf, isClosed, placeIn, rowsOf, sameHourOn, timeAt } from '../../src-renderer/calendar/hours.ts'
import { whyFixed, whyNotAt } from '../../src-renderer/calendar/move-rules.ts'
import { nightOf } from '../../src-renderer/calendar/night.ts'
import { hourClock, shortClock } from '../../src-renderer/calendar/short-clock.ts'
import { sideBySide } from '../../src-renderer/calendar/side-by-side.ts'
import { weekStart } from '../../src-renderer/time/week-days.ts'
import { EN } from '../../src-renderer/words/en.ts'
import { setTongue } from '../../src-renderer/words/say.ts'
import { createManualTimers } from './manual-timers.ts'
import { createMemoryBridge, emptyWorld, makeAccount, makeItem, makePost } from './memory-bridge.ts'

afterEach(() => setTongue('en-GB', { ...EN }))

const aDay = fc.integer({ min: 0, max: 3000 }).map((days) => shiftDay('2024-01-01', days))
const aZone = fc.constantFrom(
  'Europe/Berlin',
  'UTC',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Kathmandu',
)

test('weeks begin where the person lives', () => {
  expect(weekStart('2026-12-02')).toBe('2026-11-30')
  setTongue('en-US', { ...EN })
  expect(weekStart('2026-12-02')).toBe('2026-11-29')
  expect(monthRange('2026-12-15')).toEqual({ from: '2026-11-29', count: 35 })
  setTongue('de-DE', { ...EN })
  expect(monthRange('2026-12-15')).toEqual({ from: '2026-11-30', count: 35 })
  expect(monthRange('2027-02-10')).toEqual({ from: '2027-02-01', count: 28 })
})

test('every view holds the day it is looked at by, and a month all of its days', () => {
  fc.assert(
    fc.property(aDay, aDay, fc.constantFrom('month', 'week', 'agenda'), fc.boolean(), (day, today, view, narrow) => {
      const days = daysOf(rangeOf(view, day, { today, narrow }))
      expect(days).toContain(day)
      if (view === 'week') expect(days.length).toBe(narrow ? 3 : 7)
      if (view === 'month') expect(days.length % 7).toBe(0)
      if (view === 'week') return
      const first = `${day.slice(0, 7)}-01`
      const month = daysOf({ from: first, count: 31 }).filter((one) => one.startsWith(day.slice(0, 7)))
      for (const one of month) expect(days).toContain(one)
    }),
    { numRuns: 60 },
  )
  expect(stepDay('month', '2027-01-31', 1, false)).toBe('2027-02-28')
  expect(stepDay('week', '2026-12-30', 1, false)).toBe('2027-01-06')
  expect(stepDay('week', '2026-12-30', -1, true)).toBe('2026-12-27')
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
})

test('a week has a row more where an hour happens twice, and one that is left out is closed', () => {
  const autumn = daysOf({ from: '2026-10-19', count: 7 })
  const rows = rowsOf(autumn, 'Europe/Berlin')
  expect(rows.length).toBe(25)
  const open = (day: string) => rows.filter((row) => !isClosed(day, 'Europe/Berlin', row)).length
  expect(open('2026-10-25')).toBe(25)
  expect(open('2026-10-24')).toBe(24)
  expect(changeOf('2026-10-25', 'Europe/Berlin')).toBe(-60)
  const spring = rowsOf(['2026-03-29'], 'Europe/Berlin')
  expect(spring.length).toBe(24)
  expect(spring.filter((row) => isClosed('2026-03-29', 'Europe/Berlin', row))).toEqual([{ hour: 2, second: false }])
  expect(timeAt(2.5, '2026-03-29', 'Europe/Berlin', spring)).toBe(null)
  expect(changeOf('2026-04-05', 'Australia/Lord_Howe')).toBe(-30)
})

test('every quarter of an hour of a day stands in its rows, and is found there again', () => {
  fc.assert(
    fc.property(
      fc.oneof(aDay, fc.constantFrom('2026-10-25', '2026-03-29', '2026-04-05', '2026-11-01')),
      aZone,
      (day, zone) => {
        const rows = rowsOf([day], zone)
        let before = -Infinity
        for (let step = 0; step < rows.length * 4; step += 1) {
          const at = timeAt(step / 4, day, zone, rows)
          if (at === null) continue
          expect(at).toBeGreaterThan(before)
          expect(placeIn(at, zone, rows)).toBe(step / 4)
          before = at
        }
      },
    ),
    { numRuns: 8 },
  )
})

test('the hour on the clock stays when only the day changes', () => {
  const at = Date.parse('2026-10-24T07:00:00Z')
  expect(new Date(sameHourOn(at, '2026-10-26', 'Europe/Berlin')).toISOString()).toBe('2026-10-26T08:00:00.000Z')
})

test('what stands side by side or below overlaps nothing, nothing is lost, and nothing is far from its hour', () => {
  const standing = fc
    .array(fc.record({ top: fc.integer({ min: 0, max: 94 }).map((quarter) => quarter / 4), tall: fc.boolean() }), {
      maxLength: 60,
    })
    .map((all) => all.toSorted((a, b) => a.top - b.top).map((one, thing) => ({ thing, ...one })))
  fc.assert(
    fc.property(standing, fc.integer({ min: 1, max: 4 }), (things, most) => {
      const { placed, crowds } = sideBySide(things, { most, rows: 24 })
      const shown = [...placed.map(({ thing }) => thing), ...crowds.flatMap((crowd) => crowd.things)]
      expect(shown.toSorted((a, b) => a - b)).toEqual(things.map(({ thing }) => thing))
      const boxes = [...placed, ...crowds]
      for (const one of boxes) {
        expect(one.lane).toBeLessThan(one.lanes)
        expect(one.lanes).toBeLessThanOrEqual(most)
        expect(one.top + one.height).toBeLessThanOrEqual(24)
        const clashes = boxes.filter(
          (other) =>
            other !== one &&
            other.top < one.top + one.height &&
            one.top < other.top + other.height &&
            (other.lane === one.lane || other.lanes !== one.lanes),
        )
        expect(clashes).toEqual([])
      }
      for (const { thing, top, pushed } of placed) {
        expect(top - pushed).toBe(things[thing]?.top)
        expect(pushed).toBeLessThanOrEqual(0.5)
      }
    }),
    { numRuns: 80 },
  )
})

test('in a narrow day a post has the one below it at the same hour, and the rest is told as a number', () => {
  const at = (top: number, thing: string) => ({ thing, top, tall: true })
  const told = (most: number) => {
    const { placed, crowds } = sideBySide([at(9, 'a'), at(9, 'b'), at(9, 'c'), at(9, 'd')], { most, rows: 24 })
    return [placed.map(({ thing, top, lane }) => `${thing} ${top} ${lane}`), crowds.map(({ things }) => things.length)]
  }
  expect(told(1)).toEqual([['a 9 0'], [3]])
  expect(told(2)).toEqual([['a 9 0', 'b 9 1', 'c 9.5 0', 'd 9.5 1'], []])
  const [alone] = sideBySide([at(9, 'a')], { most: 1, rows: 24 }).placed
  expect(alone).toMatchObject({ height: 1, lanes: 1, pushed: 0 })
})

const anEntry = (of: Partial<CalendarEntry>): CalendarEntry => ({
  id: 'itm_00000000001',
  postId: 'pst_00000000001',
  accountId: 'acc_00000000001',
  channel: 'folder',
  state: 'scheduled',
  external: false,
  schedule: null,
  waiting: null,
  slot: null,
  held: null,
  unpublishedAt: null,
  at: '2026-12-01T09:00:00.000Z',
  text: 'Hello',
  media: 0,
  picture: null,
  ...of,
})

const read = (entries: CalendarEntry[]) => ({
  days: ['2026-12-01', '2026-12-02', '2026-12-03'].map((day) => {
    const own = entries.filter(({ at }) => at.startsWith(day))
    return { day, total: own.length + (day === '2026-12-01' ? 4 : 0), entries: own }
  }),
  slots: [{ planId: 'slp_00000000001', plan: 'Noon', zone: 'UTC', at: '2026-12-02T12:00:00.000Z' }],
})

test('a post for several accounts stands once at each of its times, and where it is on its way to', () => {
  const entries = [
    anEntry({ id: 'itm_00000000001' }),
    anEntry({ id: 'itm_00000000002' }),
    anEntry({ id: 'itm_00000000003', state: 'failed' }),
    anEntry({ id: 'itm_00000000004', at: '2026-12-02T15:00:00.000Z' }),
  ]
  const plans = planDays(read(entries), new Map([['itm_00000000004', Date.parse('2026-12-02T08:00:00Z')]]), 'UTC')
  expect(
    plans.map(({ stops, more }) => [stops.map((stop) => (stop.kind === 'post' ? stop.entries.length : 'slot')), more]),
  ).toEqual([
    [[2, 1], 4],
    [[1, 'slot'], 0],
    [[], 0],
  ])
})

test('arrows lead from day to day, into a day and out of it again', () => {
  const entries = [anEntry({}), anEntry({ id: 'itm_00000000002', at: '2026-12-02T11:00:00.000Z' })]
  const plans = new Map(planDays(read(entries), new Map(), 'UTC').map((plan) => [plan.day, plan]))
  const month = { view: 'month', plans } as const
  const day = { day: '2026-12-01', key: null }
  expect(focusAfter('ArrowDown', day, month)).toEqual({ day: '2026-12-08', key: null })
  expect(focusAfter('Home', day, month)).toEqual({ day: '2026-11-30', key: null })
  const post = focusAfter('Enter', day, month)
  expect(post).toEqual({ day: '2026-12-01', key: 'itm_00000000001' })
  if (post === null) return
  expect(focusAfter('ArrowRight', post, month)).toEqual({ day: '2026-12-02', key: 'itm_00000000002' })
  expect(focusAfter('ArrowUp', post, month)).toEqual(day)
  expect(focusAfter('Escape', post, month)).toEqual(day)
  const agenda = { view: 'agenda', plans } as const
  expect(focusAfter('ArrowDown', post, agenda)).toEqual({ day: '2026-12-02', key: null })
  expect(focusAfter('ArrowUp', { day: '2026-12-02', key: null }, agenda)).toEqual(post)
  expect(focusAfter('x', post, month)).toBe(null)
})

test('what is out, on its way or made elsewhere is not moved, and nothing into the past', () => {
  const fixed = itemState.options.filter((state) => whyFixed(anEntry({ state })) !== null)
  expect(fixed).toEqual(['publishing', 'published', 'unconfirmed'])
  expect(whyFixed(anEntry({ external: true, state: 'published' }))).toBe('calendar.fixed-external')
  expect([whyNotAt(5, 5), whyNotAt(6, 5), whyNotAt(null, 5)]).toEqual([
    'calendar.refused-past',
    null,
    'calendar.refused-gap',
  ])
})

test('hours are short where there is little room, as the region writes them', () => {
  const at = Date.parse('2026-12-01T15:00:00Z')
  expect([shortClock(at, 'UTC'), hourClock(at, 'UTC')]).toEqual(['15:00', '15:00'])
  setTongue('en-US', { ...EN })
  expect([shortClock(at, 'UTC'), hourClock(at, 'UTC').replace(/\s/, ' ')]).toEqual(['3:00p', '3 PM'])
})

describe('empty hours of the night', () => {
  const days = ['2026-12-01', '2026-12-02']
  const folded = (times: string[], now: string | null = null, of = days, zone = 'UTC') => {
    const stops = times.map((at, index) => anEntry({ id: `itm_0000000000${index}`, at: `${at}:00.000Z` }))
    const told = of.map((day) => {
      const own = stops.filter(({ at }) => at.startsWith(day))
      return { day, total: own.length, entries: own }
    })
    const plans = new Map(planDays({ days: told, slots: [] }, new Map(), zone).map((plan) => [plan.day, plan]))
    const rows = rowsOf(of, zone)
    const seen = { days: of, plans, zone, now: now === null ? null : Date.parse(`${now}Z`) }
    const { before, after } = nightOf(rows, seen)
    expect([...before, ...rows.slice(before.length, rows.length - after.length), ...after]).toEqual(rows)
    return [before.length, after.length]
  }

  test('are left out of a week; what stands in them, or is now, brings them back', () => {
    expect(folded([])).toEqual([7, 2])
    expect(folded(['2026-12-01T09:00', '2026-12-02T17:30'])).toEqual([7, 2])
    expect(folded(['2026-12-02T05:30'])).toEqual([5, 2])
    expect(folded(['2026-12-02T01:30'])).toEqual([0, 2])
    expect(folded(['2026-12-01T22:00'])).toEqual([7, 0])
    expect(folded([], '2026-12-01T03:10:00')).toEqual([3, 2])
  })

  test('are all on show where clocks change in them', () => {
    expect(folded([], null, ['2027-03-27', '2027-03-28'], 'Europe/Berlin')).toEqual([0, 0])
  })
})

test('a crowd has what stands in it now, and a whole day all of it', () => {
  const entries = ['1', '2', '3'].map((id, index) =>
    anEntry({ id: `itm_0000000000${id}`, postId: `pst_0000000000${id}`, at: `2026-12-01T09:0${index}:00.000Z` }),
  )
  const plansAfter = (moved: [string, number][]) =>
    new Map(planDays(read(entries), new Map(moved), 'UTC').map((plan) => [plan.day, plan]))
  const keysOf = (keys: string[] | null, moved: [string, number][] = []) =>
    stopsOf({ day: '2026-12-01', keys }, plansAfter(moved)).map(({ key }) => key.at(-1))
  expect(keysOf(null)).toEqual(['1', '2', '3'])
  expect(keysOf(['itm_00000000002', 'itm_00000000003'])).toEqual(['2', '3'])
  const away: [string, number] = ['itm_00000000003', Date.parse('2026-12-02T08:00:00Z')]
  expect(keysOf(['itm_00000000002', 'itm_00000000003'], [away])).toEqual(['2'])
})

const setUp = () => {
  const world = emptyWorld()
  const account = makeAccount({})
  world.accounts.push(account)
  const post = makePost()
  const at = new Date(Date.now() + 86_400_000).toISOString()
  const item = makeItem(post, account, {
    state: 'scheduled',
    schedule: { wall: at.slice(0, 16), zone: 'UTC', at, shift: null },
    nextAt: at,
  })
  world.posts.set(post.id, { ...post, items: [item] })
  const bridge = createMemoryBridge(world)
  const timers = createManualTimers()
  const store = createCalendarStore(bridge, timers)
  const from = new Date().toISOString().slice(0, 10)
  return { world, bridge, timers, store, item, at: Date.parse(at), asked: { from, count: 7, zone: 'UTC', limit: 50 } }
}

const asksOf = ({ bridge }: ReturnType<typeof setUp>) => bridge.calls.filter(({ method }) => method === 'calendar.read')

test('what happens is read once after it, as long as somebody looks', async () => {
  const t = setUp()
  t.store.look(t.asked)
  await Promise.resolve()
  expect(asksOf(t).length).toBe(1)
  for (let time = 0; time < 3; time += 1) t.store.hear({ kind: 'item-changed', item: t.item, text: '' })
  t.store.hear({ kind: 'quota-changed' })
  await t.timers.pass(1000)
  expect(asksOf(t).length).toBe(2)
  t.store.hear({ kind: 'posts-changed' })
  await t.timers.pass(1000)
  expect(asksOf(t).length).toBe(3)
  t.store.leave()
  t.store.hear({ kind: 'slots-changed' })
  await t.timers.pass(1000)
  expect(asksOf(t).length).toBe(3)
})

test('a post that is moved stands at its new time at once, and what refuses it is told', async () => {
  const t = setUp()
  t.store.look(t.asked)
  const to = t.at + 3_600_000
  const when = { kind: 'instant', at: new Date(to).toISOString(), zone: 'UTC' } as const
  const moving = t.store.move([t.item.id], to, when)
  expect(t.store.state.getState().moved.get(t.item.id)).toBe(to)
  expect(await moving).toBe(null)
  expect(t.store.state.getState().moved.size).toBe(0)
  const told = t.store.state.getState().read?.days.flatMap((day) => day.entries.map((entry) => Date.parse(entry.at)))
  expect(told).toEqual([to])
  t.world.posts.clear()
  expect((await t.store.move([t.item.id], to, when))?.code).toBe('not-found')
})

test('a filter asks anew, and a failure is kept until it is read again', async () => {
  const t = setUp()
  t.store.look(t.asked)
  t.store.filter({ accountId: 'acc_00000000009', states: ['failed'] })
  expect(asksOf(t).at(-1)?.input).toMatchObject({ accountId: 'acc_00000000009', states: ['failed'] })
  t.world.failing.set('calendar.read', { code: 'internal', message: 'It broke.', next: 'Try again.' })
  await t.store.reload()
  expect(t.store.state.getState().failure?.message).toBe('It broke.')
  t.world.failing.clear()
  await t.store.reload()
  expect(t.store.state.getState().failure).toBe(null)
})
