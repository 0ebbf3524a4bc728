import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Item } from '../../src-preload/contract/model/item.ts'
import { addAccount, openTestApp, type TestApp } from '../fixtures/test-world.ts'

const everyDay = (time: string) => Array.from({ length: 7 }, (_, index) => ({ day: index + 1, time }))

const schedule = async (t: TestApp, accountId: string, text: string, seconds: number): Promise<string> => {
  const post = await t.call('posts.save', { text, targets: [{ accountId }], when: { kind: 'in', seconds } })
  return post.items[0]?.id ?? ''
}

/** The texts of an account's items as they go out, and their times. */
const lineOf = async (t: TestApp, accountId: string) => {
  const { entries } = await t.call('items.list', { accountId, states: ['scheduled'], order: 'soonest', limit: 200 })
  return {
    texts: entries.map((row) => row.text).join(''),
    times: entries.map((row) => row.schedule?.at),
    rows: entries,
  }
}

const withLine = async () => {
  const t = await openTestApp()
  const alice = await addAccount(t, 'Alice')
  const bob = await addAccount(t, 'Bob')
  const ids = new Map<string, string>()
  for (const [index, text] of ['a', 'b', 'c', 'd'].entries()) {
    ids.set(text, await schedule(t, alice, text, (index + 1) * 3600))
    ids.set(`other ${text}`, await schedule(t, bob, text, (index + 1) * 3600))
  }
  return { t, alice, bob, id: (text: string) => ids.get(text) ?? '' }
}

test('a post put before another takes its time, those between move on by one, and other accounts stay', async () => {
  const { t, alice, bob, id } = await withLine()
  const [before, others] = [await lineOf(t, alice), await lineOf(t, bob)]
  const { moved } = await t.call('items.reorder', { itemId: id('d'), before: id('b') })
  const after = await lineOf(t, alice)
  expect(after).toMatchObject({ texts: 'adbc', times: before.times })
  expect(moved).toHaveLength(3)
  expect(after.rows.map((row) => row.charge?.at)).toEqual(before.times)
  expect(after.rows.map((row) => row.nextAt)).toEqual(before.times)
  expect((await lineOf(t, bob)).rows).toEqual(others.rows)
})

test('null puts it last, and a post of another account says between which two it goes', async () => {
  const { t, alice, id } = await withLine()
  await t.call('items.reorder', { itemId: id('a'), before: null })
  expect((await lineOf(t, alice)).texts).toBe('bcda')
  await t.call('items.reorder', { itemId: id('a'), before: id('other b') })
  expect((await lineOf(t, alice)).texts).toBe('bacd')
})

test('what changes nothing tells that nothing moved', async () => {
  const { t, id } = await withLine()
  expect(await t.call('items.reorder', { itemId: id('a'), before: id('b') })).toEqual({ moved: [], from: [] })
})

test('the way back puts all of them where they stood', async () => {
  const { t, alice, id } = await withLine()
  const before = await lineOf(t, alice)
  const { from } = await t.call('items.reorder', { itemId: id('d'), before: id('a') })
  await t.call('items.restore', { places: from })
  expect(await lineOf(t, alice)).toMatchObject({ texts: 'abcd', times: before.times })
})

test('slots stay where they are, and a time of its own moves into one', async () => {
  const t = await openTestApp()
  const accountId = await addAccount(t, 'Alice')
  await t.call('slots.save', { name: 'Mornings', zone: 'UTC', times: everyDay('09:00') })
  const soon = await schedule(t, accountId, 'a', 60)
  const queue = async (text: string) =>
    (await t.call('posts.save', { text, targets: [{ accountId }], when: { kind: 'slot' } })).items[0]?.id ?? ''
  const [, last] = [await queue('b'), await queue('c')]
  const before = await lineOf(t, accountId)
  await t.call('items.reorder', { itemId: last, before: soon })
  const after = await lineOf(t, accountId)
  expect(after).toMatchObject({ texts: 'cab', times: before.times })
  expect(after.rows.map((row) => row.slot)).toEqual(before.rows.map((row) => row.slot))
})

test('what is sent, cancelled, waiting or due is not moved, and nothing goes before what is sent', async () => {
  const { t, alice, id } = await withLine()
  await t.call('items.cancel', { itemId: id('c') })
  expect(await t.refusal('items.reorder', { itemId: id('c'), before: id('a') })).toBe('illegal-transition')
  expect(await t.refusal('items.reorder', { itemId: id('d'), before: id('c') })).toBe('illegal-transition')
  expect(await t.refusal('items.reorder', { itemId: 'itm_0000000000000000', before: null })).toBe('not-found')
  // Nobody looks: its time passes while it is still scheduled.
  await t.clock.advance(3_600_000)
  expect(await t.refusal('items.reorder', { itemId: id('a'), before: null })).toBe('in-the-past')
  expect(await t.refusal('items.reorder', { itemId: id('d'), before: id('a') })).toBe('in-the-past')
  await t.app.start()
  await t.clock.advance(1000)
  expect((await t.call('items.get', { itemId: id('a') })).state).toBe('published')
  expect(await t.refusal('items.reorder', { itemId: id('a'), before: null })).toBe('illegal-transition')
  expect((await lineOf(t, alice)).texts).toBe('bd')
})

test('others keep their order, times stay as they are, and nothing goes to the past, however it is moved', async () => {
  const t = await openTestApp()
  let made = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(5), { minLength: 2, maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(5), fc.nat(6)), { minLength: 1, maxLength: 4 }),
      async (hours, moves) => {
        const accountId = await addAccount(t, `Account ${(made += 1)}`)
        const ids: string[] = []
        // Some fall together.
        for (const [index, hour] of hours.entries())
          ids.push(await schedule(t, accountId, `${index}`, 60 + hour * 3600))
        const times = (await lineOf(t, accountId)).times
        for (const [which, where] of moves) {
          const itemId = ids[which % ids.length] ?? ''
          const before = ids[where] ?? null
          if (before === itemId) continue
          const earlier = (await lineOf(t, accountId)).rows
          const { from } = await t.call('items.reorder', { itemId, before })
          const later = (await lineOf(t, accountId)).rows
          expect(later.map((row) => row.schedule?.at)).toEqual(times)
          expect(later.every((row) => Date.parse(row.schedule?.at ?? '') > t.clock.now())).toBe(true)
          expectOrderKept(earlier, later, itemId)
          if (from.length === 0) continue
          await t.call('items.restore', { places: from.toReversed() })
          const back = (await lineOf(t, accountId)).rows
          expect(back.map(placeOf)).toEqual(earlier.map(placeOf))
          await t.call('items.reorder', { itemId, before })
        }
      },
    ),
    { numRuns: 12 },
  )
})

/** What stood before another still does, or at the same time as it. */
const expectOrderKept = (earlier: readonly Item[], later: readonly Item[], but: string) => {
  const at = new Map(later.map((row) => [row.id, Date.parse(row.schedule?.at ?? '')]))
  const times = earlier.filter((row) => row.id !== but).map((row) => at.get(row.id) ?? 0)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
}

const placeOf = ({ id, schedule, slot, state }: Item) => ({ id, at: schedule?.at, slot, state })
