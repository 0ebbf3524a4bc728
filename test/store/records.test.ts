import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import type { AttemptRecord, ItemRecord, MediaRecord } from '../../src-main/core/records.ts'
import { failedInEnglish } from '../../src-main/core/refusal.ts'
import { openStore } from '../../src-main/store/open-store.ts'
import { aPost, anAccount, anItem } from '../fixtures/records.ts'
import { failureOf, idOf, openTempStore, storeTools } from './open-temp-store.ts'

const trouble = failedInEnglish('unreachable', 'The server did not answer.', 'It is tried again.', {
  detail: 'ECONNREFUSED',
})

const fullItem: ItemRecord = {
  id: idOf('itm', 7),
  postId: aPost().id,
  accountId: anAccount().id,
  channel: 'bluesky',
  state: 'waiting',
  override: { text: 'Only here 🎉', media: [{ mediaId: idOf('med', 1), alt: 'A "cat"' }] },
  schedule: { wall: '2026-03-29T02:30', zone: 'Europe/Berlin', at: 1_774_747_800_000, shift: 'gap' },
  nextAt: 1_774_747_900_000,
  waiting: { reason: 'unreachable', since: 1_774_747_800_500 },
  failure: trouble,
  attempts: 3,
  tries: 2,
  marker: '3lxyz',
  parts: [{ id: 'at://x/1', url: 'https://x.example/1' }],
  leaseUntil: 1_774_747_999_999,
  held: { remote: { id: 'held-7', url: null, parts: [] }, since: 1_774_747_700_000 },
  remote: { id: 'at://x/1', url: null, parts: [{ id: 'at://x/1', url: null }] },
  publishedAt: 5,
  charge: { feature: 'SCHEDULE_POST', credits: 3, at: 1_774_747_800_000, standing: 'reserved' },
  slot: { planId: 'slp_00000000001', at: 1_774_747_800_000 },
  changes: [{ mediaId: idOf('med', 1), what: 'resized', message: '4000 x 3000 becomes 2000 x 1500.' }],
  versions: [{ text: 'Before', until: 4, remoteId: 'at://x/0' }],
  external: true,
  unpublishedAt: 6,
  createdAt: 1,
  updatedAt: 2,
}

test('an item comes back as it was put, whole or bare, and after a change', async () => {
  const { store } = await openTempStore()
  await store.items.put(fullItem)
  expect(await store.items.get(fullItem.id)).toEqual(fullItem)
  const bare = anItem({ id: fullItem.id, channel: 'bluesky' })
  await store.items.put(bare)
  expect(await store.items.get(fullItem.id)).toEqual(bare)
  expect(await store.items.ofPosts([bare.postId])).toEqual([bare])
  await store.items.remove(bare.id)
  expect(await store.items.get(bare.id)).toBeUndefined()
})

test('a post comes back as it was put', async () => {
  const { store } = await openTempStore()
  const post = aPost({
    id: idOf('pst', 2),
    text: 'Zwei Zeilen\n--- "und" \' ein 🎉 und \u0000 nichts',
    media: [{ mediaId: idOf('med', 1), alt: 'Ein Bild' }],
    thread: true,
    tags: ['news', 'größe'],
    zone: 'Europe/Berlin',
    lateness: { withinMinutes: 5, then: 'skip' },
    createdAt: 11,
    updatedAt: 12,
    deletedAt: 13,
  })
  await store.posts.put(post)
  expect(await store.posts.get(post.id)).toEqual(post)
  expect(await store.posts.getMany([post.id, aPost().id, 'pst_unknown0000'])).toHaveLength(2)
  await store.posts.put({ ...post, text: '', deletedAt: null, lateness: null })
  expect(await store.posts.get(post.id)).toEqual({ ...post, text: '', deletedAt: null, lateness: null })
})

