import { expect, test } from 'vitest'
import { aPost, anItem } from '../fixtures/records.ts'
import { dueItem, idOf, openTempStore } from './open-temp-store.ts'

const pause = () => new Promise((resolve) => setImmediate(resolve))

test('a transaction that fails leaves nothing behind, search and counts included', async () => {
  const { store } = await openTempStore()
  await store.items.put(dueItem(1, 100))
  const work = store.transaction(async (within) => {
    await within.items.put(dueItem(1, 100, { state: 'publishing' }))
    await within.items.put(dueItem(2, 200))
    await within.posts.put(aPost({ text: 'Unheard of' }))
    await pause()
    throw new Error('changed my mind')
  })
  await expect(work).rejects.toThrow('changed my mind')
  expect(await store.items.get(idOf('itm', 1))).toEqual(dueItem(1, 100))
  expect(await store.items.get(idOf('itm', 2))).toBeUndefined()
  expect(await store.items.counts()).toMatchObject({ scheduled: 1, publishing: 0 })
  expect((await store.posts.list({ order: 'changed', search: 'unheard', limit: 10 })).entries).toEqual([])
  expect((await store.posts.list({ order: 'changed', search: 'hello', limit: 10 })).entries).toHaveLength(1)
})

test('what a transaction returns comes out, and within it its own changes are seen', async () => {
  const { store } = await openTempStore()
  const seen = await store.transaction(async (within) => {
    await within.items.put(dueItem(1, 100))
    await pause()
    return [await within.items.due(100, 5, []), await within.items.counts()]
  })
  expect(seen).toMatchObject([[{ id: idOf('itm', 1) }], { scheduled: 1 }])
})

test('others wait for a transaction to end and never see half of it', async () => {
  const { store } = await openTempStore()
  const order: string[] = []
  const slow = store.transaction(async (within) => {
    await within.items.put(dueItem(1, 100))
    await pause()
    await pause()
    await within.items.put(dueItem(2, 200))
    order.push('transaction')
  })
  const reading = store.items.counts().then((counts) => order.push(`counted ${counts.scheduled}`))
  const settings = store.settings.put({ paused: true }).then(() => order.push('settings'))
  const media = store.media.getMany([]).then(() => order.push('media'))
  const second = store.transaction(async (within) => {
    order.push(`second sees ${(await within.items.counts()).scheduled}`)
  })
  await Promise.all([slow, reading, settings, media, second])
  expect(order[0]).toBe('transaction')
  expect(order).toContain('counted 2')
  expect(order).toContain('second sees 2')
})

test('a transaction within a transaction simply joins it', async () => {
  const { store } = await openTempStore()
  const work = store.transaction(async (outer) => {
    await outer.items.put(dueItem(1, 100))
    await outer.transaction(async (inner) => {
      await inner.items.put(dueItem(2, 200))
      await inner.settings.put({ paused: true })
    })
    throw new Error('after the inner one')
  })
  await expect(work).rejects.toThrow('after the inner one')
  expect(await store.items.counts()).toMatchObject({ scheduled: 0 })
  expect(await store.settings.get()).toEqual({})
})

test('a transaction in which a statement failed cannot be committed by ignoring the failure', async () => {
  const { store } = await openTempStore()
  const work = store.transaction(async (within) => {
    await within.items.put(dueItem(1, 100))
    await within.items.put(anItem({ id: idOf('itm', 2), postId: 'pst_unknown0000' })).catch(() => {})
    await within.items.put(dueItem(3, 300)).catch(() => {})
  })
  await expect(work).rejects.toThrow('item.post_seq')
  expect(await store.items.counts()).toMatchObject({ scheduled: 0 })
  await store.items.put(dueItem(4, 400))
  expect(await store.items.counts()).toMatchObject({ scheduled: 1 })
})

test("a transaction's store is of no use after its end", async () => {
  const { store } = await openTempStore()
  const escaped = await store.transaction(async (within) => within)
  await expect(escaped.items.put(dueItem(1, 100))).rejects.toThrow('over')
  await expect(escaped.media.get('med_1')).rejects.toThrow('over')
  expect(await store.items.counts()).toMatchObject({ scheduled: 0 })
})

test('many transactions started at once run one after the other, none lost', async () => {
  const { store } = await openTempStore()
  await store.items.put(dueItem(1, 100))
  await Promise.all(
    Array.from({ length: 50 }, () =>
      store.transaction(async (within) => {
        const item = await within.items.get(idOf('itm', 1))
        await pause()
        if (item) await within.items.put({ ...item, attempts: item.attempts + 1 })
      }),
    ),
  )
  expect(await store.items.get(idOf('itm', 1))).toMatchObject({ attempts: 50 })
})

test('closing waits for a transaction under way', async () => {
  const { store } = await openTempStore()
  let done = false
  const work = store.transaction(async (within) => {
    await within.items.put(dueItem(1, 100))
    await pause()
    done = true
  })
  await store.close()
  expect(done).toBe(true)
  await work
})
