import { expect, test } from 'vitest'
import type { Item, Place } from '../../src-preload/contract/model/item.ts'
import { addAccount, openTestApp, type TestApp } from '../fixtures/test-world.ts'

const everyDay = (time: string) => Array.from({ length: 7 }, (_, index) => ({ day: index + 1, time }))

const placeOf = ({ id, schedule, slot }: Item): Place => {
  if (schedule === null) throw new Error('it has no time')
  return { itemId: id, schedule, slot }
}

const inSlots = async (texts: readonly string[]) => {
  const t = await openTestApp()
  const accountId = await addAccount(t, 'Alice')
  await t.call('slots.save', { name: 'Mornings', zone: 'Europe/Berlin', times: everyDay('09:00') })
  const items = new Map<string, Item>()
  for (const text of texts) {
    const post = await t.call('posts.save', { text, targets: [{ accountId }], when: { kind: 'slot' } })
    for (const item of post.items) items.set(text, item)
  }
  const item = (text: string): Item => {
    const found = items.get(text)
    if (!found) throw new Error(`there is no ${text}`)
    return found
  }
  return { t, accountId, item }
}

const line = async (t: TestApp) => {
  const { entries } = await t.call('items.list', { states: ['scheduled'], order: 'soonest' })
  return entries.map(({ text, slot }) => `${text} ${slot?.at.slice(0, 10) ?? 'none'}`)
}

test('a cancelled post gets its slot back, and those that moved up go back to theirs', async () => {
  const { t, item } = await inSlots(['a', 'b', 'c'])
  const before = await line(t)
  await t.call('items.cancel', { itemId: item('a').id })
  expect(await line(t)).toHaveLength(2)
  const { items } = await t.call('items.restore', { places: [placeOf(item('a'))] })
  expect(items[0]).toMatchObject({ state: 'scheduled', slot: item('a').slot, schedule: item('a').schedule })
  expect(await line(t)).toEqual(before)
})

test('a post that was moved out of its slot goes back to it', async () => {
  const { t, item } = await inSlots(['a', 'b'])
  const before = await line(t)
  await t.call('items.reschedule', { itemId: item('a').id, when: { kind: 'in', seconds: 3600 } })
  await t.call('items.restore', { places: [placeOf(item('a'))] })
  expect(await line(t)).toEqual(before)
})

test('several go back together, though the slots of some are held by others of them', async () => {
  const { t, item } = await inSlots(['a', 'b', 'c', 'd'])
  const before = await line(t)
  await t.call('items.bulk', { itemIds: [item('a').id, item('b').id], action: { kind: 'cancel' } })
  await t.call('items.restore', { places: [placeOf(item('a')), placeOf(item('b'))] })
  expect(await line(t)).toEqual(before)
})

test('without its plan it gets its time all the same', async () => {
  const { t, item } = await inSlots(['a'])
  await t.call('items.cancel', { itemId: item('a').id })
  const [plan] = (await t.call('slots.list', {})).entries
  await t.call('slots.remove', { planId: plan?.id ?? '' })
  const { items } = await t.call('items.restore', { places: [placeOf(item('a'))] })
  expect(items[0]).toMatchObject({ state: 'scheduled', slot: null, schedule: { at: item('a').schedule?.at } })
})

test('a time that passed meanwhile is refused, and then none is given back', async () => {
  const { t, accountId, item } = await inSlots(['a'])
  const soon = await t.call('posts.save', {
    text: 'soon',
    targets: [{ accountId }],
    when: { kind: 'in', seconds: 60 },
  })
  const [late] = soon.items
  if (!late) throw new Error('nothing was made')
  await t.call('items.bulk', { itemIds: [item('a').id, late.id], action: { kind: 'cancel' } })
  await t.clock.advance(120_000)
  expect(await t.refusal('items.restore', { places: [placeOf(item('a')), placeOf(late)] })).toBe('in-the-past')
  expect((await t.call('items.get', { itemId: item('a').id })).state).toBe('cancelled')
})

test('what was published, or belongs to a deleted post, gets nothing back', async () => {
  const { t, accountId, item } = await inSlots(['a'])
  await t.call('posts.delete', { postId: item('a').postId })
  expect(await t.refusal('items.restore', { places: [placeOf(item('a'))] })).toBe('not-found')
  await t.call('posts.restore', { postId: item('a').postId })
  await t.call('items.restore', { places: [placeOf(item('a'))] })
  expect(await line(t)).toHaveLength(1)
  const now = await t.call('posts.save', { text: 'now', targets: [{ accountId }], when: { kind: 'now' } })
  await t.app.start()
  await t.clock.advance(1000)
  const itemId = now.items[0]?.id ?? ''
  expect(await t.refusal('items.restore', { places: [{ ...placeOf(item('a')), itemId }] })).toBe('illegal-transition')
})

test('what cannot go back because its account is disconnected says so by its name, once', async () => {
  const { t, accountId, item } = await inSlots(['a'])
  await t.call('posts.delete', { postId: item('a').postId })
  await t.call('accounts.disconnect', { accountId })
  await t.call('posts.restore', { postId: item('a').postId })
  expect(await t.app.gate('items.restore', { places: [placeOf(item('a'))] })).toMatchObject({
    failure: { message: 'Alice is disconnected.', told: { reason: 'account-cut', about: { account: 'Alice' } } },
  })
})
