import Database from 'better-sqlite3'
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { Buffer } from 'node:buffer'
import { type failed, refuse } from '../../core/refusal.ts'
import { asRefusal } from '../sqlite/sqlite-failure.ts'
import { APPLICATION_ID } from './migrate.ts'
import { because } from '../../core/told.ts'

/** What a database file is before anything is done to it: its version (0: new), and whether it was left in a hurry. */
export type Found = { version: number; leftOpen: boolean }

/**
 * Looks at the file without changing it, so that what is not ours or comes from a newer Posthorn is left untouched.
 * A journal with something in it tells that the last run did not come to its end: SQLite removes it on closing.
 */
export const lookFirst = (path: string, known: number): Found => {
  const leftOpen = (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
  const { empty, version, applicationId } = leftOpen ? marksInJournal(path) : marksInFile(path)
  if (empty) return { version: 0, leftOpen }
  if (applicationId !== APPLICATION_ID) return refuse(...notOurs)
  if (version > known) return refuse(...fromFuture(version, known))
  return { version, leftOpen }
}

/** `empty`: nothing was ever made in it. */
type Marks = { empty: boolean; version: number; applicationId: number }

// The first hundred bytes of every SQLite file.
const HEADER = 100
const MAGIC = 'SQLite format 3\0'
const SCHEMA_COOKIE = 40
const USER_VERSION = 60
const APPLICATION = 68

const marksInFile = (path: string): Marks => {
  const header = readHeader(path)
  if (header.length === 0) return { empty: true, version: 0, applicationId: 0 }
  if (header.length < HEADER || header.toString('latin1', 0, MAGIC.length) !== MAGIC) return refuse(...notOurs)
  return {
    empty: header.readUInt32BE(SCHEMA_COOKIE) === 0,
    version: header.readUInt32BE(USER_VERSION),
    applicationId: header.readUInt32BE(APPLICATION),
  }
}

const readHeader = (path: string): Buffer => {
  if (!existsSync(path)) return Buffer.alloc(0)
  try {
    const file = openSync(path, 'r')
    try {
      const header = Buffer.alloc(HEADER)
      return header.subarray(0, readSync(file, header, 0, HEADER, 0))
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw asRefusal(error)
  }
}

/** What was written last may stand in the journal alone; only SQLite can read that. */
const marksInJournal = (path: string): Marks => {
  try {
    const database = new Database(path, { readonly: true })
    const ask = (pragma: string) => Number(database.pragma(pragma, { simple: true }))
    try {
      return {
        empty: ask('schema_version') === 0,
        version: ask('user_version'),
        applicationId: ask('application_id'),
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
  'The file posthorn.db in the data folder is damaged or is not a Posthorn database; it was left as it is.',
  'Put back a snapshot, or recover what can be read: start the app, or run "posthorn recover".',
  { told: because('database-not-ours') },
] as const

const fromFuture = (found: number, known: number): Parameters<typeof failed> => [
  'database-from-future',
  `The database was written by a newer Posthorn: it has version ${found}, this Posthorn knows versions up to ${known}.`,
  'Update Posthorn; nothing was touched.',
  { told: because('database-newer', { found, known }) },
]
