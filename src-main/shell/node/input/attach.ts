import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Attachment, Media } from '../../../../src-preload/contract/model/media.ts'
import { refuse } from '../../../core/refusal.ts'
import type { Caller } from '../caller/caller.ts'
import { fromHere } from './from-here.ts'

/** A file, or an address, and what it shows. */
export type Picture = { file: string; alt: string }

/** Copies files and addresses in, in their order. Refuses what cannot be read. */
export const attach = async (caller: Caller, pictures: readonly Picture[]): Promise<Attachment[]> => {
  const attachments: Attachment[] = []
  for (const { file, alt } of pictures) attachments.push({ mediaId: (await copyIn(caller, file)).id, alt })
  return attachments
}

const copyIn = async (caller: Caller, file: string): Promise<Media> => {
  if (/^https?:\/\//i.test(file)) return caller.call('media.fetch', { url: file })
  const bytes = await readFile(fromHere(file)).catch((error: Error) =>
    refuse('media-unreadable', `The file ${file} cannot be read.`, 'Check its name and that you may read it.', {
      field: 'media',
      detail: error.message,
    }),
  )
  return caller.call('media.add', { name: basename(file), data: bytes.toString('base64') })
}
