import { webcrypto } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Buffer } from 'node:buffer'
import { refuse } from '../core/refusal.ts'
import type { MediaFiles } from '../core/ports.ts'
import { asRefusal } from './sqlite/sqlite-failure.ts'

/**
 * The files beside the database, each named by the SHA-256 of its bytes: `media/ab/cdef...`. A name stands for the
 * whole content or is not there: bytes are written under another name, brought to the disk, then renamed.
 */
export const openMediaFiles = (folder: string): MediaFiles => {
  const root = resolve(folder, 'media')
  const pathOf = (hash: string) => join(root, hash.slice(0, 2), hash.slice(2))
  /** Files on their way in, so that the same content twice at once is written once. */
  const coming = new Map<string, Promise<void>>()

  const write = (hash: string, bytes: Uint8Array): Promise<void> => {
    const underway = coming.get(hash)
    if (underway) return underway
    const writing = store(pathOf(hash), bytes).finally(() => coming.delete(hash))
    coming.set(hash, writing)
    return writing
  }

  return {
    add: async (bytes) => {
      const hash = Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex')
      // A file of another size is not what its name says: a disk lost its end. It is written anew.
      if ((await sizeOf(pathOf(hash))) !== bytes.byteLength) await write(hash, bytes)
      return hash
    },
    path: (hash) => (HASH.test(hash) ? pathOf(hash) : refuse(...notAHash)),
    has: async (hash) => HASH.test(hash) && (await sizeOf(pathOf(hash))) !== null,
  }
}

const HASH = /^[0-9a-f]{64}$/

const notAHash = ['invalid-input', 'That is not the name of a stored file.', 'Attach the file again.'] as const

const sizeOf = async (path: string): Promise<number | null> => {
  const found = await stat(path).catch(() => null)
  return found?.isFile() ? found.size : null
}

const store = async (path: string, bytes: Uint8Array): Promise<void> => {
  const partial = `${path}.part`
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const file = await open(partial, 'w', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(partial, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {})
    throw asRefusal(error)
  }
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
