import Database from 'better-sqlite3'
import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Store } from '../../src-main/core/ports.ts'
import { salvage } from '../../src-main/store/file/salvage.ts'
import { openStore } from '../../src-main/store/open-store.ts'
import { aPost } from '../fixtures/records.ts'
import { dueItem, failureOf, idOf, openTempStore, storeTools, tempFolder } from './open-temp-store.ts'

const PAGE = 4096
const POSTS = 400

const fill = (store: Store) =>
  store.transaction(async (within) => {
    for (let number = 2; number <= POSTS; number += 1) {
      await within.posts.put(
        aPost({ id: idOf('pst', number), text: `Words of number ${number}. `.repeat(20), tags: ['sea'] }),
      )
      await within.items.put(dueItem(number, number, { postId: idOf('pst', number) }))
    }
  })

const filled = async (): Promise<string> => {
  const { store, folder } = await openTempStore()
  await fill(store)
  await store.close()
  return folder
}

/** Pages of a table's own rows, its root left out, first to last. */
const pagesOf = (folder: string, table: string): number[] => {
  const database = new Database(join(folder, 'posthorn.db'), { readonly: true })
  const root = Number(database.prepare('select rootpage from sqlite_schema where name = ?').pluck().get(table))
  database.close()
  const bytes = readFileSync(join(folder, 'posthorn.db'))
  const at = (page: number) => (page - 1) * PAGE
  // An inner page of a table names its children: a cell each, and the rightmost one.
  if (bytes[at(root)] !== 5) return [root]
  const cells = bytes.readUInt16BE(at(root) + 3)
  const children = Array.from({ length: cells }, (_, cell) =>
    bytes.readUInt32BE(at(root) + bytes.readUInt16BE(at(root) + 12 + 2 * cell)),
  )
  return [...children, bytes.readUInt32BE(at(root) + 8)]
}

const spoil = (folder: string, page: number): void => {
  const file = openSync(join(folder, 'posthorn.db'), 'r+')
  writeSync(file, Buffer.alloc(PAGE, 0xab), 0, PAGE, (page - 1) * PAGE)
  closeSync(file)
}

/** Leaves the file as a process does that was killed: with a journal. */
const leaveOpen = (folder: string): void => {
  const database = new Database(join(folder, 'posthorn.db'))
  database.pragma('wal_autocheckpoint = 0')
  const before = readFileSync(join(folder, 'posthorn.db'))
  database.exec(`insert or replace into setting (name, value) values ('paused', 'false')`)
  const journal = readFileSync(join(folder, 'posthorn.db-wal'))
  database.close()
  for (const [name, bytes] of [
    ['posthorn.db', before],
    ['posthorn.db-wal', journal],
  ] as const) {
    const file = openSync(join(folder, name), 'w')
    writeSync(file, bytes)
    closeSync(file)
  }
}

test('a damaged page is found after a run that ended badly, in plain words, and nothing is changed', async () => {
  const folder = await filled()
  const page = pagesOf(folder, 'post')[3] ?? 0
  leaveOpen(folder)
  spoil(folder, page)
  const before = readFileSync(join(folder, 'posthorn.db'))
  const failure = await failureOf(() => openStore(folder, storeTools()))
  expect(failure).toMatchObject({
    code: 'database-unreadable',
    message: 'The database is damaged; it was left as it is.',
    next: 'Put back a snapshot, or recover what can be read: start the app, or run "posthorn recover".',
  })
  expect(failure.detail).toContain('post: ')
  expect(readFileSync(join(folder, 'posthorn.db')).equals(before)).toBe(true)
})

test('after a run that ended well the file is not read through', async () => {
  const folder = await filled()
  spoil(folder, pagesOf(folder, 'post')[3] ?? 0)
  const store = await openStore(folder, storeTools())
  expect(await store.posts.get(idOf('pst', 2))).toBeDefined()
  await store.close()
})

