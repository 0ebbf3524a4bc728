import Database from 'better-sqlite3'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import { failed, Refusal } from '../../core/refusal.ts'
import { because } from '../../core/told.ts'

/**
 * What a person can do something about, out of all that SQLite and the file system can answer. This is the one place
 * where their codes are read; anything else stays the error it was.
 */
export const asRefusal = (error: unknown): unknown => {
  if (!(error instanceof Error) || error instanceof Refusal) return error
  const failure = failureOf(error)
  return failure ? new Refusal(failure) : error
}

const failureOf = (error: Error): Failure | null => {
  const code = 'code' in error ? String(error.code) : ''
  if (FULL.test(code)) return diskFull(error.message)
  if (READ_ONLY.test(code)) return notWritable(error.message)
  if (code === 'EISDIR') return unreadable(error.message)
  if (!(error instanceof Database.SqliteError)) return null
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return unreadable(error.message)
  if (code.startsWith('SQLITE_IOERR')) return diskFault(error.message)
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return held(error.message)
  return null
}

// SQLite makes the file that its processes share when it opens; on a full disk that is the first thing to fail.
const FULL = /^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)/
const READ_ONLY = /^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EROFS|EACCES|EPERM|ENOTDIR|EEXIST)/

const diskFull = (detail: string): Failure =>
  failed(
    'disk-full',
    'The disk is full, so this could not be saved.',
    'Free some space and try again; everything saved before is safe.',
    { detail, told: because('disk-full') },
  )

export const notWritable = (detail: string): Failure =>
  failed(
    'database-read-only',
    'Posthorn cannot write to its data folder.',
    'Allow writing to the folder, or choose another one with POSTHORN_HOME.',
    { detail, told: because('folder-read-only') },
  )

const unreadable = (detail: string): Failure =>
  failed(
    'database-unreadable',
    'The database is damaged or is not a Posthorn database; it was left as it is.',
    'Put back a snapshot, or recover what can be read: start the app, or run "posthorn recover".',
    { detail, told: because('database-not-ours') },
  )

const diskFault = (detail: string): Failure =>
  failed(
    'database-unreadable',
    'The disk reported a fault while Posthorn used its database.',
    'Check the disk, then start Posthorn again; everything saved before is safe.',
    { detail, told: because('disk-fault') },
  )

const held = (detail: string): Failure =>
  failed(
    'data-folder-held',
    'Another program is using the database just now.',
    'Close it and try again; nothing was changed.',
    { detail, told: because('database-busy') },
  )
