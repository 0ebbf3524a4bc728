import { expect, test } from 'vitest'
import { aPost, anAccount, anItem } from '../fixtures/records.ts'
import { dueItem, idOf, openTempStore } from './open-temp-store.ts'

const PLAN = 'slp_00000000001'
const ids = (items: readonly { id: string }[]) => items.map((item) => item.id)
const remote = (id: string, ...parts: string[]) => ({
  id,
  url: null,
  parts: parts.map((part) => ({ id: part, url: null })),
})

test('slots are held by pending and published items of posts that are not deleted, in their order', async () => {
  const { store } = await openTempStore()
  const held = (number: number, at: number, of: Parameters<typeof anItem>[0] = {}) =>
    store.items.put(dueItem(number, at, { slot: { planId: PLAN, at }, ...of }))
  await held(1, 300)
  await held(2, 200, { state: 'published', nextAt: null, publishedAt: 205 })
  await held(3, 300, { state: 'waiting' })
  await held(4, 100)
  await held(5, 400, { slot: { planId: 'slp_00000000002', at: 400 } })
  await held(6, 400, { state: 'cancelled', nextAt: null })
  await store.posts.put(aPost({ id: idOf('pst', 2) }))
  await held(7, 250, { postId: idOf('pst', 2) })
  expect(ids(await store.items.inSlots(PLAN, 200))).toEqual([2, 7, 1, 3].map((number) => idOf('itm', number)))
  await store.posts.put(aPost({ id: idOf('pst', 2), deletedAt: 5 }))
  await store.items.put(dueItem(3, 300, { slot: null }))
  expect(ids(await store.items.inSlots(PLAN, 200))).toEqual([2, 1].map((number) => idOf('itm', number)))
})

test('a time is set by hand by what is still to go out and holds no slot, but for the post that is left out', async () => {
  const { store } = await openTempStore()
  const set = (number: number, at: number, of: Parameters<typeof anItem>[0] = {}) =>
    store.items.put(dueItem(number, at, of))
  await store.posts.put(aPost({ id: idOf('pst', 2) }))
  await set(1, 100)
  await set(2, 200, { slot: { planId: PLAN, at: 200 } })
  await set(3, 300, { state: 'cancelled', nextAt: null })
  await set(4, 400, { state: 'waiting', postId: idOf('pst', 2) })
  await set(5, 500)
  expect(await store.items.setByHand([100, 200, 300, 400])).toEqual([
    { at: 100, postId: aPost().id },
    { at: 400, postId: idOf('pst', 2) },
  ])
  expect(await store.items.setByHand([100, 400], idOf('pst', 2))).toEqual([{ at: 100, postId: aPost().id }])
  await store.posts.put(aPost({ id: idOf('pst', 2), deletedAt: 5 }))
  expect(await store.items.setByHand([400])).toEqual([])
  expect(await store.items.setByHand([])).toEqual([])
})

test('an item is known by its own id on the channel, by those of its parts and by those of its versions', async () => {
  const { store } = await openTempStore()
  await store.accounts.put(anAccount({ id: idOf('acc', 2), name: 'Second' }))
  const known = async (...asked: string[]) => (await store.items.knownRemotes(anAccount().id, asked)).toSorted()
  const item = anItem({ state: 'published', remote: remote('a'), publishedAt: 5 })
  await store.items.put(item)
  await store.items.put({ ...item, id: idOf('itm', 2), accountId: idOf('acc', 2), remote: remote('b') })
  expect(await known('a', 'b', 'c')).toEqual(['a'])
  await store.items.put({
    ...item,
    remote: remote('new', 'new', 'second'),
    versions: [{ text: 'Before', until: 6, remoteId: 'a' }],
  })
  expect(await known('a', 'new', 'second', 'c')).toEqual(['a', 'new', 'second'])
  await store.items.put(anItem({ id: idOf('itm', 3), parts: [{ id: 'half', url: null }] }))
  expect(await known('half')).toEqual(['half'])
  await store.items.put(anItem({ id: idOf('itm', 3) }))
  expect(await known('half')).toEqual([])
  await store.posts.put(aPost({ deletedAt: 1 }))
  expect(await known('second', 'new', 'a')).toEqual(['a', 'new', 'second'])
  await store.posts.purge(2)
  expect(await known('second', 'new', 'a')).toEqual([])
})

test('an account last published when its newest published item was', async () => {
  const { store } = await openTempStore()
  const accountId = anAccount().id
  expect(await store.items.lastPublishedAt(accountId)).toBeNull()
  await store.items.put(dueItem(1, 900))
  await store.items.put(anItem({ id: idOf('itm', 2), state: 'published', publishedAt: 500 }))
  await store.items.put(anItem({ id: idOf('itm', 3), state: 'published', publishedAt: 700, external: true }))
  expect(await store.items.lastPublishedAt(accountId)).toBe(700)
})