test('out of a damaged database comes a whole one with every row that can be read, and the others are counted', async () => {
  const folder = await filled()
  const pages = pagesOf(folder, 'post')
  expect(pages.length).toBeGreaterThan(20)
  spoil(folder, pages[5] ?? 0)
  const fresh = tempFolder()
  const told = await salvage(join(folder, 'posthorn.db'), fresh, storeTools())
  const lost = told.lost.find(({ table }) => table === 'post')?.rows ?? 0
  expect(lost).toBeGreaterThan(0)
  expect(lost).toBeLessThan(20)
  const database = new Database(join(fresh, 'posthorn.db'))
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(database.pragma('foreign_key_check')).toEqual([])
  const count = (sql: string) => Number(database.prepare(sql).pluck().get())
  expect(count('select count(*) from post')).toBe(POSTS - lost)
  // Items whose post was lost are set aside, not dropped.
  expect(count('select count(*) from item') + count(`select count(*) from quarantine where kind = 'item'`)).toBe(
    POSTS - 1,
  )
  expect(count('select sum(n) from item_count')).toBe(count('select count(*) from item'))
  database.close()
  const store = await openStore(fresh, storeTools())
  const { entries } = await store.posts.list({ order: 'changed', search: `"number ${POSTS}"`, limit: 5 })
  expect(entries.map(({ id }) => id)).toEqual([idOf('pst', POSTS)])
  expect((await store.posts.list({ order: 'changed', tags: ['sea'], limit: 200 })).entries).toHaveLength(200)
  expect(await store.unreadableRows(500)).toHaveLength(lost)
  expect((await store.items.due(Number.MAX_SAFE_INTEGER, 10, []))[0]).toMatchObject({ id: idOf('itm', 2) })
  await store.close()
})

test('wherever one page of the file is damaged, every post comes through or is counted as lost', async () => {
  const folder = await filled()
  const whole = readFileSync(join(folder, 'posthorn.db'))
  const pages = whole.byteLength / PAGE
  let refused = 0
  let losing = 0
  for (let page = 2; page <= pages; page += Math.ceil(pages / 15)) {
    const file = openSync(join(folder, 'posthorn.db'), 'w')
    writeSync(file, whole)
    closeSync(file)
    spoil(folder, page)
    const fresh = tempFolder()
    let lost = 0
    try {
      const told = await salvage(join(folder, 'posthorn.db'), fresh, storeTools())
      lost = told.lost.find(({ table }) => table === 'post')?.rows ?? 0
    } catch {
      refused += 1
      continue
    }
    const database = new Database(join(fresh, 'posthorn.db'), { readonly: true })
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    // Without the page that the others hang on all of a table may be lost; it is never lost without a word.
    expect(Number(database.prepare('select count(*) from post').pluck().get()) + lost).toBe(POSTS)
    if (lost > 0) losing += 1
    database.close()
  }
  expect(refused).toBeLessThan(3)
  expect(losing).toBeLessThan(12)
}, 30_000)

test('a search index that is damaged is made anew by itself at the start', async () => {
  const folder = await filled()
  const page = pagesOf(folder, 'post_search_data').at(-1) ?? 0
  leaveOpen(folder)
  spoil(folder, page)
  const store = await openStore(folder, storeTools())
  const { entries } = await store.posts.list({ order: 'changed', search: '"number 77"', limit: 5 })
  expect(entries.map(({ id }) => id)).toEqual([idOf('pst', 77)])
  await store.close()
  expect(readdirSync(folder)).toEqual(['posthorn.db'])
})

test('a search index that is found broken while Posthorn runs is made anew, and what was to be saved is saved', async () => {
  const folder = await filled()
  const database = new Database(join(folder, 'posthorn.db'))
  database.unsafeMode(true)
  database.exec(`update post_search_data set block = x'00ff00ff' where id > 100`)
  database.close()
  const store = await openStore(folder, storeTools())
  await store.posts.put(aPost({ id: idOf('pst', 5), text: 'Entirely other words' }))
  const found = async (search: string) =>
    (await store.posts.list({ order: 'changed', search, limit: 5 })).entries.map(({ id }) => id)
  expect(await found('entirely')).toEqual([idOf('pst', 5)])
  expect(await found('"number 77"')).toEqual([idOf('pst', 77)])
  await store.close()
})
