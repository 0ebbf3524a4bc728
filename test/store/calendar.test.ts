import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysFrom } from '../../src-main/core/days.ts'
import { startTestApp } from '../fixtures/test-world.ts'
import { aPost } from '../fixtures/records.ts'
import { dueItem, idOf, openTempStore } from './open-temp-store.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

test('of each day the first items are read and the others counted', async () => {
  const { store } = await openTempStore()
  const start = Date.UTC(2026, 11, 1)
  await store.transaction(async (within) => {
    for (let number = 0; number < 120; number += 1) {
      const at = start + (number % 3) * DAY + (120 - number) * 60_000
      await within.items.put(dueItem(number, at, number % 10 === 0 ? { state: 'waiting' } : {}))
    }
  })
  const spans = [0, 1, 2, 3].map((day) => ({ from: start + day * DAY, to: start + (day + 1) * DAY }))
  const found = await store.items.spread(spans, { states: ['scheduled', 'waiting'], limit: 5 })
  expect(found.map(({ total }) => total)).toEqual([40, 40, 40, 0])
  expect(found.map(({ entries }) => entries.length)).toEqual([5, 5, 5, 0])
  for (const [index, { entries }] of found.entries()) {
    const times = entries.map((item) => item.schedule?.at ?? 0)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    for (const at of times) expect(Math.floor((at - start) / DAY)).toBe(index)
  }
  const waiting = await store.items.spread(spans, { states: ['waiting'], limit: 5, accountId: idOf('acc', 1) })
  expect(waiting.map(({ total }) => total)).toEqual([4, 4, 4, 0])
  const none = await store.items.spread(spans, { states: ['waiting'], limit: 5, tags: ['nowhere'] })
  expect(none.map(({ total }) => total)).toEqual([0, 0, 0, 0])
})

test('what is counted and read of days is what a plain look through all items finds', async () => {
  const { store } = await openTempStore()
  const start = Date.UTC(2026, 11, 1)
  const states = ['scheduled', 'waiting', 'published'] as const
  const kept: { at: number; state: (typeof states)[number]; tagged: boolean; hidden: boolean }[] = []
  await store.posts.put(aPost({ id: idOf('pst', 2), tags: ['Launch'] }))
  await store.posts.put(aPost({ id: idOf('pst', 3), deletedAt: 5 }))
  const made = fc.record({
    at: fc.integer({ min: start - DAY, max: start + 4 * DAY }),
    state: fc.constantFrom(...states),
    tagged: fc.boolean(),
    hidden: fc.boolean(),
  })
  for (const [number, one] of fc.sample(made, { numRuns: 150, seed: 7 }).entries()) {
    kept.push(one)
    const postId = idOf('pst', one.hidden ? 3 : one.tagged ? 2 : 1)
    const publishedAt = one.state === 'published' ? one.at : null
    await store.items.put(dueItem(number + 1, one.at, { state: one.state, postId, publishedAt }))
  }
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: -30, max: 100 }), { minLength: 1, maxLength: 5 }),
      fc.subarray([...states], { minLength: 1 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 9 }),
      async (hours, wanted, tagged, limit) => {
        const spans = hours.map((hour) => ({ from: start + hour * HOUR, to: start + (hour + 20) * HOUR }))
        const found = await store.items.spread(spans, {
          states: wanted,
          limit,
          ...(tagged ? { tags: ['launch'] } : {}),
        })
        for (const [index, { from, to }] of spans.entries()) {
          const fits = kept
            .filter((one) => !one.hidden && one.at >= from && one.at < to && wanted.includes(one.state))
            .filter((one) => !tagged || one.tagged)
            .map((one) => one.at)
            .toSorted((a, b) => a - b)
          expect(found[index]?.total).toBe(fits.length)
          expect(found[index]?.entries.map((item) => item.schedule?.at)).toEqual(fits.slice(0, limit))
        }
      },
    ),
    { numRuns: 40 },
  )
})

test('days are as long as their clocks make them, and follow one another', () => {
  const hours = (day: string, zone: string) => daysFrom(day, 1, zone).map(({ from, to }) => (to - from) / HOUR)
  expect(hours('2026-03-29', 'Europe/Berlin')).toEqual([23])
  expect(hours('2026-10-25', 'Europe/Berlin')).toEqual([25])
  expect(hours('2026-10-25', 'UTC')).toEqual([24])
  // Where the hour is taken from midnight itself, the day begins at one.
  expect(hours('2026-09-06', 'America/Santiago')).toEqual([23])
  const days = daysFrom('2026-10-20', 14, 'Europe/Berlin')
  for (const [index, { to }] of days.entries()) expect(days[index + 1]?.from ?? to).toBe(to)
  expect(days.at(-1)?.day).toBe('2026-11-02')
})

test('the calendar tells what stands in its days, the free slots to come, and nothing of drafts', async () => {
  const { t, alice: accountId } = await startTestApp()
  const { call, clock, refusal } = t
  const at = (days: number, hour: number) => new Date(Math.floor(clock.now() / DAY) * DAY + days * DAY + hour * HOUR)
  const { id: planId } = await call('slots.save', {
    name: 'Noon',
    zone: 'UTC',
    times: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, time: '12:00' })),
  })
  const targets = [{ accountId }]
  await call('posts.save', { text: 'Only a draft', targets })
  const when = { kind: 'instant', at: at(2, 9).toISOString(), zone: 'UTC' } as const
  await call('posts.save', { text: 'Two days on\nand', targets, when })
  await call('posts.save', { text: 'In a slot', targets, when: { kind: 'slot' } })
  const from = at(0, 0).toISOString().slice(0, 10)
  const { days, slots } = await call('calendar.read', { from, days: 4, zone: 'UTC' })
  const texts = days.map(({ entries }) => entries.map((entry) => entry.text.slice(0, 11)))
  const slotDay = clock.now() < at(0, 12).getTime() ? 0 : 1
  expect(texts.map((one) => one.length)).toEqual(
    [0, 1, 2, 3].map((day) => (day === 2 ? 1 : 0) + (day === slotDay ? 1 : 0)),
  )
  expect(days[2]?.entries.find((entry) => entry.slot === null)).toMatchObject({
    at: when.at,
    state: 'scheduled',
    external: false,
    media: 0,
    picture: null,
  })
  expect(days[2]?.entries.every((entry) => entry.text.length <= 140 && !entry.text.includes('\n'))).toBe(true)
  const free = slots.map((slot) => slot.at)
  expect(slots.every((slot) => slot.planId === planId && slot.plan === 'Noon')).toBe(true)
  expect(free).not.toContain(at(slotDay, 12).toISOString())
  expect(free).toContain(at(slotDay + 1, 12).toISOString())
  expect(free.every((one) => Date.parse(one) > clock.now())).toBe(true)
  expect(await refusal('calendar.read', { from, days: 1, zone: 'Mars/Olympus' })).toBe('unknown-zone')
  expect(await refusal('calendar.read', { from, days: 63 })).toBe('invalid-input')
})
