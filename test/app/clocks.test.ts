import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveWall } from '../../src-main/core/zones.ts'
import { firstItem, schedulePost, startTestApp, stateOf, textsOf } from '../fixtures/test-world.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const YEAR = 365 * DAY

test('a machine that slept over due times sends what is allowed to be late and asks about the rest', async () => {
  const { t, alice } = await startTestApp()
  const early = firstItem(await schedulePost(t, 'Too late', [alice], 3600))
  await schedulePost(t, 'Late', [alice], 10 * 3600)
  t.clock.set(t.clock.now() + 14 * HOUR)
  t.app.nudge('resume')
  await t.clock.settle()
  expect(textsOf(t)).toEqual(['Late'])
  expect(await stateOf(t, early.id)).toBe('missed')
  const { asleep } = await t.call('status.get', {})
  expect(Date.parse(asleep?.until ?? '') - Date.parse(asleep?.from ?? '')).toBeGreaterThan(13 * HOUR)
})

test.each([5 * MINUTE, 3 * HOUR, 2 * YEAR])(
  'a clock set back by %i ms sends nothing twice and nothing early',
  async (by) => {
    const { t, alice } = await startTestApp()
    await schedulePost(t, 'before', [alice])
    await schedulePost(t, 'after', [alice], 600)
    await t.clock.settle()
    t.clock.set(t.clock.now() - by)
    await t.clock.advance(MINUTE)
    expect(textsOf(t)).toEqual(['before'])
    t.clock.set(t.clock.now() + by)
    await t.clock.advance(10 * MINUTE)
    expect(textsOf(t)).toEqual(['before', 'after'])
  },
)

test('a clock that is years ahead for a while loses nothing: what was missed by it is scheduled again', async () => {
  const { t, alice } = await startTestApp()
  const item = firstItem(await schedulePost(t, 'next week', [alice], 7 * 86_400))
  const right = t.clock.now()
  t.clock.set(right + 3 * YEAR)
  await t.clock.advance(MINUTE)
  expect(await stateOf(t, item.id)).toBe('missed')
  t.clock.set(right + 2 * MINUTE)
  await t.clock.advance(MINUTE)
  expect(await t.call('items.get', { itemId: item.id })).toMatchObject({ state: 'scheduled', schedule: item.schedule })
  t.clock.set(right + 7 * DAY - MINUTE)
  await t.clock.advance(2 * MINUTE)
  expect(textsOf(t)).toEqual(['next week'])
})

/** Set for tomorrow, made due by a clock a day ahead, refused for now; the clock was set right an hour ago. */
const heldByAClockAhead = async () => {
  const { t, alice } = await startTestApp()
  t.network.behave('limit')
  const item = firstItem(await schedulePost(t, 'tomorrow', [alice], 86_400))
  const right = t.clock.now()
  t.clock.set(right + DAY)
  await t.clock.advance(MINUTE)
  expect(await stateOf(t, item.id)).toBe('waiting')
  t.clock.set(right + 2 * MINUTE)
  await t.clock.advance(HOUR)
  return { t, item, right }
}

test('what a clock far ahead made due and something held is not sent before its time once the clock is right', async () => {
  const { t, right } = await heldByAClockAhead()
  expect(textsOf(t)).toEqual([])
  t.clock.set(right + DAY - MINUTE)
  await t.clock.advance(HOUR)
  expect(textsOf(t)).toEqual(['tomorrow'])
})

test('what such a clock made due is sent at once, and once, when the person asks for it', async () => {
  const { t, item } = await heldByAClockAhead()
  expect(await stateOf(t, item.id)).toBe('waiting')
  await t.call('items.retry', { itemId: item.id })
  await t.clock.settle()
  expect(textsOf(t)).toEqual(['tomorrow'])
  await t.clock.advance(2 * DAY)
  expect(textsOf(t)).toEqual(['tomorrow'])
})

test('a rate limit that was reckoned by a clock far ahead is not waited out', async () => {
  const { t, alice } = await startTestApp()
  t.clock.set(t.clock.now() + YEAR)
  await t.clock.advance(MINUTE)
  t.network.behave('limit')
  const item = firstItem(await schedulePost(t, 'limited', [alice]))
  await t.clock.settle()
  expect(await stateOf(t, item.id)).toBe('waiting')
  t.clock.set(t.clock.now() - YEAR)
  await t.clock.advance(2 * MINUTE)
  expect(textsOf(t)).toEqual(['limited'])
})

test('a wall time keeps its own zone when the person moves to another', async () => {
  const { t, alice } = await startTestApp()
  const { id } = await t.call('posts.save', { text: 'at nine', targets: [{ accountId: alice }] })
  const when = { kind: 'at', wall: '2026-12-01T09:00', zone: 'Europe/Berlin' } as const
  const item = firstItem(await t.call('posts.schedule', { postId: id, when }))
  await t.call('settings.update', { zone: 'America/New_York' })
  await t.clock.advance(MINUTE)
  expect((await t.call('items.get', { itemId: item.id })).schedule).toEqual(item.schedule)
  expect(item.schedule?.at).toBe('2026-12-01T08:00:00.000Z')
})

