import type { Attachment, Media } from '../../../../src-preload/contract/model/media.ts'
import { openFile } from '../../open-file.ts'
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
  return caller.takeFile(await openFile(fromHere(file)))
}
