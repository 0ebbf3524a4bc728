import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemState } from '../../src-preload/contract/model/item.ts'
import type { ItemRecord } from '../../src-main/core/records.ts'
import { aPost, anAccount, anItem } from '../fixtures/records.ts'
import { dueItem, idOf, openTempStore } from './open-temp-store.ts'

const ids = (items: readonly ItemRecord[]) => items.map((item) => item.id)

test('due items come soonest first, then by id, up to now, and no more than wanted', async () => {
  const { store } = await openTempStore()
  for (const [number, at] of [
    [5, 300],
    [2, 200],
    [4, 100],
    [1, 200],
    [3, 201],
  ] as const) {
    await store.items.put(dueItem(number, at))
  }
  expect(ids(await store.items.due(200, 10, []))).toEqual([4, 1, 2].map((number) => idOf('itm', number)))
  expect(ids(await store.items.due(200, 2, []))).toEqual([4, 1].map((number) => idOf('itm', number)))
  expect(ids(await store.items.due(99, 10, []))).toEqual([])
  expect(await store.items.next()).toEqual(dueItem(4, 100))
})

test('accounts that are busy are left out', async () => {
  const { store } = await openTempStore()
  for (const number of [2, 3])
    await store.accounts.put(anAccount({ id: idOf('acc', number), name: `Number ${number}` }))
  await store.items.put(dueItem(1, 100))
  await store.items.put(dueItem(2, 200, { accountId: idOf('acc', 2) }))
  await store.items.put(dueItem(3, 300, { accountId: idOf('acc', 3) }))
  expect(ids(await store.items.due(999, 10, [idOf('acc', 1), idOf('acc', 3)]))).toEqual([idOf('itm', 2)])
})

test('an item is due by its next time alone, whatever its state; without one it never is', async () => {
  const { store } = await openTempStore()
  await store.items.put(dueItem(1, 100, { nextAt: null, state: 'waiting' }))
  await store.items.put(dueItem(2, 100, { nextAt: 500, state: 'publishing' }))
  expect(ids(await store.items.due(499, 10, []))).toEqual([])
  expect(ids(await store.items.due(500, 10, []))).toEqual([idOf('itm', 2)])
  expect(await store.items.next()).toMatchObject({ id: idOf('itm', 2) })
})

test('items of a deleted post are in no list, no queue and no count until it is restored', async () => {
  const { store } = await openTempStore()
  await store.items.put(dueItem(1, 100))
  const visible = async () => [
    (await store.items.due(999, 9, [])).length,
    (await store.items.next()) ? 1 : 0,
    (await store.items.list({ order: 'latest', limit: 9 })).entries.length,
    (await store.items.list({ order: 'soonest', limit: 9 })).entries.length,
    (await store.items.list({ order: 'latest', limit: 9, search: 'hello' })).entries.length,
    (await store.items.inStates(['scheduled', 'waiting'])).length,
    (await store.items.counts()).scheduled,
    (await store.posts.list({ order: 'changed', limit: 9 })).entries.length,
    (await store.posts.list({ order: 'changed', limit: 9, search: 'hello' })).entries.length,
  ]
  expect(new Set(await visible())).toEqual(new Set([1]))
  await store.posts.put(aPost({ deletedAt: 50 }))
  expect(new Set(await visible())).toEqual(new Set([0]))
  await store.items.put(dueItem(1, 100, { attempts: 1 }))
  await store.items.put(dueItem(2, 100))
  expect(new Set(await visible())).toEqual(new Set([0]))
  await store.items.remove(idOf('itm', 2))
  expect(await store.items.get(idOf('itm', 1))).toMatchObject({ attempts: 1 })
  await store.posts.put(aPost())
  expect(new Set(await visible())).toEqual(new Set([1]))
})

