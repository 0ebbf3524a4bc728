import Database from 'better-sqlite3'
import { join } from 'node:path'
import type { Clock, Log } from '../../core/ports.ts'
import { refuse } from '../../core/refusal.ts'
import { migrations } from '../migrations/all.ts'
import { putEntry } from '../post-entry.ts'
import { rebuildSearch } from '../search/rebuild-search.ts'
import { openFile } from './open-file.ts'
import { because } from '../../core/told.ts'

/** How many rows were read out of a damaged file, and of how many it is known that they were not. */
export type Salvaged = { rows: number; lost: { table: string; rows: number }[] }

/** In the order of their references. What else there is follows from these. */
const TABLES = [
  'account',
  'account_picture',
  'media',
  'setting',
  'secret',
  'quarantine',
  'meter',
  'slot_plan',
  'template',
  'api_key',
  'receipt',
  'hook',
  'post',
  'item',
  'item_remote',
  'attempt',
  'upload',
  'delivery',
  'import_run',
  'charge_kept',
]

/**
 * Makes a new database in the folder out of what can be read of a damaged one, row by row. What cannot stand in it (an
 * item without its post) is set aside there. Refuses a file of which not even the list of its tables can be read.
 */
export const salvage = async (from: string, folder: string, tools: { clock: Clock; log: Log }): Promise<Salvaged> => {
  const damaged = openDamaged(from)
  const told: Salvaged = { rows: 0, lost: [] }
  try {
    const version = Number(damaged.pragma('user_version', { simple: true }))
    const form = migrations.filter((one) => one.version <= version)
    const empty = await openFile(folder, tools, form)
    empty.close()
    const fresh = new Database(join(folder, 'posthorn.db'))
    try {
      fresh.pragma('foreign_keys = off')
      fresh.exec('begin')
      for (const table of TABLES) copyTable(damaged, fresh, table, told, tools.clock.now())
      setOrphansAside(fresh, tools.clock.now())
      countKeptCharges(fresh)
      fresh.exec('commit')
    } finally {
      fresh.close()
    }
  } finally {
    damaged.close()
  }
  await rebuildLists(folder, tools)
  return told
}

const openDamaged = (path: string): Database.Database => {
  let database: Database.Database | undefined
  try {
    database = new Database(path)
    database.prepare('select count(*) from sqlite_schema').get()
    return database
  } catch (error) {
    database?.close()
    return refuse('database-unreadable', 'Nothing can be read of the damaged database.', 'Put back a snapshot.', {
      detail: String(error),
      told: because('database-lost'),
    })
  }
}

type Row = Record<string, unknown>

const copyTable = (from: Database.Database, to: Database.Database, table: string, told: Salvaged, now: number) => {
  const known = columnsOf(to, table)
  const columns = columnsOf(from, table).filter((name) => known.includes(name))
  if (columns.length === 0) return
  const names = columns.map((name) => `"${name}"`).join()
  const put = to.prepare(`insert or ignore into ${table} (${names}) values (${columns.map(() => '?').join()})`)
  const keep = to.prepare('insert or ignore into quarantine (kind, key, content, why, at) values (?, ?, ?, ?, ?)')
  const { rows, lost } = readTable(from, table, names)
  for (const row of rows) {
    try {
      put.run(columns.map((name) => row[name]))
      told.rows += 1
    } catch (error) {
      keep.run(table, keyOf(row), inJson(row), String(error), now)
    }
  }
  if (lost > 0) told.lost.push({ table, rows: lost })
}

const columnsOf = (database: Database.Database, table: string): string[] =>
  database.prepare('select name from pragma_table_info(?)').pluck().all(table).map(String)

