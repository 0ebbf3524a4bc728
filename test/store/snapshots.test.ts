import Database from 'better-sqlite3'
import { closeSync, ftruncateSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Snapshot, SnapshotWhy } from '../../src-preload/contract/model/snapshot.ts'
import { toKeep } from '../../src-main/app/snapshots.ts'
import type { Store } from '../../src-main/core/ports.ts'
import { copyDatabase } from '../../src-main/store/file/copy-database.ts'
import { openSnapshots } from '../../src-main/store/file/snapshot.ts'
import { findDamage } from '../../src-main/store/file/whole-file.ts'
import { dueItem, failureOf, openTempStore, storeTools } from './open-temp-store.ts'

const fill = (store: Store, items: number) =>
  store.transaction(async (within) => {
    for (let number = 1; number <= items; number += 1) await within.items.put(dueItem(number, number))
  })

test('a snapshot is made while the database is written to, holds one moment of it, and says what is in it', async () => {
  const { store, folder } = await openTempStore()
  await fill(store, 2000)
  const snapshots = openSnapshots(folder, storeTools().clock)
  const over = new AbortController()
  let written = 2000
  const writer = (async () => {
    while (!over.signal.aborted) {
      written += 1
      await store.items.put(dueItem(written, written))
      await new Promise((resolve) => void setImmediate(resolve))
    }
  })()
  const made = await snapshots.create('asked')
  over.abort()
  await writer
  expect(written).toBeGreaterThan(2000)
  expect(made).toMatchObject({ why: 'asked', at: '2026-11-22T09:00:00.000Z', counts: { posts: 1, accounts: 1 } })
  const copy = new Database(snapshots.path(made.name), { readonly: true })
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
  const held = Number(copy.prepare('select count(*) from item').pluck().get())
  expect(held).toBe(made.counts?.pending)
  expect(held).toBeGreaterThanOrEqual(2000)
  expect(held).toBeLessThan(written)
  copy.close()
  expect(readdirSync(snapshots.folder)).toEqual([made.name])
  expect(await snapshots.list()).toEqual([made])
})

test('a copy of very many posts is counted to the last one, and whatever else there is to do gets its turn', async () => {
  const { store, folder } = await openTempStore()
  await fill(store, 1)
  const snapshots = openSnapshots(folder, storeTools().clock)
  const { name } = await snapshots.create('asked')
  const copy = new Database(snapshots.path(name))
  const all = copy.prepare<[], string>(`select name from pragma_table_info('post')`).pluck().all()
  const others = all.filter((column) => column !== 'seq' && column !== 'id').join(', ')
  copy.exec(`with recursive more(i) as (select 1 union all select i + 1 from more where i < 45000)
    insert into post (id, ${others}) select 'pst_' || i, ${others} from more, (select * from post limit 1)`)
  copy.close()
  let turns = 0
  const turn = (): void => {
    turns += 1
    ticking = setImmediate(turn)
  }
  let ticking = setImmediate(turn)
  const [counted] = await snapshots.list()
  clearImmediate(ticking)
  expect(counted?.counts?.posts).toBe(45_001)
  expect(turns).toBeGreaterThan(2)
})

test('a snapshot that is called off, or of a damaged file, leaves nothing behind', async () => {
  const { store, folder } = await openTempStore()
  await fill(store, 3000)
  const snapshots = openSnapshots(folder, storeTools().clock)
  const off = new AbortController()
  off.abort()
  expect((await failureOf(() => snapshots.create('asked', off.signal))).code).toBe('cancelled')
  await store.close()
  const database = new Database(join(folder, 'posthorn.db'), { readonly: true })
  const root = Number(database.prepare(`select rootpage from sqlite_schema where name = 'item'`).pluck().get())
  database.close()
  const file = openSync(join(folder, 'posthorn.db'), 'r+')
  writeSync(file, Buffer.alloc(4096, 7), 0, 4096, (root - 1) * 4096)
  closeSync(file)
  const failure = await failureOf(() => snapshots.create('asked'))
  expect(failure.code).toBe('database-unreadable')
  expect(readdirSync(snapshots.folder)).toEqual([])
})

