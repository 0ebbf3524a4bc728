import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { NamedFile } from '../core/ports.ts'
import { refuse } from '../core/refusal.ts'
import { because } from '../core/told.ts'

/** Bytes read at once. */
const PIECE = 1024 * 1024

/** A file of the person's, to be copied in as it is read. Refuses what is none, and what cannot be read. */
export const openFile = async (path: string): Promise<NamedFile> => {
  const found = await stat(path).catch((error: Error) => unreadable(path, error.message))
  if (!found.isFile()) return unreadable(path, 'It is no file.')
  return { name: basename(path), size: found.size, bytes: read(path) }
}

/** Opened when it is first asked for, so that nothing is left open of a file that is refused before. */
const read = async function* (path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of createReadStream(path, { highWaterMark: PIECE })) yield piece as Uint8Array
  } catch (error) {
    unreadable(path, error instanceof Error ? error.message : String(error))
  }
}

const unreadable = (path: string, detail: string): never =>
  refuse('media-unreadable', `The file ${path} cannot be read.`, 'Check its name and that you may read it.', {
    field: 'media',
    detail,
    told: because('file-unreadable', { path }),
  })
