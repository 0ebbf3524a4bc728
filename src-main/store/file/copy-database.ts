import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Refusal, failed, refuse } from '../../core/refusal.ts'
import { createConnection } from '../sqlite/connection.ts'
import { asRefusal } from '../sqlite/sqlite-failure.ts'
import { damaged, findDamage } from './check-whole.ts'
import { because } from '../../core/told.ts'

/** How a long copy is followed and called off. */
export type Flow = {
  signal?: AbortSignal | undefined
  onProgress?: ((done: number, total: number) => void) | undefined
}

/** Pages copied between two turns of the event loop: a few milliseconds. */
const PAGES = 256
/** Bytes that stay free beside a copy: the database must be able to grow. */
const RESERVE = 50_000_000

/**
 * Copies the database as it stands at this moment, while it goes on being written to: a second connection reads one
 * point in time and copies it piece by piece. The copy is one file without a journal; it is read through, and has its
 * name only once it is whole and on the disk. Throws a Refusal: `disk-full`, `database-unreadable`, `cancelled`.
 */
export const copyDatabase = async (from: string, to: string, flow: Flow = {}): Promise<void> => {
  const partial = `${to}.part`
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    await assertRoom(from, dirname(to))
    await rm(partial, { force: true })
    await copyPages(from, partial, flow)
    await finishCopy(partial)
    await rename(partial, to)
    await syncFolder(dirname(to))
  } catch (error) {
    await rm(partial, { force: true })
    await rm(`${partial}-journal`, { force: true })
    throw asRefusal(error)
  }
}

const copyPages = async (from: string, to: string, { signal, onProgress }: Flow): Promise<void> => {
  const source = new Database(from, { readonly: true, fileMustExist: true, timeout: 2000 })
  try {
    // Held until the end: what is written meanwhile is not seen, and does not make the copy begin anew.
    source.exec('begin')
    const pages = Number(source.pragma('page_count', { simple: true }))
    source.prepare('select count(*) from sqlite_schema').get()
    const size = Number(source.pragma('page_size', { simple: true }))
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        if (signal?.aborted) throw cancelled()
        onProgress?.((totalPages - remainingPages) * size, Math.max(totalPages, pages) * size)
        return PAGES
      },
    })
  } finally {
    source.close()
  }
}

/** One file for itself, without a journal beside it; read through. */
const finishCopy = async (path: string): Promise<void> => {
  const copy = new Database(path)
  try {
    copy.pragma('journal_mode = delete')
    await assertNoDamage(copy)
  } finally {
    copy.close()
  }
  await syncFile(path)
}

/** Reads a closed database through; throws a Refusal when it is damaged. */
export const assertWhole = async (path: string): Promise<void> => {
  try {
    const database = new Database(path, { readonly: true, fileMustExist: true })
    try {
      await assertNoDamage(database)
    } finally {
      database.close()
    }
  } catch (error) {
    throw asRefusal(error)
  }
}

const assertNoDamage = async (database: Database.Database): Promise<void> => {
  const faults = await findDamage(createConnection(database))
  if (faults.length > 0) throw damaged(faults)
}

export const syncFile = async (path: string): Promise<void> => {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Brings a rename to the disk; Windows does so by itself and opens no folders. */
export const syncFolder = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const assertRoom = async (from: string, folder: string): Promise<void> => {
  const size = (await stat(from)).size + (existsSync(`${from}-wal`) ? (await stat(`${from}-wal`)).size : 0)
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (size + RESERVE <= free) return
  refuse(
    'disk-full',
    `A copy of the database takes ${megabytes(size)}, and the disk has ${megabytes(free)} left: it was not made.`,
    'Free some space; everything saved before is safe.',
    { told: because('no-room-for-copy', { neededSize: size, freeSize: free }) },
  )
}

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`

export const cancelled = (): Refusal =>
  new Refusal(
    failed('cancelled', 'It was called off.', 'Nothing was changed; begin again when you like.', {
      told: because('called-off'),
    }),
  )
