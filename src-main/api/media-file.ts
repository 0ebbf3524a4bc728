import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { failedInEnglish } from '../core/refusal.ts'
import { replyFailure } from './reply.ts'

/** Where the bytes of a stored file are; null for an unknown id. */
export type MediaLocator = (mediaId: string) => Promise<{ path: string; mime: string } | null>

/** The bytes of a stored file. An id never changes what it stands for, so they may be kept for ever. */
export const mediaFile = async (c: Context, mediaId: string, locate: MediaLocator): Promise<Response> => {
  const media = await locate(mediaId)
  const file = media && (await open(media.path).catch(() => null))
  if (!media || !file) {
    return replyFailure(c, failedInEnglish('media-missing', 'This file is not there.', 'Attach it again.'))
  }
  c.header('Content-Type', media.mime)
  c.header('Content-Length', String((await file.stat()).size))
  c.header('Cache-Control', 'private, max-age=31536000, immutable')
  if (c.req.method === 'HEAD') {
    await file.close()
    return c.body(null)
  }
  // Node's own type of the same thing, for readers that also know a browser's.
  return c.body(Readable.toWeb(file.createReadStream()) as ReadableStream)
}
