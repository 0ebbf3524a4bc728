import { afterEach, expect, test } from 'vitest'
import { monthRange, weekdayLong } from '../../src-renderer/calendar/days.ts'
import { createSlotsStore, nextFree } from '../../src-renderer/slots/slots-store.ts'
import { dayName, daysName, timesOn, withoutTime, withTimes } from '../../src-renderer/slots/week.ts'
import { firstChoice } from '../../src-renderer/composer/send/when-choice.ts'
import { whenLabel } from '../../src-renderer/composer/send/when-label.ts'
import { weekDays } from '../../src-renderer/time/week-days.ts'
import { EN } from '../../src-renderer/words/en.ts'
import { setTongue } from '../../src-renderer/words/say.ts'
import { createManualTimers } from './manual-timers.ts'
import { createMemoryBridge, emptyWorld, makeAccount, makeItem, makePost } from './memory-bridge.ts'

afterEach(() => setTongue('en-GB', { ...EN }))

test('a time is added to the days that lack it, and taken from one alone', () => {
  const times = withTimes([{ day: 1, time: '09:00' }], [1, 2], '09:00')
  expect(times).toEqual([
    { day: 1, time: '09:00' },
    { day: 2, time: '09:00' },
  ])
  expect(timesOn(withTimes(times, [2], '08:30'), 2)).toEqual(['08:30', '09:00'])
  expect(withoutTime(times, { day: 1, time: '09:00' })).toEqual([{ day: 2, time: '09:00' }])
})

test('days are named as people name them', () => {
  expect(daysName([5, 4, 3, 2, 1])).toBe('weekdays')
  expect(daysName([1, 2, 3, 4, 5, 6, 7])).toBe('every day')
  expect(daysName([7, 6])).toBe('weekends')
  expect(daysName([3, 1])).toBe('Mon, Wed')
})

test('the week of a plan begins on the day that the week of the calendar begins on', () => {
  const begins = { 'en-GB': 1, 'de-DE': 1, 'en-US': 7, 'pt-BR': 7, 'ar-EG': 6, 'fa-IR': 6 }
  for (const [tongue, first] of Object.entries(begins)) {
    setTongue(tongue, { ...EN })
    expect(weekDays()[0], tongue).toBe(first)
    expect(weekDays().toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7])
    const { from } = monthRange('2026-12-15')
    expect(dayName(weekDays()[0] ?? 0), tongue).toBe(weekdayLong(from))
  }
  setTongue('en-US', { ...EN })
  expect(daysName([1, 7])).toBe('Sun, Mon')
})

const setUp = async () => {
  const world = emptyWorld()
  const bridge = createMemoryBridge(world)
  const timers = createManualTimers()
  const slots = createSlotsStore(bridge, timers)
  bridge.subscribe(slots.hear)
  const times = withTimes([], [1, 2, 3, 4, 5, 6, 7], '09:00')
  const reply = await slots.save({ name: 'My week', zone: 'UTC', times })
  if (!reply.ok) throw new Error(reply.failure.message)
  return { world, bridge, timers, slots, plan: reply.value, now: slots.state.getState }
}

test('the next free slot is the one behind those that are taken, also when that happens elsewhere', async () => {
  const { world, bridge, timers, slots, plan, now } = await setUp()
  const first = nextFree(now(), plan.id, Date.now())
  expect(first).toBe(Date.parse(now().previews[plan.id]?.[0]?.at ?? ''))
  const account = makeAccount({})
  const post = makePost({ text: 'Takes the first' })
  const at = new Date(first ?? 0).toISOString()
  const item = makeItem(post, account, { state: 'scheduled', slot: { planId: plan.id, at } })
  world.posts.set(post.id, { ...post, items: [item] })
  bridge.emit({ kind: 'item-changed', item, text: '' })
  bridge.emit({ kind: 'item-changed', item, text: '' })
  await timers.pass(1000)
  expect(nextFree(now(), plan.id, Date.now())).toBe((first ?? 0) + 86_400_000)
  expect(now().previews[plan.id]?.[0]?.post).toEqual({ id: post.id, text: 'Takes the first' })
  expect(bridge.calls.filter((call) => call.method === 'slots.list')).toHaveLength(2)

  expect(await slots.remove(plan.id)).toBeNull()
  expect(now().plans).toEqual([])
})

test('who has slots begins a post for the next of them, and sees its time; who has none, for now', async () => {
  const { plan, now } = await setUp()
  expect(firstChoice([])).toEqual({ kind: 'now' })
  expect(firstChoice([{ ...plan, times: [] }])).toEqual({ kind: 'now' })
  const choice = firstChoice([plan])
  expect(choice).toEqual({ kind: 'slot', planId: plan.id })
  const clock = { zone: 'UTC', now: Date.now() }
  expect(whenLabel(choice, now(), clock)).toMatch(/^Next slot: .*9:00/)
  expect(whenLabel({ kind: 'slot', planId: 'slp_gone' }, now(), clock)).toBe('Next free slot')
})
