import { createHash } from 'node:crypto'
import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { Draft, DraftMedia, UploadNotes, Work } from '../channel.ts'
import { fitMedia, limitsOf, troubleOf } from '../check/fit-media.ts'
import { openAsItIs } from '../check/open-media.ts'
import { GIF, JPEG, MOV, MP4, PNG, WEBM, WEBP } from '../rules/network-rules.ts'
import { NOSTR } from '../rules/nostr.ts'
import { findMediaServer } from './media-server.ts'
import type { NostrSettings } from './settings.ts'
import type { Uploader } from './upload.ts'

/** A file as it will stand on the media server; on one that speaks Blossom under the hash of its bytes. */
export type PreparedFile = {
  url: string
  mime: string
  /** SHA-256 in hex. */
  hash: string
  size: number
  width: number | null
  height: number | null
  alt: string
  /** Its bytes, read from the disk while they are sent. */
  blob: Blob
}

const ENDINGS: Readonly<Record<string, string>> = {
  [JPEG]: '.jpg',
  [PNG]: '.png',
  [WEBP]: '.webp',
  [GIF]: '.gif',
  [MP4]: '.mp4',
  [MOV]: '.mov',
  [WEBM]: '.webm',
}

/** The files of a post as its check said they would be; of a strict post only those that need no fitting. */
export const prepareFiles = async ({ media, strict }: Draft, server: string): Promise<PreparedFile[]> => {
  const prepared: PreparedFile[] = []
  for (const one of media) {
    const file = one.mime.startsWith('image/') && one.mime !== GIF ? await fitted(one, strict) : await asItIs(one)
    // BUD-01: whatever address a server tells, the blob stands under its hash at the root of it.
    const url = new URL(`/${file.hash}${ENDINGS[file.mime] ?? ''}`, server).href
    prepared.push({ ...file, url, alt: one.alt.toWellFormed().replace(/\s+/g, ' ').trim() })
  }
  return prepared
}

type Ready = Omit<PreparedFile, 'url' | 'alt'>

const fitted = async (media: DraftMedia, strict: boolean): Promise<Ready> => {
  const limits = limitsOf(NOSTR) ?? { mimes: [], maxBytes: 0 }
  const image = await fitMedia(media, limits, NOSTR.name)
  const trouble = strict ? troubleOf(image) : null
  if (trouble) {
    refuse(trouble, `${media.name} breaks a limit of Nostr, and this post is strict.`, 'Attach one that fits.', {
      field: 'media',
    })
  }
  const { bytes, mime, width, height } = image
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { mime, hash, size: bytes.length, width, height, blob: new Blob([Buffer.from(bytes)], { type: mime }) }
}

const asItIs = async (media: DraftMedia): Promise<Ready> => {
  const { mime, hash, size, width, height } = media
  return { mime, hash, size, width, height, blob: await openAsItIs(media) }
}

/** What a server told of a file that it took; the rest is as it was sent. */
const standing = z.object({
  url: z.string(),
  mime: z.string().optional(),
  hash: z.string().optional(),
  size: z.int().optional(),
  width: z.int().optional(),
  height: z.int().optional(),
})
export type StandingFile = z.infer<typeof standing>

const noteOf = ({ hash }: PreparedFile): string => `file:${hash}`

/** The files as the server has them, as far as it was told: without that they stand where they are meant to. */
export const recallFiles = (files: readonly PreparedFile[], notes: UploadNotes): Promise<PreparedFile[]> =>
  Promise.all(
    files.map(async (file) => {
      const { url, mime, hash, size, width, height } = (await recall(file, notes)) ?? file
      return {
        ...file,
        url,
        mime: mime ?? file.mime,
        hash: hash ?? file.hash,
        size: size ?? file.size,
        width: width ?? file.width,
        height: height ?? file.height,
      }
    }),
  )

const recall = async (file: PreparedFile, notes: UploadNotes): Promise<StandingFile | null> => {
  const noted = await notes.read(noteOf(file))
  return noted === null ? null : standing.parse(JSON.parse(noted))
}

/** Puts on the server what is not there, and tells how the files stand there. Throws what the uploader throws. */
export const placeFiles = async (
  files: readonly PreparedFile[],
  { notes, settings, signal, onProgress }: Pick<Work<NostrSettings>, 'notes' | 'settings' | 'signal' | 'onProgress'>,
  upload: Uploader,
): Promise<PreparedFile[]> => {
  const missing: PreparedFile[] = []
  for (const file of files) if ((await recall(file, notes)) === null) missing.push(file)
  const total = missing.reduce((sum, { size }) => sum + size, 0)
  const server = missing.length > 0 ? await findMediaServer(settings.mediaServer, signal) : null
  let sent = 0
  for (const file of server ? missing : []) {
    const stands =
      server && (await upload(server, file, (bytes) => onProgress(sent + Math.min(bytes, file.size), total)))
    await notes.write(noteOf(file), JSON.stringify(stands))
    sent += file.size
    onProgress(sent, total)
  }
  return recallFiles(files, notes)
}
