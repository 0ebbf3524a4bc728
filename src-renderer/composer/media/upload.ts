import type { Failure, Reply } from '../../../src-preload/contract/failure.ts'
import type { Media } from '../../../src-preload/contract/model/media.ts'
import type { Scope } from '../draft/draft.ts'

/** A file on its way into Posthorn. */
export type Upload = {
  key: string
  name: string
  scope: Scope
  file: File
  state: { kind: 'waiting' } | { kind: 'copying' } | { kind: 'failed'; failure: Failure }
}

const MOST_BYTES = 100 * 1024 * 1024

/** What can be told from the file alone, before a byte is read. */
const refuseFile = (file: { name: string; size: number }): Failure | null => {
  if (file.size === 0) {
    return failure('media-unreadable', `"${file.name}" is empty.`, 'Choose another file.')
  }
  if (file.size > MOST_BYTES) {
    return failure('media-too-large', `"${file.name}" is larger than 100 MB.`, 'Choose a smaller file.')
  }
  return null
}

/** Reads a file and hands it to the core. What cannot be read is a failure like any other. */
export const copyIn = async (
  file: File,
  add: (input: { name: string; data: string }) => Promise<Reply<Media>>,
  read: (file: File) => Promise<string> = readBase64,
): Promise<Reply<Media>> => {
  const refused = refuseFile(file)
  if (refused !== null) return { ok: false, failure: refused }
  try {
    return await add({ name: file.name.slice(-255) || 'pasted', data: await read(file) })
  } catch (error) {
    const shown = failure('media-unreadable', `"${file.name}" could not be read.`, 'Check the file and try again.')
    return { ok: false, failure: { ...shown, detail: String(error) } }
  }
}

/** The browser's own reader makes base64 of large files without blocking the page. */
const readBase64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () =>
      resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : ''),
    )
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The file could not be read.')))
    reader.readAsDataURL(file)
  })

const failure = (code: Failure['code'], message: string, next: string): Failure => ({
  code,
  message,
  next,
  field: 'media',
})