/** What can be read of a table, from both of its ends and by each of its indexes. */
const readTable = (database: Database.Database, table: string, names: string): { rows: Row[]; lost: number } => {
  const made = database.prepare('select sql from sqlite_schema where name = ?').pluck().get(table)
  const numbered = typeof made === 'string' && !made.includes('without rowid')
  if (!numbered) return readByKey(database, table, names)
  const numbers = new Set<unknown>()
  const gather = (sql: string) => {
    for (const row of asFarAsPossible<{ n: unknown }>(database, sql)) numbers.add(row.n)
  }
  for (const order of ['asc', 'desc']) gather(`select rowid as n from ${table} not indexed order by rowid ${order}`)
  const indexes = database.prepare(`select name from pragma_index_list(?) where partial = 0`).pluck().all(table)
  for (const index of indexes) gather(`select rowid as n from ${table} indexed by "${String(index)}"`)
  const one = database.prepare(`select ${names} from ${table} not indexed where rowid = ?`)
  const rows: Row[] = []
  let lost = 0
  for (const number of [...numbers].toSorted((a, b) => Number(a) - Number(b))) {
    try {
      const row = one.get(number) as Row | undefined
      if (row) rows.push(row)
      else lost += 1
    } catch {
      lost += 1
    }
  }
  return { rows, lost }
}

const readByKey = (database: Database.Database, table: string, names: string): { rows: Row[]; lost: number } => {
  const key = database
    .prepare('select name from pragma_table_info(?) where pk > 0 order by pk')
    .pluck()
    .all(table)
    .map((name) => `"${String(name)}"`)
  const rows = new Map<string, Row>()
  for (const order of ['asc', 'desc']) {
    const sql = `select ${names} from ${table} order by ${key.map((name) => `${name} ${order}`).join()}`
    for (const row of asFarAsPossible<Row>(database, sql)) rows.set(inJson(row), row)
  }
  return { rows: [...rows.values()], lost: 0 }
}

function* asFarAsPossible<R>(database: Database.Database, sql: string): Generator<R> {
  try {
    yield* database.prepare(sql).iterate() as IterableIterator<R>
  } catch {
    // The rest of it is behind a page that cannot be read.
  }
}

/** What a row goes by: its id, or what else there is of it. */
const keyOf = (row: Row): string => (typeof row['id'] === 'string' ? row['id'] : inJson(row).slice(0, 200))

const inJson = (row: Row): string =>
  JSON.stringify(row, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  )

const ORPHANS = [
  ['account_picture', 'account_id not in (select id from account)'],
  ['item', 'post_seq not in (select seq from post) or account_id not in (select id from account)'],
  ['attempt', 'item_id not in (select id from item)'],
  ['item_remote', 'item_seq not in (select seq from item)'],
  ['delivery', 'hook_id not in (select id from hook)'],
] as const

const setOrphansAside = (database: Database.Database, now: number): void => {
  const keep = database.prepare('insert or ignore into quarantine (kind, key, content, why, at) values (?, ?, ?, ?, ?)')
  for (const [table, where] of ORPHANS) {
    const orphans = database.prepare(`select * from ${table} where ${where}`).all() as Row[]
    for (const row of orphans) {
      keep.run(table, keyOf(row), inJson(row), 'What it belongs to could not be read.', now)
    }
    database.prepare(`delete from ${table} where ${where}`).run()
  }
}

/** The others are counted by the triggers of their items. */
const countKeptCharges = (database: Database.Database): void =>
  void database
    .prepare(
      `insert into charge_day (day, feature, account_id, standing, posts, credits)
        select at / 86400000, feature, account_id, 'consumed', count(*), sum(credits) from charge_kept where true
        group by 1, 2, 3
        on conflict do update set posts = posts + excluded.posts, credits = credits + excluded.credits`,
    )
    .run()

const rebuildLists = async (folder: string, tools: { clock: Clock; log: Log }): Promise<void> => {
  const connection = await openFile(folder, tools)
  try {
    const posts = connection.all<{ id: string }>({ sql: 'select id from post order by seq', parameters: [] })
    connection.begin()
    for (const { id } of posts) putEntry(connection, id)
    connection.commit()
    rebuildSearch(connection)
  } finally {
    connection.close()
  }
}
