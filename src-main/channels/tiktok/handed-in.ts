import { z } from 'zod'
import type { UploadNotes } from '../channel.ts'

/** What is known of a post that was handed in, or is about to be. */
const handedIn = z.object({
  /** The file, or the files, by their content. */
  of: z.string(),
  /** Null: the request that hands it in was begun, and its answer is not known. */
  publishId: z.string().nullable(),
  /** Where a video of so many bytes goes, in chunks of so many, and since when; null for photos. */
  upload: z.object({ url: z.url(), size: z.int().positive(), chunk: z.int().positive(), since: z.number() }).nullable(),
})
export type HandedIn = z.infer<typeof handedIn>

/** Name in the notes. */
const NOTE = 'handed-in'

export const readHandedIn = async (notes: UploadNotes): Promise<HandedIn | null> => {
  const note = await notes.read(NOTE)
  return note === null || note === '' ? null : handedIn.parse(JSON.parse(note))
}

/** Null: nothing of it stands, and nothing can come of it. */
export const writeHandedIn = (notes: UploadNotes, what: HandedIn | null): Promise<void> =>
  notes.write(NOTE, what === null ? '' : JSON.stringify(what))