test('an account, its attempts, files, settings and secrets come back as they were put', async () => {
  const { store } = await openTempStore()
  const account = anAccount({
    id: idOf('acc', 2),
    name: 'Zweites',
    settings: { service: 'https://pds.example', nested: { yes: true } },
    connection: 'signed-out',
    failure: trouble,
    checkedAt: 99,
  })
  await store.accounts.put(account)
  expect(await store.accounts.get(account.id)).toEqual(account)
  expect(await store.accounts.list()).toEqual([anAccount(), account])

  const face = {
    name: 'a1',
    source: 'of its address',
    mime: 'image/webp',
    bytes: Buffer.from([0, 1, 255]),
    fetchedAt: 5,
  }
  await store.pictures.put({ ...face, accountId: account.id, name: 'older' })
  await store.pictures.put({ ...face, accountId: account.id })
  expect(await store.pictures.get(account.id)).toEqual({ ...face, accountId: account.id })
  expect(await store.accounts.list()).toEqual([anAccount(), { ...account, picture: 'a1' }])
  await store.accounts.put({ ...account, picture: null })
  expect(await store.accounts.get(account.id)).toEqual({ ...account, picture: 'a1' })
  await store.pictures.remove(account.id)
  expect(await store.accounts.get(account.id)).toEqual(account)

  await store.items.put(anItem())
  const attempt: AttemptRecord = {
    itemId: anItem().id,
    number: 1,
    startedAt: 1,
    endedAt: null,
    outcome: 'open',
    failure: null,
  }
  await store.attempts.put({ ...attempt, number: 2 })
  await store.attempts.put(attempt)
  await store.attempts.put({ ...attempt, endedAt: 9, outcome: 'unclear', failure: trouble })
  expect(await store.attempts.ofItem(anItem().id)).toEqual([
    { ...attempt, endedAt: 9, outcome: 'unclear', failure: trouble },
    { ...attempt, number: 2 },
  ])

  const media: MediaRecord = {
    id: idOf('med', 1),
    hash: 'ab'.repeat(32),
    name: 'cat.png',
    mime: 'image/png',
    size: 12,
    width: 3,
    height: null,
    seconds: null,
    frameRate: null,
    edited: null,
    createdAt: 4,
  }
  await store.media.put(media)
  expect(await store.media.get(media.id)).toEqual(media)
  expect(await store.media.findByHash(media.hash)).toEqual(media)
  expect(await store.media.getMany([media.id, 'med_none00000000'])).toEqual([media])

  await store.settings.put({ paused: true, notify: { published: true, failed: false, missed: true } })
  await store.settings.put({ paused: false })
  expect(await store.settings.get()).toEqual({
    paused: false,
    notify: { published: true, failed: false, missed: true },
  })
})

test('secrets are kept as sealed bytes, replaced, and removed by the beginning of their name', async () => {
  const { store } = await openTempStore()
  const sealed = new Uint8Array([0, 1, 255])
  await store.secrets.put('acc_1:password', { keeper: 'system', sealed: new Uint8Array([9]) })
  await store.secrets.put('acc_1:password', { keeper: 'key-file', sealed })
  await store.secrets.put('acc_1:session', { keeper: 'system', sealed })
  await store.secrets.put('acc_10:password', { keeper: 'system', sealed })
  const kept = await store.secrets.get('acc_1:password')
  expect(kept).toMatchObject({ keeper: 'key-file' })
  expect(Buffer.compare(kept?.sealed ?? new Uint8Array(), sealed)).toBe(0)
  await store.secrets.removeAll('acc_1:')
  expect(await store.secrets.get('acc_1:password')).toBeUndefined()
  expect(await store.secrets.get('acc_1:session')).toBeUndefined()
  expect(await store.secrets.get('acc_10:password')).toBeDefined()
})

test('two accounts cannot have the same name, whatever its case', async () => {
  const { store } = await openTempStore()
  await store.accounts.put(anAccount({ name: 'Ärger' }))
  const namesake = anAccount({ id: idOf('acc', 2), name: 'äRGER' })
  expect(await failureOf(() => store.accounts.put(namesake))).toMatchObject({ code: 'invalid-input', field: 'name' })
  await store.accounts.put(anAccount({ name: 'ärger' }))
  expect(await store.accounts.list()).toMatchObject([{ name: 'ärger' }])
})

test('everything is there again after closing and opening', async () => {
  const { store, folder } = await openTempStore()
  await store.items.put(fullItem)
  await store.close()
  const again = await openStore(folder, storeTools())
  expect(await again.items.get(fullItem.id)).toEqual(fullItem)
  expect(await again.posts.get(aPost().id)).toEqual(aPost())
  await again.close()
})
