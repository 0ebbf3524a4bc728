import { constants } from 'node:fs'
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../core/ports.ts'
import { asRefusal } from '../sqlite/sqlite-failure.ts'
import { syncFile, syncFolder } from './copy-database.ts'
import { nameOf } from './snapshot.ts'

const FILE = 'posthorn.db'

/** Where a file that is to take the place of the database is made ready; what an earlier run left there is cleared. */
export const makeReplacing = async (home: string): Promise<string> => {
  const folder = join(home, 'replacing')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** Copies a closed file to where another can be opened. */
export const copyClosed = async (from: string, folder: string): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await copyWithJournal(from, join(folder, FILE))
  } catch (error) {
    throw asRefusal(error)
  }
}

/** Keeps a damaged database as it is, its journal too. Returns where. */
export const setDamagedAside = async (home: string, clock: Clock): Promise<string> => {
  const to = join(home, 'snapshots', nameOf(0, clock.now(), 'damaged'))
  try {
    await mkdir(join(home, 'snapshots'), { recursive: true, mode: 0o700 })
    await copyWithJournal(join(home, FILE), to)
    await syncFolder(join(home, 'snapshots'))
    return to
  } catch (error) {
    throw asRefusal(error)
  }
}

const copyWithJournal = async (from: string, to: string): Promise<void> => {
  await copyFile(from, to, constants.COPYFILE_FICLONE)
  await syncFile(to)
  const journal = await stat(`${from}-wal`).catch(() => null)
  if (!journal || journal.size === 0) return
  await copyFile(`${from}-wal`, `${to}-wal`, constants.COPYFILE_FICLONE)
  await syncFile(`${to}-wal`)
}

/**
 * Puts the closed database of the folder in place of that of the home, in one step: whatever happens, one of the two is
 * there, whole. What stood there has been set aside before, and so has its journal, which would be taken for the new
 * one's.
 */
export const putInPlace = async (home: string, folder: string): Promise<void> => {
  try {
    await syncFile(join(folder, FILE))
    for (const end of ['-wal', '-shm']) await rm(join(home, `${FILE}${end}`), { force: true })
    await rename(join(folder, FILE), join(home, FILE))
    await syncFolder(home)
    await rm(folder, { recursive: true, force: true })
  } catch (error) {
    throw asRefusal(error)
  }
}