/** Called off as soon as somebody listens. */
const offOnceHeard = (): AbortSignal => {
  const off = new AbortController()
  const listen = off.signal.addEventListener.bind(off.signal)
  off.signal.addEventListener = (...of: Parameters<typeof listen>) => {
    listen(...of)
    off.abort()
  }
  return off.signal
}

test('what is called off while the copy is made or a file is read through ends, and half a copy is not left', async () => {
  const { store, folder } = await openTempStore()
  await fill(store, 100)
  const snapshots = openSnapshots(folder, storeTools().clock)
  expect((await failureOf(() => snapshots.create('asked', offOnceHeard()))).code).toBe('cancelled')
  expect(readdirSync(snapshots.folder)).toEqual([])
  const path = join(folder, 'posthorn.db')
  expect((await failureOf(() => findDamage(path, { signal: offOnceHeard() }))).code).toBe('cancelled')
  expect(await findDamage(path)).toEqual([])
})

test('a file that could not be read to its end is never taken for whole', async () => {
  const { folder } = await openTempStore()
  expect((await failureOf(() => findDamage(join(folder, 'none.db')))).code).toBe('database-read-only')
  await expect(findDamage(join(folder, 'nowhere', 'posthorn.db'))).rejects.toThrow('directory does not exist')
})

test('what else lies among the snapshots is no snapshot, and no name leads out of the folder', async () => {
  const { folder } = await openTempStore()
  const snapshots = openSnapshots(folder, storeTools().clock)
  const made = await snapshots.create('daily')
  writeFileSync(join(snapshots.folder, 'notes.txt'), 'mine')
  writeFileSync(join(snapshots.folder, 'posthorn-v3-20261121T090000000Z-daily.db'), 'no database')
  expect((await snapshots.list()).map(({ name, counts }) => [name === made.name, counts === null])).toEqual([
    [true, false],
    [false, true],
  ])
  expect((await failureOf(async () => snapshots.path('../posthorn.db'))).code).toBe('not-found')
  await snapshots.remove('notes.txt')
  expect(readdirSync(snapshots.folder)).toContain('notes.txt')
})

test('on a disk without room the copy is not made, and why is said', async () => {
  const { folder } = await openTempStore()
  const huge = join(folder, 'huge.db')
  const file = openSync(huge, 'w')
  // Sparse: it takes no room itself.
  ftruncateSync(file, 2 ** 43)
  closeSync(file)
  const failure = await failureOf(() => copyDatabase(huge, join(folder, 'copy.db')))
  expect(failure).toMatchObject({ code: 'disk-full', next: 'Free some space; everything saved before is safe.' })
  expect(failure.message).toMatch(/takes \d+ MB, and the disk has \d+ MB left/)
  expect(readdirSync(folder)).not.toContain('copy.db.part')
})

const DAY = 86_400_000
const entry = (daysAgo: number, why: SnapshotWhy = 'daily', size = 1000): Snapshot => ({
  name: `${why}-${daysAgo}`,
  why,
  at: new Date(Date.UTC(2026, 10, 22, 9) - daysAgo * DAY).toISOString(),
  size,
  version: 3,
  counts: null,
})

test('of daily snapshots the last seven days and the last of four weeks stay', () => {
  const year = Array.from({ length: 365 }, (_, daysAgo) => entry(daysAgo))
  const kept = toKeep(year)
  expect(kept.slice(0, 7)).toEqual(Array.from({ length: 7 }, (_, daysAgo) => `daily-${daysAgo}`))
  // 22 November 2026 is a Sunday: weeks end 7, 14 and 21 days before.
  expect(kept.slice(7)).toEqual(['daily-7', 'daily-14', 'daily-21'])
})

test('others stay beside them, damaged files always, and a budget ends it all but for the newest two', () => {
  const others = Array.from({ length: 15 }, (_, daysAgo) => entry(daysAgo, 'restore'))
  expect(toKeep([...others, entry(400, 'damaged')])).toEqual([
    ...others.slice(0, 10).map(({ name }) => name),
    'damaged-400',
  ])
  const large = Array.from({ length: 5 }, (_, daysAgo) => entry(daysAgo, 'daily', 3_000_000_000))
  expect(toKeep(large)).toEqual(['daily-0', 'daily-1'])
})