test('rules of a zone that changed move the instant and not the wall time; an instant stays', async () => {
  const { t, alice } = await startTestApp()
  const write = async (text: string, when: Parameters<typeof t.call<'posts.schedule'>>[1]['when']) => {
    const { id } = await t.call('posts.save', { text, targets: [{ accountId: alice }] })
    return firstItem(await t.call('posts.schedule', { postId: id, when }))
  }
  const wall = await write('wall', { kind: 'at', wall: '2026-12-01T09:00', zone: 'Europe/Berlin' })
  const instant = await write('instant', { kind: 'instant', at: '2026-12-01T08:00:00Z', zone: 'Europe/Berlin' })
  // As the rules had it when they were written: an hour earlier.
  for (const { id } of [wall, instant]) {
    const record = await t.store.items.get(id)
    if (!record?.schedule) throw new Error('it has no schedule')
    const at = record.schedule.at - HOUR
    await t.store.items.put({ ...record, nextAt: at, schedule: { ...record.schedule, at } })
  }
  const after = await t.crash()
  await after.app.start()
  await after.clock.settle()
  const scheduleOf = async (itemId: string) => (await after.call('items.get', { itemId })).schedule
  expect(await scheduleOf(wall.id)).toMatchObject({ wall: '2026-12-01T09:00', at: '2026-12-01T08:00:00.000Z' })
  expect(await scheduleOf(instant.id)).toMatchObject({ at: '2026-12-01T07:00:00.000Z' })
  expect((await after.store.items.get(wall.id))?.nextAt).toBe(Date.parse('2026-12-01T08:00:00Z'))
})

// Day, wall time in the gap, the instant it comes to; day, wall time that happens twice, the first of the two.
const CHANGES = [
  ['Europe/Berlin', '2027-03-28T02:30', '2027-03-28T01:30Z', '2027-10-31T02:30', '2027-10-31T00:30Z'],
  ['America/New_York', '2027-03-14T02:30', '2027-03-14T07:30Z', '2027-11-07T01:30', '2027-11-07T05:30Z'],
  ['Australia/Lord_Howe', '2027-10-03T02:15', '2027-10-02T15:45Z', '2027-04-04T01:45', '2027-04-03T14:45Z'],
  ['Africa/Casablanca', '2025-04-06T02:30', '2025-04-06T02:30Z', '2025-02-23T02:30', '2025-02-23T01:30Z'],
  ['Africa/Cairo', '2027-04-30T00:30', '2027-04-29T22:30Z', '2027-10-28T23:30', '2027-10-28T20:30Z'],
  ['America/Santiago', '2027-09-05T00:30', '2027-09-05T04:30Z', '2027-04-03T23:30', '2027-04-04T02:30Z'],
  ['America/Havana', '2027-03-14T00:30', '2027-03-14T05:30Z', '2027-11-07T00:30', '2027-11-07T04:30Z'],
  ['Antarctica/Troll', '2027-03-28T01:30', '2027-03-28T01:30Z', '2027-10-31T01:30', '2027-10-30T23:30Z'],
  ['Pacific/Chatham', '2027-09-26T03:00', '2027-09-25T14:15Z', '2027-04-04T03:00', '2027-04-03T13:15Z'],
  ['Europe/Lisbon', '2027-03-28T01:30', '2027-03-28T01:30Z', '2027-10-31T01:30', '2027-10-31T00:30Z'],
] as const

test.each(CHANGES)(
  'in %s a time that does not exist moves on, and one that happens twice is the first',
  (zone, gap, on, twice, first) => {
    expect(resolveWall(gap, zone)).toMatchObject({ ok: true, value: { shift: 'gap', at: Date.parse(on) } })
    expect(resolveWall(twice, zone)).toMatchObject({ ok: true, value: { shift: 'overlap', at: Date.parse(first) } })
  },
)

test('a leap day, and the years after 2038, are days like others', async () => {
  expect(resolveWall('2028-02-29T09:00', 'Europe/Berlin')).toMatchObject({
    value: { at: Date.parse('2028-02-29T08:00Z') },
  })
  expect(resolveWall('2027-02-29T09:00', 'Europe/Berlin')).toMatchObject({ ok: false })
  const { t, alice } = await startTestApp()
  const { id } = await t.call('posts.save', { text: 'far ahead', targets: [{ accountId: alice }] })
  const when = { kind: 'at', wall: '2038-01-19T03:14:08', zone: 'UTC' } as const
  await t.call('posts.schedule', { postId: id, when })
  t.clock.set(Date.parse('2038-01-19T03:14:00Z'))
  await t.clock.advance(MINUTE)
  expect(textsOf(t)).toEqual(['far ahead'])
})

test('however the clock jumps, every post stands at most once, and never before its time', async () => {
  const jumps = fc.array(fc.integer({ min: -3 * DAY, max: 3 * DAY }), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(
      jumps,
      fc.array(fc.integer({ min: 60, max: 172_800 }), { minLength: 1, maxLength: 5 }),
      async (all, posts) => {
        const { t, alice } = await startTestApp()
        const meant = new Map<string, number>()
        for (const [index, seconds] of posts.entries()) {
          await schedulePost(t, String(index), [alice], seconds)
          meant.set(String(index), t.clock.now() + seconds * 1000)
        }
        for (const by of all) {
          t.clock.set(t.clock.now() + by)
          await t.clock.advance(2 * MINUTE)
        }
        expect(new Set(textsOf(t)).size).toBe(t.network.sent.length)
        for (const { text, at } of t.network.sent) expect(at).toBeGreaterThanOrEqual(meant.get(text) ?? Infinity)
      },
    ),
    { numRuns: 10, endOnFailure: true },
  )
})
