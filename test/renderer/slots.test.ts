import { expect, test } from 'vitest'
import { createSlotsStore, nextFree } from '../../src-renderer/slots/slots-store.ts'
import { daysName, timesOn, WEEK, withoutTime, withTimes } from '../../src-renderer/slots/week.ts'
import { firstChoice } from '../../src-renderer/composer/send/when-choice.ts'
import { whenLabel } from '../../src-renderer/composer/send/when-label.ts'
import { createManualTimers } from './manual-timers.ts'
import { createMemoryBridge, emptyWorld, makeAccount, makeItem, makePost } from './memory-bridge.ts'

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
  expect(daysName(WEEK)).toBe('every day')
  expect(daysName([7, 6])).toBe('weekends')
  expect(daysName([3, 1])).toBe('Mon, Wed')
})

const setUp = async () => {
  const world = emptyWorld()
  const bridge = createMemoryBridge(world)
  const timers = createManualTimers()
  const slots = createSlotsStore(bridge, timers)
  bridge.subscribe(slots.hear)
  const times = withTimes([], WEEK, '09:00')
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
