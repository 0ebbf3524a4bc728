import Database from 'better-sqlite3'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFile } from '../../src-main/store/file/open-file.ts'
import { migrations } from '../../src-main/store/migrations/all.ts'
import { first } from '../../src-main/store/migrations/0001-first.ts'
import type { Migration } from '../../src-main/store/migrations/migration.ts'
import { aPost } from '../fixtures/records.ts'
import { failureOf, storeTools, tempFolder } from './open-temp-store.ts'

const next: Migration = { version: 2, steps: ['create table extra (a integer) strict', 'insert into extra values (1)'] }
const failing: Migration = { version: 3, steps: ['drop table extra', 'create table post (a)'] }

/** A database in the first form, with one post in it. */
const openFirst = () => {
  const folder = tempFolder()
  openFile(folder, storeTools(), [first]).close()
  const database = new Database(join(folder, 'posthorn.db'))
  database
    .prepare(
      `insert into post (id, media, thread, tags, zone, created_at, updated_at, text)
        values (?, '[]', 0, '[]', 'UTC', 0, 0, 'Hello')`,
    )
    .run(aPost().id)
  database.close()
  return folder
}

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

test('a new database gets every migration and no snapshot', () => {
  const folder = tempFolder()
  openFile(folder, storeTools(), [first, next]).close()
  expect(look(join(folder, 'posthorn.db'))).toMatchObject({ version: 2, whole: 'ok' })
  expect(existsSync(join(folder, 'snapshots'))).toBe(false)
})

test('an existing database is copied whole before it is migrated', () => {
  const folder = openFirst()
  openFile(folder, storeTools(), [first, next]).close()
  const after = look(join(folder, 'posthorn.db'))
  expect(after).toMatchObject({ version: 2, posts: [aPost().id], whole: 'ok' })
  expect(after.tables).toContain('extra')
  expect(readdirSync(join(folder, 'snapshots'))).toEqual(['posthorn-v1-20261122T090000000Z-migration.db'])
  const copy = look(join(folder, 'snapshots', 'posthorn-v1-20261122T090000000Z-migration.db'))
  expect(copy).toMatchObject({ version: 1, posts: [aPost().id], whole: 'ok' })
  expect(copy.tables).not.toContain('extra')
})

test('a migration that fails leaves the database as the one before it had left it', () => {
  const folder = openFirst()
  expect(() => openFile(folder, storeTools(), [first, next, failing])).toThrow('already exists')
  const after = look(join(folder, 'posthorn.db'))
  expect(after).toMatchObject({ version: 2, posts: [aPost().id], whole: 'ok' })
  expect(after.tables).toContain('extra')
})

test('opening again changes nothing and makes no further snapshot', async () => {
  const folder = openFirst()
  for (let time = 0; time < 2; time++) openFile(folder, storeTools(), [first, next]).close()
  expect(readdirSync(join(folder, 'snapshots'))).toHaveLength(1)
  expect(await failureOf(async () => openFile(folder, storeTools(), [first]))).toMatchObject({
    code: 'database-from-future',
  })
})

test('every table refuses values of the wrong kind', () => {
  const folder = tempFolder()
  openFile(folder, storeTools()).close()
  const database = new Database(join(folder, 'posthorn.db'))
  const tables = database.pragma('table_list') as { name: string; type: string; strict: number }[]
  const own = tables.filter((table) => table.type === 'table' && !table.name.startsWith('sqlite_'))
  expect(own.length).toBeGreaterThan(8)
  expect(own.filter((table) => table.strict === 0)).toEqual([])
  database.close()
})
