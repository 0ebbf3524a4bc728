import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Input } from '../../src-preload/contract/methods.ts'
import { addAccount, openTestApp, type TestApp } from '../fixtures/test-world.ts'

const everyDay = (time: string) => Array.from({ length: 7 }, (_, index) => ({ day: index + 1, time }))

const withPlan = async () => {
  const t = await openTestApp()
  const accountId = await addAccount(t, 'Alice')
  const plan = await t.call('slots.save', { name: 'Mornings', zone: 'Europe/Berlin', times: everyDay('09:00') })
  const queue = (text: string) =>
    t.call('posts.save', { text, targets: [{ accountId }], when: { kind: 'slot', planId: plan.id } })
  return { t, accountId, plan, queue }
}

const slotOf = async (t: TestApp, postId: string) => {
  const [item] = (await t.call('posts.get', { postId })).items
  return item?.slot?.at ?? null
}

const days = (slots: readonly (string | null)[]) => {
  const first = Date.parse(slots[0] ?? '')
  return slots.map((slot) => (slot === null ? null : Math.round((Date.parse(slot) - first) / 86_400_000)))
}

test('posts take one slot after another, and all of a post’s accounts share it', async () => {
  const { t, accountId, plan, queue } = await withPlan()
  const bob = await addAccount(t, 'Bob')
  const first = await queue('One')
  const both = await t.call('posts.save', {
    text: 'Two',
    targets: [{ accountId }, { accountId: bob }],
    when: { kind: 'slot' },
  })
  const third = await queue('Three')
  expect(new Set(both.items.map((item) => item.slot?.at)).size).toBe(1)
  expect(days([first, both, third].map((post) => post.items[0]?.slot?.at ?? null))).toEqual([0, 1, 2])
  expect(third.items[0]?.schedule).toMatchObject({ zone: 'Europe/Berlin', at: third.items[0]?.slot?.at })
  const { entries } = await t.call('slots.preview', { planId: plan.id, limit: 4 })
  expect(entries.map(({ post }) => post?.text ?? null)).toEqual(['One', 'Two', 'Three', null])
})

test('two clients at once never get the same slot', async () => {
  const { queue } = await withPlan()
  const posts = await Promise.all(Array.from({ length: 25 }, (_, index) => queue(`Post ${index}`)))
  expect(new Set(posts.map((post) => post.items[0]?.slot?.at)).size).toBe(25)
})

test('a deleted or cancelled post leaves a gap that those behind it close', async () => {
  const { t, queue } = await withPlan()
  const [one, two, three, four] = [await queue('1'), await queue('2'), await queue('3'), await queue('4')]
  const before = await Promise.all([one, two, three, four].map((post) => slotOf(t, post.id)))
  await t.call('posts.delete', { postId: two.id })
  expect(await slotOf(t, three.id)).toBe(before[1])
  expect(await slotOf(t, four.id)).toBe(before[2])
  await t.call('items.cancel', { itemId: one.items[0]?.id ?? '' })
  expect(await slotOf(t, three.id)).toBe(before[0])
  expect(await slotOf(t, four.id)).toBe(before[1])
  const { items } = await t.call('posts.get', { postId: four.id })
  expect(items[0]?.schedule?.at).toBe(before[1])
})

test('a post given a time of its own leaves its slot, and one that goes back takes the next free one', async () => {
  const { t, queue } = await withPlan()
  const [one, two] = [await queue('1'), await queue('2')]
  const first = await slotOf(t, one.id)
  const itemId = one.items[0]?.id ?? ''
  await t.call('items.reschedule', { itemId, when: { kind: 'in', seconds: 3600 } })
  expect(await slotOf(t, one.id)).toBeNull()
  expect(await slotOf(t, two.id)).toBe(first)
  await t.call('items.reschedule', { itemId, when: { kind: 'slot' } })
  expect(days([first, await slotOf(t, one.id)])).toEqual([0, 1])
})

/** The slots that lie ahead, as a person sees them. */
const ahead = async (t: TestApp, limit = 8) => (await t.call('slots.preview', { limit })).entries

const byHand = (t: TestApp, accountId: string, text: string, wall = '') =>
  t.call('posts.save', { text, targets: [{ accountId }], when: { kind: 'at', wall, zone: 'Europe/Berlin' } })

test('a slot that a post was set for by hand is taken, and seen to be, wherever slots are shown', async () => {
  const { t, accountId, queue } = await withPlan()
  const [first, second, third] = await ahead(t)
  const chosen = await byHand(t, accountId, 'By hand', second?.wall)
  const free = async () => {
    const { slots } = await t.call('calendar.read', { from: first?.wall.slice(0, 10) ?? '', days: 3 })
    return slots.map(({ at }) => at)
  }
  expect((await ahead(t, 3)).map(({ post }) => post?.text ?? null)).toEqual([null, 'By hand', null])
  expect(await free()).toEqual([first?.at, third?.at])
  const posts = [await queue('1'), await queue('2')]
  expect(posts.map((post) => post.items[0]?.slot?.at)).toEqual([first?.at, third?.at])
  expect((await ahead(t, 3)).map(({ post }) => post?.text)).toEqual(['1', 'By hand', '2'])
  // It is no link of the chain: those behind close the gap over it, and it stays where it was put.
  await t.call('posts.delete', { postId: posts[0]?.id ?? '' })
  expect((await ahead(t, 3)).map(({ post }) => post?.text ?? null)).toEqual(['2', 'By hand', null])
  await t.call('posts.delete', { postId: chosen.id })
  expect((await ahead(t, 3)).map(({ post }) => post?.text ?? null)).toEqual(['2', null, null])
})