test('purging removes for good what was deleted before, with items, attempts and words', async () => {
  const { store } = await openTempStore()
  const late = aPost({ id: idOf('pst', 2), text: 'Hello again', deletedAt: 200 })
  await store.posts.put(late)
  await store.items.put(dueItem(1, 100))
  await store.attempts.put({
    itemId: idOf('itm', 1),
    number: 1,
    startedAt: 1,
    endedAt: 2,
    outcome: 'retry',
    failure: null,
  })
  await store.posts.put(aPost({ deletedAt: 100 }))
  expect(await store.posts.purge(100)).toEqual([])
  expect(await store.posts.purge(101)).toEqual([aPost().id])
  expect(await store.posts.get(aPost().id)).toBeUndefined()
  expect(await store.items.get(idOf('itm', 1))).toBeUndefined()
  expect(await store.attempts.ofItem(idOf('itm', 1))).toEqual([])
  expect(await store.posts.get(late.id)).toEqual(late)
  await store.posts.put({ ...late, deletedAt: null })
  expect((await store.posts.list({ order: 'changed', search: 'hello', limit: 9 })).entries).toMatchObject([
    { id: late.id },
  ])
})

test('items in states are found by reason and account, what was planned first coming first', async () => {
  const { store } = await openTempStore()
  await store.accounts.put(anAccount({ id: idOf('acc', 2), name: 'Second' }))
  const waiting = (number: number, at: number, reason: 'offline' | 'paused', accountId = idOf('acc', 1)) =>
    dueItem(number, at, { state: 'waiting', waiting: { reason, since: 1 }, accountId })
  await store.items.put(waiting(1, 300, 'offline'))
  await store.items.put(waiting(2, 100, 'offline', idOf('acc', 2)))
  await store.items.put(waiting(3, 200, 'paused'))
  await store.items.put(dueItem(4, 50))
  expect(ids(await store.items.inStates(['waiting']))).toEqual([2, 3, 1].map((number) => idOf('itm', number)))
  expect(ids(await store.items.inStates(['waiting'], { reasons: ['offline'] }))).toEqual(
    [2, 1].map((number) => idOf('itm', number)),
  )
  expect(ids(await store.items.inStates(['waiting', 'scheduled'], { accountId: idOf('acc', 1) }))).toEqual(
    [4, 3, 1].map((number) => idOf('itm', number)),
  )
  expect(await store.items.inStates(['waiting'], { reasons: [] })).toEqual([])
})

test('the counts are those of the rows, whatever was done to them', async () => {
  const step = fc.record({
    item: fc.integer({ min: 1, max: 6 }),
    post: fc.integer({ min: 1, max: 3 }),
    state: fc.constantFrom(...itemState.options),
    act: fc.constantFrom('put', 'put', 'put', 'remove', 'delete', 'restore', 'purge', 'fail'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const { store } = await openTempStore()
      const putPost = (number: number, deletedAt: number | null) =>
        store.posts.put(aPost({ id: idOf('pst', number), deletedAt }))
      for (const number of [1, 2, 3]) await putPost(number, null)
      for (const { item, post, state, act } of steps) {
        const known = await store.items.get(idOf('itm', item))
        const put = anItem({ id: idOf('itm', item), postId: known?.postId ?? idOf('pst', post), state })
        if (act === 'put') await store.items.put(put)
        if (act === 'remove') await store.items.remove(put.id)
        if (act === 'delete') await putPost(post, 10)
        if (act === 'restore') await putPost(post, null)
        if (act === 'purge') for (const id of await store.posts.purge(20)) await store.posts.put(aPost({ id }))
        if (act === 'fail') {
          const failing = store.transaction(async (within) => {
            await within.items.put(put)
            throw new Error('no')
          })
          await expect(failing).rejects.toThrow('no')
        }
      }
      const counted = Object.fromEntries(itemState.options.map((state) => [state, 0]))
      const posts = await store.posts.getMany([1, 2, 3].map((number) => idOf('pst', number)))
      const shown = posts.filter((post) => post.deletedAt === null).map((post) => post.id)
      for (const item of await store.items.ofPosts(shown)) counted[item.state] = (counted[item.state] ?? 0) + 1
      expect(await store.items.counts()).toEqual(counted)
      await store.close()
    }),
    { numRuns: 25 },
  )
}, 60_000)
