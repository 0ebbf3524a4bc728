import { existsSync } from 'node:fs'
import { mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { refuse } from '../../core/refusal.ts'
import { asRefusal } from '../sqlite/sqlite-failure.ts'
import { because } from '../../core/told.ts'
import { damaged, type Fault } from './damage.ts'
import { copyAndFindDamage, findDamage, type Flow } from './whole-file.ts'

/** Bytes that stay free beside a copy: the database must be able to grow. */
const RESERVE = 50_000_000

/**
 * Copies the database as it stands at this moment, while it goes on being written to: a second connection reads one
 * point in time. The copy is one file without a journal; it is read through, and has its name only once it is whole and
 * on the disk. Throws a Refusal: `disk-full`, `database-unreadable`, `cancelled`.
 */
export const copyDatabase = async (from: string, to: string, flow: Flow = {}): Promise<void> => {
  const partial = `${to}.part`
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    await assertRoom(from, dirname(to))
    await rm(partial, { force: true })
    assertNone(await copyAndFindDamage(from, partial, flow))
    await syncFile(partial)
    await rename(partial, to)
    await syncFolder(dirname(to))
  } catch (error) {
    await rm(partial, { force: true })
    await rm(`${partial}-journal`, { force: true })
    throw asRefusal(error)
  }
}

/** Reads a closed database through; throws a Refusal when it is damaged. */
export const assertWhole = async (path: string): Promise<void> => assertNone(await findDamage(path))

const assertNone = (faults: readonly Fault[]): void => {
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