test('set for its own slot’s time by hand, a post keeps the place: nobody moves up into it', async () => {
  const { t, queue } = await withPlan()
  const [one, two] = [await queue('1'), await queue('2')]
  const [first, second] = await ahead(t)
  const when = { kind: 'at' as const, wall: first?.wall ?? '', zone: 'Europe/Berlin' }
  await t.call('items.reschedule', { itemId: one.items[0]?.id ?? '', when })
  expect(await slotOf(t, one.id)).toBeNull()
  expect(await slotOf(t, two.id)).toBe(second?.at)
})

test('rows of an import that take slots leave out those that other rows are set for', async () => {
  const { t, accountId, plan } = await withPlan()
  const [first, second, third] = await ahead(t)
  const lines = ['Text,When', 'One,', `Two,${second?.wall.slice(0, 16).replace('T', ' ')}`, 'Three,']
  const { importId, columns } = await t.call('imports.read', { files: [{ name: 'a.csv', text: lines.join('\n') }] })
  const mapping = columns.map(({ field }) => field)
  const choices = { zone: plan.zone, untimed: 'slot' as const, accountIds: [accountId] }
  await t.call('imports.run', { importId, plan: { mapping, ...choices } })
  await expect.poll(async () => (await t.call('imports.job', {})).job?.state).toBe('done')
  const entries = await ahead(t, 4)
  expect(entries.map(({ at, post }) => [at, post?.text])).toEqual([
    [first?.at, 'One'],
    [second?.at, 'Two'],
    [third?.at, 'Three'],
    [entries[3]?.at, undefined],
  ])
})

test('whatever is queued, set for free slots by hand, moved, cancelled and brought back: no two posts meet', async () => {
  const step = fc.record({ does: fc.constantFrom('queue', 'by-hand', 'cancel', 'delete', 'again'), at: fc.nat(7) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
      const { t, accountId, queue } = await withPlan()
      const known: { postId: string; itemId: string }[] = []
      for (const { does, at } of steps) {
        const one = known[at % Math.max(1, known.length)]
        const free = (await ahead(t)).filter(({ post }) => post === null)
        if (does === 'queue' || does === 'by-hand') {
          const wall = free[at % free.length]?.wall
          const post = does === 'queue' ? await queue('Queued') : await byHand(t, accountId, 'By hand', wall)
          known.push({ postId: post.id, itemId: post.items[0]?.id ?? '' })
        } else if (one !== undefined) {
          // What is refused, such as to cancel what is cancelled, changes nothing.
          if (does === 'cancel') await t.app.gate('items.cancel', { itemId: one.itemId })
          if (does === 'delete') await t.app.gate('posts.delete', { postId: one.postId })
          if (does === 'again') await t.app.gate('items.reschedule', { itemId: one.itemId, when: { kind: 'slot' } })
        }
        const { entries } = await t.call('items.list', { states: ['scheduled'], limit: 200 })
        const times = entries.map(({ schedule }) => schedule?.at)
        expect(new Set(times).size).toBe(times.length)
      }
    }),
    { numRuns: 25 },
  )
})

test('asked for again while it holds one, a post keeps or betters its slot', async () => {
  const { t, queue } = await withPlan()
  const one = await queue('1')
  const again = await t.call('posts.schedule', { postId: one.id, when: { kind: 'slot' } })
  expect(again.items[0]?.slot).toEqual(one.items[0]?.slot)
})

test('without a plan, or with one that has no times, adding to the queue says what to do', async () => {
  const t = await openTestApp()
  const accountId = await addAccount(t, 'Alice')
  const asked: Input<'posts.save'> = { text: 'Hi', targets: [{ accountId }], when: { kind: 'slot' } }
  expect(await t.refusal('posts.save', asked)).toBe('not-found')
  await t.call('slots.save', { name: 'Empty', zone: 'UTC', times: [] })
  expect(await t.refusal('posts.save', asked)).toBe('quota-exhausted')
})

test('a plan keeps its times in order, its name to itself, and a removed one takes no time away', async () => {
  const { t, plan, queue } = await withPlan()
  const post = await queue('Stays')
  expect(await t.refusal('slots.save', { name: 'mornings', zone: 'UTC', times: [] })).toBe('invalid-input')
  expect(await t.refusal('slots.save', { name: 'Other', zone: 'Nowhere/Land', times: [] })).toBe('unknown-zone')
  const changed = await t.call('slots.save', {
    planId: plan.id,
    name: 'Mornings',
    zone: 'UTC',
    times: [
      { day: 3, time: '10:00' },
      { day: 1, time: '08:00' },
      { day: 3, time: '10:00' },
    ],
  })
  expect(changed.times).toEqual([
    { day: 1, time: '08:00' },
    { day: 3, time: '10:00' },
  ])
  const told = () => t.events.filter(({ kind }) => kind === 'slots-changed').length
  expect(told()).toBe(2)
  await t.call('slots.remove', { planId: plan.id })
  expect(told()).toBe(3)
  expect((await t.call('slots.list', {})).entries).toEqual([])
  expect((await t.call('posts.get', { postId: post.id })).items[0]).toMatchObject({ state: 'scheduled' })
})

test('what was missed goes to the next free slot where the person wants that', async () => {
  const { t, accountId, queue } = await withPlan()
  const held = await queue('Holds the first')
  const post = await t.call('posts.save', {
    text: 'Missed',
    targets: [{ accountId }],
    when: { kind: 'in', seconds: 60 },
    lateness: { withinMinutes: 1, then: 'next-slot' },
  })
  // The app is closed over the due time.
  await t.clock.advance(600_000)
  await t.app.start()
  await t.clock.advance(1000)
  const [item] = (await t.call('posts.get', { postId: post.id })).items
  expect(item?.state).toBe('scheduled')
  expect(days([await slotOf(t, held.id), item?.slot?.at ?? null])).toEqual([0, 1])
})
