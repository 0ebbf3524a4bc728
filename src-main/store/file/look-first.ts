import Database from 'better-sqlite3'
import { existsSync, statSync } from 'node:fs'
import { failed, refuse } from '../../core/refusal.ts'
import { asRefusal } from '../sqlite/sqlite-failure.ts'
import { APPLICATION_ID } from './migrate.ts'

/** What a database file is before anything is done to it: its version (0: new), and whether it was left in a hurry. */
export type Found = { version: number; leftOpen: boolean }

/**
 * Looks at the file without changing it, so that what is not ours or comes from a newer Posthorn is left untouched.
 * A journal that is still there tells that the last run did not come to its end: SQLite removes it on closing.
 */
export const lookFirst = (path: string, known: number): Found => {
  if (!existsSync(path) || statSync(path).size === 0) return { version: 0, leftOpen: false }
  const leftOpen = existsSync(`${path}-wal`)
  const { version, applicationId, tables } = readMarks(path)
  // Stopped before its first migration.
  if (tables === 0) return { version: 0, leftOpen }
  if (applicationId !== APPLICATION_ID) return refuse(...notOurs)
  if (version > known) return refuse(...fromFuture(version, known))
  return { version, leftOpen }
}

const readMarks = (path: string): { version: number; applicationId: number; tables: number } => {
  try {
    const database = new Database(path, { readonly: true })
    try {
      return {
        version: Number(database.pragma('user_version', { simple: true })),
        applicationId: Number(database.pragma('application_id', { simple: true })),
        tables: Number(database.prepare('select count(*) from sqlite_schema').pluck().get()),
      }
    } finally {
      database.close()
    }
  } catch (error) {
    throw asRefusal(error)
  }
}

const notOurs = [
  'database-unreadable',
  'The file posthorn.db in the data folder is not a Posthorn database; it was left as it is.',
  'Move it away, or choose another folder with POSTHORN_HOME.',
] as const

const fromFuture = (found: number, known: number): Parameters<typeof failed> => [
  'database-from-future',
  `The database was written by a newer Posthorn: it has version ${found}, this Posthorn knows versions up to ${known}.`,
  'Update Posthorn; nothing was touched.',
]
