import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { PostFilter } from '../../src-main/core/ports.ts'
import { openStore } from '../../src-main/store/open-store.ts'
import { aPost, anAccount, anItem } from '../fixtures/records.ts'
import { folderInForm, oldPost, type Row } from './old-form.ts'
import { dueItem, idOf, storeTools } from './open-temp-store.ts'

const post = (number: number, of: Row = {}) =>
  oldPost({ seq: number, id: idOf('pst', number), created_at: number, updated_at: 100 - number, ...of })

const item = (number: number, of: Row = {}): [string, Row] => [
  'item',
  {
    id: idOf('itm', number),
    post_seq: number,
    post_id: idOf('pst', number),
    account_id: anAccount().id,
    channel: 'folder',
    state: 'draft',
    sort_at: 0,
    hidden: 0,
    attempts: 0,
    tries: 0,
    parts: '[]',
    created_at: 0,
    updated_at: 0,
    override: '{}',
    ...of,
  },
]

const SCHEDULE = JSON.stringify(dueItem(1, 500).schedule)
const REMOTE = {
  id: 'r1',
  url: null,
  parts: [
    { id: 'r1', url: null },
    { id: 'r2', url: null },
  ],
}

const openSecond = async () => {
  const folder = await folderInForm(1, [
    [
      'account',
      {
        id: anAccount().id,
        channel: 'folder',
        name: 'My site',
        name_key: 'my site',
        settings: '{}',
        identity: 'somewhere',
        connection: 'valid',
        created_at: 0,
      },
    ],
    post(1, { tags: '["News","größe"]' }),
    post(2, { tags: '["NEWS"]' }),
    post(3, { tags: '["gone"]', deleted_at: 7 }),
    post(4, { tags: 'not json' }),
    post(5),
    item(1, { state: 'scheduled', next_at: 500, sort_at: 500, schedule: SCHEDULE }),
    item(2, {
      state: 'published',
      published_at: 800,
      sort_at: 800,
      schedule: SCHEDULE,
      remote: JSON.stringify(REMOTE),
      parts: '[{"id":"r0","url":null}]',
    }),
    item(12, { post_seq: 2, post_id: idOf('pst', 2), state: 'failed', sort_at: 900, schedule: SCHEDULE }),
    item(3, { hidden: 1 }),
    item(5, { state: 'publishing', sort_at: 500, schedule: SCHEDULE }),
  ])
  const store = await openStore(folder, storeTools())
  onTestFinished(() => store.close())
  return { store, folder }
}

test('a database in the first form is copied, and what was in it carries over', async () => {
  const { store, folder } = await openSecond()
  expect(readdirSync(join(folder, 'snapshots'))).toEqual(['posthorn-v1-20261122T090000000Z-migration.db'])
  expect(await store.accounts.list()).toEqual([anAccount()])
  expect(await store.posts.get(idOf('pst', 2))).toEqual(
    aPost({ id: idOf('pst', 2), tags: ['NEWS'], createdAt: 2, updatedAt: 98 }),
  )
  expect(await store.items.get(idOf('itm', 1))).toEqual(dueItem(1, 500, { schedule: dueItem(1, 500).schedule }))
  expect(await store.items.get(idOf('itm', 3))).toEqual(anItem({ id: idOf('itm', 3), postId: idOf('pst', 3) }))
  expect(await store.charges.sum({ from: 0, to: Number.MAX_SAFE_INTEGER })).toEqual({
    reserved: { posts: 0, credits: 0 },
    consumed: { posts: 0, credits: 0 },
  })
  expect(await store.items.knownRemotes(anAccount().id, ['r0', 'r1', 'r2', 'r3'])).toEqual(['r1', 'r0', 'r2'])
})

test('posts of the first form are in all lists, by status, tag, account, channel and time', async () => {
  const { store } = await openSecond()
  const list = async (filter: Partial<PostFilter>) =>
    (await store.posts.list({ order: 'made', limit: 9, ...filter })).entries.map((one) => Number(one.id.slice(4)))
  expect(await list({})).toEqual([5, 2, 1])
  expect(await list({ statuses: ['scheduled'] })).toEqual([1])
  expect(await list({ statuses: ['publishing'] })).toEqual([5])
  expect(await list({ statuses: ['partial'] })).toEqual([2])
  expect(await list({ tags: ['news'] })).toEqual([2, 1])
  expect(await list({ tags: ['GRÖßE', 'News'] })).toEqual([1])
  expect(await list({ accountId: anAccount().id })).toEqual([5, 2, 1])
  expect(await list({ channel: 'folder', from: 501 })).toEqual([2])
  expect(await list({ external: true })).toEqual([])
  expect(await store.tags.list()).toEqual([
    { tag: 'größe', posts: 1 },
    { tag: 'NEWS', posts: 2 },
  ])
  await store.posts.put(aPost({ id: idOf('pst', 3), tags: ['gone'] }))
  expect(await list({ tags: ['gone'], accountId: anAccount().id })).toEqual([3])
  await store.items.put(anItem({ id: idOf('itm', 5), postId: idOf('pst', 5), state: 'cancelled' }))
  expect(await list({ statuses: ['cancelled'], unscheduled: true })).toEqual([5])
  expect(await store.items.counts()).toMatchObject({ draft: 1, scheduled: 1, published: 1, failed: 1, cancelled: 1 })
})
