import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { refuse } from '../../core/refusal.ts'
import type { Draft, DraftMedia } from '../channel.ts'
import { fitMedia, limitsOf, troubleOf } from '../check/fit-media.ts'
import { GIF, JPEG, MOV, MP4, PNG, WEBM, WEBP } from '../rules/network-rules.ts'
import { NOSTR } from '../rules/nostr.ts'
import type { Signer } from './keys.ts'

/** A file as it will stand on the media server: under the hash of its bytes, so that its address is known beforehand. */
export type PreparedFile = {
  url: string
  mime: string
  /** SHA-256 in hex. */
  hash: string
  size: number
  width: number | null
  height: number | null
  alt: string
  /** The bytes, or the path of the file that has them. */
  source: Uint8Array | string
}

/** The media server did not take a file: what it answered. */
export class UploadFailed extends Error {
  readonly status: number
  readonly retryAfter: string | null

  constructor(status: number, said: string, retryAfter: string | null) {
    super(said)
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** Milliseconds without a byte from either side. */
const IDLE = 30_000
/** How long an authorisation holds, in seconds. */
const AUTHORISED = 600
const UPLOAD_AUTHORISATION = 24_242
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
  return { mime, hash, size: bytes.length, width, height, source: bytes }
}

const asItIs = async ({ name, path, mime, hash, size, width, height }: DraftMedia): Promise<Ready> => {
  try {
    await stat(path)
  } catch (error) {
    refuse('media-missing', `The file of ${name} is gone from Posthorn's folder.`, 'Attach it again.', {
      field: 'media',
      detail: String(error),
    })
  }
  return { mime, hash, size, width, height, source: path }
}

/** Puts files on the server (BUD-02), but what it has. Throws UploadFailed, or what the network throws. */
export const uploadFiles = async (
  files: readonly PreparedFile[],
  signer: Signer,
  now: number,
  signal: AbortSignal,
): Promise<void> => {
  const { request } = await import('undici')
  const patience = { signal, headersTimeout: IDLE, bodyTimeout: IDLE }
  for (const file of files) {
    const { origin } = new URL(file.url)
    const known = await request(file.url, { ...patience, method: 'HEAD' })
    await known.body.dump()
    if (known.statusCode === 200) continue
    const answer = await request(`${origin}/upload`, {
      ...patience,
      method: 'PUT',
      headers: {
        authorization: authorisation(signer, file.hash, now),
        'content-type': file.mime,
        'content-length': String(file.size),
        'x-sha-256': file.hash,
      },
      body: typeof file.source === 'string' ? createReadStream(file.source) : file.source,
    })
    await answer.body.dump({ limit: 64 * 1024 })
    if (answer.statusCode >= 200 && answer.statusCode < 300) continue
    const [reason = '', after] = [answer.headers['x-reason'], answer.headers['retry-after']].map(String)
    throw new UploadFailed(
      answer.statusCode,
      answer.headers['x-reason'] === undefined ? '' : reason,
      answer.headers['retry-after'] === undefined ? null : (after ?? null),
    )
  }
}

const authorisation = (signer: Signer, hash: string, now: number): string => {
  const seconds = Math.floor(now / 1000)
  const event = signer.sign({
    kind: UPLOAD_AUTHORISATION,
    created_at: seconds,
    content: 'Upload a file of a post',
    tags: [
      ['t', 'upload'],
      ['x', hash],
      ['expiration', String(seconds + AUTHORISED)],
    ],
  })
  return `Nostr ${Buffer.from(JSON.stringify(event)).toString('base64')}`
}
