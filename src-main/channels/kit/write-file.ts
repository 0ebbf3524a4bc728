import { randomUUID } from 'node:crypto'
import { access, link, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/*
 * Files that are whole or not there: written beside their place, flushed to the disk, then moved in one step. Readers
 * never see half a file, and neither does a power cut.
 */

/** What a file is to hold; in pieces, it is written as they come. */
type Content = string | Uint8Array | AsyncIterable<Uint8Array>

/** Puts a file in its place, instead of one that may stand there. */
export const replaceFile = async (path: string, content: Content): Promise<void> => {
  const written = await writeBeside(path, content)
  try {
    await moveOver(written, path)
  } finally {
    await rm(written, { force: true })
  }
  await flushFolder(dirname(path))
}

/** Puts a file where none is; false, and nothing changed, where one stands already. */
export const createFile = async (path: string, content: Content): Promise<boolean> => {
  const written = await writeBeside(path, content)
  try {
    if (!(await moveInto(written, path))) return false
  } finally {
    await rm(written, { force: true })
  }
  await flushFolder(dirname(path))
  return true
}

const writeBeside = async (path: string, content: Content): Promise<string> => {
  const beside = join(dirname(path), `.posthorn-${randomUUID()}.tmp`)
  try {
    const file = await open(beside, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    return beside
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

/** A second name for the file is refused where a name is taken, which a move is not. */
const moveInto = async (from: string, path: string): Promise<boolean> => {
  try {
    await link(from, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || (await exists(path))) return false
    // Some file systems, such as that of memory sticks, know no second names.
    await moveOver(from, path)
    return true
  }
}

/** Windows refuses a move while a virus scanner or a reader has the old file open, which is soon over. */
const moveOver = async (from: string, path: string): Promise<void> => {
  for (let tries = process.platform === 'win32' ? 5 : 1; ; tries--) {
    try {
      await rename(from, path)
      return
    } catch (error) {
      if (tries <= 1 || !['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error))) throw error
      await pause(100)
    }
  }
}

/** The move itself is on the disk only when the folder is. Not every system lets a folder be flushed. */
const flushFolder = async (folder: string): Promise<void> => {
  try {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch {
    // The file is written all the same.
  }
}

const exists = async (path: string): Promise<boolean> => {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}

/** The system's code of an error, such as `ENOENT`; empty where it has none. */
export const codeOf = (error: unknown): string => {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : ''
}
