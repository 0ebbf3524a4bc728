import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aPost, anAccount, anItem } from '../fixtures/records.ts'
import { dueItem, idOf, openTempStore } from './open-temp-store.ts'

/** Does to the file what a fault or another program would have done. */
const spoil = (folder: string, sql: string) => {
  const database = new Database(join(folder, 'posthorn.db'))
  try {
    database.exec(sql)
  } finally {
    database.close()
  }
}

const putAside = (folder: string) => {
  const database = new Database(join(folder, 'posthorn.db'), { readonly: true })
  try {
    return database.prepare('select kind, key, content, why, at from quarantine order by kind, key').all()
  } finally {
    database.close()
  }
}

test('an item that cannot be read leaves lists, counts and the queue, and is kept with the reason', async () => {
  const { store, folder, errors } = await openTempStore()
  for (const number of [1, 2, 3]) await store.items.put(dueItem(number, number))
  spoil(folder, `update item set schedule = '{"wall":' where id = '${idOf('itm', 1)}'`)
  spoil(folder, `update item set parts = '"none"' where id = '${idOf('itm', 2)}'`)

  expect(await store.items.next()).toEqual(dueItem(3, 3))
  expect(await store.items.due(99, 9, [])).toEqual([dueItem(3, 3)])
  expect((await store.items.list({ order: 'latest', limit: 9 })).entries).toEqual([dueItem(3, 3)])
  expect(await store.items.counts()).toMatchObject({ scheduled: 1 })
  expect(await store.items.get(idOf('itm', 1))).toBeUndefined()
  expect(errors.length).toBeGreaterThan(0)
  expect(await store.unreadable()).toBe(2)

  const rows = putAside(folder)
  expect(rows).toMatchObject([
    { kind: 'item', key: idOf('itm', 1), why: expect.stringContaining('JSON') as string },
    { kind: 'item', key: idOf('itm', 2), content: expect.stringContaining('\\"none\\"') as string },
  ])
})

test('an item whose state nobody knows is put aside, and put again it is back', async () => {
  const { store, folder } = await openTempStore()
  await store.items.put(dueItem(1, 1))
  spoil(folder, `update item set state = 'dreaming'`)
  expect((await store.items.list({ order: 'soonest', limit: 9 })).entries).toEqual([])
  expect(await store.items.get(idOf('itm', 1))).toBeUndefined()
  expect(await store.unreadable()).toBe(1)
  await store.items.put(dueItem(1, 1))
  expect(await store.unreadable()).toBe(0)
  expect(await store.items.due(9, 9, [])).toEqual([dueItem(1, 1)])
  expect(await store.items.counts()).toMatchObject({ scheduled: 1 })
})

test('what cannot be read of posts, accounts, attempts and settings spoils nothing else', async () => {
  const { store, folder } = await openTempStore()
  await store.posts.put(aPost({ id: idOf('pst', 2), text: 'Good' }))
  await store.items.put(dueItem(1, 1))
  await store.items.put(anItem({ id: idOf('itm', 2), postId: idOf('pst', 2) }))
  await store.accounts.put(anAccount({ id: idOf('acc', 2), name: 'Second' }))
  const attempt = { itemId: idOf('itm', 1), startedAt: 1, endedAt: 2, outcome: 'retry', failure: null } as const
  await store.attempts.put({ ...attempt, number: 1 })
  await store.attempts.put({ ...attempt, number: 2 })
  await store.settings.put({ paused: true, zone: 'UTC' })
  spoil(
    folder,
    `update post set media = 'not json' where id = '${aPost().id}';
    update account set settings = '[]' where id = '${idOf('acc', 2)}';
    update attempt set outcome = 'lost' where number = 1;
    update setting set value = '"perhaps"' where name = 'paused'`,
  )
  expect((await store.posts.list({ order: 'changed', limit: 9 })).entries).toMatchObject([{ id: idOf('pst', 2) }])
  expect(await store.posts.get(aPost().id)).toBeUndefined()
  expect(await store.accounts.list()).toEqual([anAccount()])
  expect(await store.attempts.ofItem(idOf('itm', 1))).toMatchObject([{ number: 2 }])
  expect(await store.settings.get()).toEqual({ zone: 'UTC' })
  // Nothing is sent for a post that cannot be read.
  expect(await store.items.due(99, 9, [])).toEqual([])
  expect(putAside(folder)).toMatchObject([
    { kind: 'account', key: idOf('acc', 2) },
    { kind: 'attempt', key: `${idOf('itm', 1)}/1` },
    { kind: 'post', key: aPost().id },
    { kind: 'setting', key: 'paused' },
  ])
})

test('a post is listed by what can be read of its items, and not at all when it cannot be read itself', async () => {
  const { store, folder } = await openTempStore()
  await store.posts.put(aPost({ tags: ['news'] }))
  await store.items.put(dueItem(1, 1))
  await store.items.put(anItem({ id: idOf('itm', 2), state: 'failed' }))
  const list = async (status: 'scheduled' | 'failed') =>
    (await store.posts.list({ order: 'made', statuses: [status], limit: 9 })).entries.length
  expect(await list('scheduled')).toBe(1)
  spoil(folder, `update item set schedule = '{' where id = '${idOf('itm', 1)}'`)
  await store.items.ofPosts([aPost().id])
  expect([await list('scheduled'), await list('failed')]).toEqual([0, 1])
  await store.items.put(dueItem(1, 1))
  expect([await list('scheduled'), await list('failed')]).toEqual([1, 0])
  spoil(folder, `update post set media = '{'`)
  expect(await store.posts.get(aPost().id)).toBeUndefined()
  expect(await store.tags.list()).toEqual([])
  await store.posts.put(aPost({ tags: ['news'] }))
  expect(await store.tags.list()).toEqual([{ tag: 'news', posts: 1 }])
})
