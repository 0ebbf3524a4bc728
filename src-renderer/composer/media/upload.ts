import type { OpenedFile } from '../../../src-preload/contract/bridge.ts'
import type { Failure, Reply } from '../../../src-preload/contract/failure.ts'
import type { Media } from '../../../src-preload/contract/model/media.ts'
import { say } from '../../words/say.ts'
import type { Scope } from '../draft/draft.ts'

/** A file on its way into Posthorn. */
export type Upload = {
  key: string
  name: string
  scope: Scope
  file: File | OpenedFile
  state: { kind: 'waiting' } | { kind: 'copying' } | { kind: 'failed'; failure: Failure }
}

/** The two ways in: by what a call holds, and for files of any size as they lie on the disk. */
export type Intake = {
  add(input: { name: string; data: string }): Promise<Reply<Media>>
  /** Null: it has no bytes elsewhere, as what was pasted. */
  addFile(file: File | OpenedFile): Promise<Reply<Media>> | null
}

/** What a call holds. */
const MOST_BYTES = 100 * 1024 * 1024

/** What can be told from the file alone, before a byte is read. */
const refuseEmpty = ({ name, size }: File | OpenedFile): Failure | null =>
  size === 0 ? failure('media-unreadable', say('composer.file-empty', { name }), say('composer.file-other')) : null

const refusePasted = ({ name, size }: File): Failure | null =>
  size > MOST_BYTES
    ? failure('media-too-large', say('composer.file-too-large', { name }), say('composer.file-too-large-next'))
    : null

/** Reads a file and hands it to the core. What cannot be read is a failure like any other. */
export const copyIn = async (
  file: File | OpenedFile,
  { add, addFile }: Intake,
  read: (file: File) => Promise<string> = readBase64,
): Promise<Reply<Media>> => {
  const empty = refuseEmpty(file)
  if (empty !== null) return { ok: false, failure: empty }
  try {
    const taken = await addFile(file)
    if (taken !== null) return taken
    if ('openedId' in file) throw new Error('It is not at hand.')
    const refused = refusePasted(file)
    if (refused !== null) return { ok: false, failure: refused }
    return await add({ name: file.name.slice(-255) || 'pasted', data: await read(file) })
  } catch (error) {
    const shown = failure(
      'media-unreadable',
      say('composer.file-unread', { name: file.name }),
      say('composer.file-unread-next'),
    )
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
