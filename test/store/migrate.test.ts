import Database from 'better-sqlite3'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFile } from '../../src-main/store/file/open-file.ts'
import { migrations } from '../../src-main/store/migrations/all.ts'
import { first } from '../../src-main/store/migrations/0001-first.ts'
import type { Migration } from '../../src-main/store/migrations/migration.ts'
import { aPost } from '../fixtures/records.ts'
import { folderInForm, oldPost } from './old-form.ts'
import { failureOf, storeTools, tempFolder } from './open-temp-store.ts'

const next: Migration = { version: 2, steps: ['create table extra (a integer) strict', 'insert into extra values (1)'] }
const failing: Migration = { version: 3, steps: ['drop table extra', 'create table post (a)'] }

/** Opens the file as Posthorn does, and closes it again. */
const bring = async (folder: string, to: readonly Migration[], onShare?: (share: number) => void): Promise<void> =>
  (await openFile(folder, { ...storeTools(), ...(onShare && { onShare }) }, to)).close()

const look = (path: string) => {
  const database = new Database(path, { readonly: true })
  const ask = (sql: string) => database.prepare(sql).pluck().all()
  const seen = {
    version: database.pragma('user_version', { simple: true }),
    tables: ask(`select name from sqlite_schema where type = 'table' order by name`),
    posts: ask('select id from post'),
    whole: database.pragma('integrity_check', { simple: true }),
  }
  database.close()
  return seen
}

test('migrations are numbered from one without gaps', () => {
  expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1))
})

test('a new database gets every migration and no snapshot', async () => {
  const folder = tempFolder()
  await bring(folder, [first, next])
  expect(look(join(folder, 'posthorn.db'))).toMatchObject({ version: 2, whole: 'ok' })
  expect(existsSync(join(folder, 'snapshots'))).toBe(false)
})

test('an existing database is copied whole before it is migrated', async () => {
  const folder = await folderInForm(1, [oldPost()])
  await bring(folder, [first, next])
  const after = look(join(folder, 'posthorn.db'))
  expect(after).toMatchObject({ version: 2, posts: [aPost().id], whole: 'ok' })
  expect(after.tables).toContain('extra')
  expect(readdirSync(join(folder, 'snapshots'))).toEqual(['posthorn-v1-20261122T090000000Z-migration.db'])
  const copy = look(join(folder, 'snapshots', 'posthorn-v1-20261122T090000000Z-migration.db'))
  expect(copy).toMatchObject({ version: 1, posts: [aPost().id], whole: 'ok' })
  expect(copy.tables).not.toContain('extra')
})

test('a migration that fails leaves the database as the one before it had left it', async () => {
  const folder = await folderInForm(1, [oldPost()])
  await expect(bring(folder, [first, next, failing])).rejects.toThrow('already exists')
  const after = look(join(folder, 'posthorn.db'))
  expect(after).toMatchObject({ version: 2, posts: [aPost().id], whole: 'ok' })
  expect(after.tables).toContain('extra')
})

test('what takes long is told as it comes on, and others get their turn meanwhile', async () => {
  const folder = await folderInForm(1, [oldPost()])
  const long: Migration = {
    version: 2,
    steps: [
      'create table extra (a integer) strict',
      function* () {
        for (const share of [0.25, 0.5, 0.75, 1]) yield share
      },
    ],
  }
  const shares: number[] = []
  let turns = 0
  const counting = setInterval(() => (turns += 1))
  await bring(folder, [first, long], (share) => shares.push(share))
  clearInterval(counting)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  // The copy that is made before is told as well.
  expect(shares[0]).toBeLessThanOrEqual(0.2)
  expect(shares.slice(-5).map((share) => Math.round(share * 100))).toEqual([40, 60, 80, 100, 100])
  expect(turns).toBeGreaterThan(0)
  const told: number[] = []
  await bring(folder, [first, long], (share) => told.push(share))
  await bring(tempFolder(), [first, long], (share) => told.push(share))
  expect(told).toEqual([])
})

test('a step that fails half way leaves nothing of what it did', async () => {
  const folder = await folderInForm(1, [oldPost()])
  const half: Migration = {
    version: 2,
    steps: [
      function* (connection) {
        connection.script(`update post set text = 'Changed'`)
        yield 0.5
        throw new Error('the power is gone')
      },
    ],
  }
  await expect(bring(folder, [first, half])).rejects.toThrow('the power is gone')
  const database = new Database(join(folder, 'posthorn.db'), { readonly: true })
  expect(database.prepare('select text from post').pluck().all()).toEqual(['Hello'])
  expect(database.pragma('user_version', { simple: true })).toBe(1)
  database.close()
})

test('opening again changes nothing and makes no further snapshot', async () => {
  const folder = await folderInForm(1, [oldPost()])
  for (let time = 0; time < 2; time++) await bring(folder, [first, next])
  expect(readdirSync(join(folder, 'snapshots'))).toHaveLength(1)
  expect(await failureOf(() => bring(folder, [first]))).toMatchObject({
    code: 'database-from-future',
  })
})

test('every table refuses values of the wrong kind', async () => {
  const folder = tempFolder()
  await bring(folder, migrations)
  const database = new Database(join(folder, 'posthorn.db'))
  const tables = database.pragma('table_list') as { name: string; type: string; strict: number }[]
  const own = tables.filter((table) => table.type === 'table' && !table.name.startsWith('sqlite_'))
  expect(own.length).toBeGreaterThan(8)
  expect(own.filter((table) => table.strict === 0)).toEqual([])
  database.close()
})
