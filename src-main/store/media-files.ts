import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { refuse } from '../core/refusal.ts'
import type { Incoming, MediaFiles } from '../core/ports.ts'
import { asRefusal } from './sqlite/sqlite-failure.ts'
import { because } from '../core/told.ts'

/**
 * The files beside the database, each named by the SHA-256 of its bytes: `media/ab/cdef...`. A name stands for the
 * whole content or is not there: bytes are written under another name in `media/coming`, brought to the disk, looked
 * into, then renamed. What stands in `coming` when the first file comes was left by a run that was cut off.
 */
export const openMediaFiles = (folder: string): MediaFiles => {
  const root = resolve(folder, 'media')
  const coming = join(root, 'coming')
  const pathOf = (hash: string) => join(root, hash.slice(0, 2), hash.slice(2))
  let swept: Promise<void> | undefined
  const sweep = async () => {
    await rm(coming, { recursive: true, force: true })
    await mkdir(coming, { recursive: true, mode: 0o700 })
  }

  return {
    add: async (file, look) => {
      try {
        await (swept ??= sweep())
      } catch (error) {
        swept = undefined
        throw asRefusal(error)
      }
      const partial = join(coming, randomUUID())
      try {
        await assertRoom(coming, file.size)
        const written = await write(partial, file)
        const found = await look(partial)
        await settle(partial, pathOf(written.hash), written.size)
        return { ...written, found }
      } catch (error) {
        throw asRefusal(error)
      } finally {
        await rm(partial, { force: true }).catch(() => {})
      }
    },
    path: (hash) => (HASH.test(hash) ? pathOf(hash) : refuse(...notAHash)),
    has: async (hash) => HASH.test(hash) && (await sizeOf(pathOf(hash))) !== null,
    read: (hash) => readFile(HASH.test(hash) ? pathOf(hash) : refuse(...notAHash)),
    remove: (hash) => rm(HASH.test(hash) ? pathOf(hash) : refuse(...notAHash), { force: true }),
  }
}

const HASH = /^[0-9a-f]{64}$/

const notAHash = [
  'invalid-input',
  'That is not the name of a stored file.',
  'Attach the file again.',
  { told: because('file-name-unfit') },
] as const

/** Bytes that stay free beside a file: the database must be able to grow. */
const RESERVE = 50_000_000

const assertRoom = async (folder: string, size: number | null): Promise<void> => {
  if (size === null || size < RESERVE) return
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (size + RESERVE <= free) return
  refuse(
    'disk-full',
    `The file is ${megabytes(size)}, and the disk that holds Posthorn's folder has ${megabytes(free)} left.`,
    'Free some space and attach it again; nothing was copied.',
    { field: 'media', told: because('no-room-for-file', { neededSize: size, freeSize: free }) },
  )
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`

const write = async (path: string, { bytes, size }: Incoming): Promise<{ hash: string; size: number }> => {
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  let written = 0
  try {
    for await (const chunk of bytes) {
      // One is written while it is counted into the hash.
      const writing = file.writeFile(chunk)
      hash.update(chunk)
      await writing
      written += chunk.byteLength
    }
    await file.sync()
  } finally {
    await file.close()
  }
  if (written === 0)
    refuse('media-unreadable', 'The file is empty.', 'Choose another file.', {
      field: 'media',
      told: because('this-file-empty'),
    })
  if (size !== null && written !== size) {
    refuse('invalid-input', 'The file did not arrive whole.', 'Attach it again.', {
      field: 'media',
      detail: `${written} bytes of ${size}`,
      told: because('file-not-whole'),
    })
  }
  return { hash: hash.digest('hex'), size: written }
}

/** A file of another size is not what its name says: a disk lost its end. It is put in anew. */
const settle = async (partial: string, path: string, size: number): Promise<void> => {
  if ((await sizeOf(path)) === size) return
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await rename(partial, path)
  await syncFolder(dirname(path))
}

const sizeOf = async (path: string): Promise<number | null> => {
  const found = await stat(path).catch(() => null)
  return found?.isFile() ? found.size : null
}

/** Brings a rename to the disk; Windows does so by itself and opens no folders. */
const syncFolder = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
