import { open } from 'node:fs/promises'
import type { FailureCode } from '../../../src-preload/contract/failure.ts'
import type { MediaProbe } from '../../core/ports.ts'
import { failed, Refusal } from '../../core/refusal.ts'
import { loadSharp } from './load-sharp.ts'
import { decodeHeic } from './media/decode-heic.ts'
import { probeVideo } from './media/probe-video.ts'
import { readKind } from './media/read-kind.ts'
import type { Told } from '../../../src-preload/contract/model/told.ts'
import { because } from '../../core/told.ts'

/**
 * Looks into a file: what it is by its bytes, never by its name. An image is decoded to its last row, of a video the end
 * of each track is looked for, so that one cut short is refused when it is attached and not when it is due. Width and
 * height are upright. What is read is never the whole of a video.
 */
export const probeMedia: MediaProbe = async (path) => {
  const kind = await readKind(path)
  if (kind === null) throw unsupported()
  if (kind === 'svg') throw drawing()
  try {
    if (kind === 'video') return await probeVideo(path)
    if (kind === 'application/pdf') return await probeDocument(path)
    return kind === 'image/heic' ? await probePhoto(path) : await probeImage(path, kind)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw unreadable(kind, error instanceof Error ? error.message : String(error))
  }
}

const probeImage = async (path: string, mime: string) => {
  const sharp = await loadSharp()
  const { autoOrient, pages = 1, delay } = await sharp(path, { failOn: 'error' }).metadata()
  // Of one that moves the last frame: whoever can read that has all of them.
  await sharp(path, { failOn: 'error', ...(pages > 1 && { page: pages - 1 }) })
    .resize(64, 64, { fit: 'inside' })
    .raw()
    .toBuffer()
  const seconds = pages > 1 ? (delay ?? []).reduce((sum, pause) => sum + pause, 0) / 1000 : 0
  return {
    mime,
    width: autoOrient.width,
    height: autoOrient.height,
    seconds: seconds > 0 ? seconds : null,
    frameRate: null,
  }
}

const probePhoto = async (path: string) => {
  const { width, height } = await decodeHeic(path)
  return { mime: 'image/heic', width, height, seconds: null, frameRate: null }
}

/** Where a document says that it is whole: its last kilobyte. */
const probeDocument = async (path: string) => {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, Math.max(0, size - 1024))
    if (!buffer.subarray(0, bytesRead).includes('%%EOF')) throw new Error('It has no end.')
  } finally {
    await file.close()
  }
  return { mime: 'application/pdf', width: null, height: null, seconds: null, frameRate: null }
}

const refusal = (code: FailureCode, message: string, next: string, what: Told, detail?: string): Refusal =>
  new Refusal(failed(code, message, next, { field: 'media', told: what, ...(detail !== undefined && { detail }) }))

const unsupported = () =>
  refusal(
    'media-unsupported',
    'This is not a kind of file Posthorn can post.',
    'Use a JPEG, PNG, WebP, GIF, AVIF or HEIC image, an MP4, MOV or WebM video, or a PDF.',
    because('file-kind-unknown'),
  )

const drawing = () =>
  refusal(
    'media-unsupported',
    'This is an SVG drawing, which no network takes.',
    'Export it as a PNG and attach that.',
    because('file-drawing'),
  )

const unreadable = (kind: string, detail: string): Refusal => {
  if (/pixel limit/i.test(detail)) {
    return refusal(
      'media-too-large',
      'This image has too many pixels.',
      'Make it smaller and attach it again.',
      because('too-many-pixels'),
      detail,
    )
  }
  const [what, next] =
    kind === 'video'
      ? ['video', 'Export it again, or choose another file.']
      : kind === 'application/pdf'
        ? ['document', 'Export it again, or choose another file.']
        : ['image', 'Open it in an image editor and save it again, or choose another file.']
  return refusal(
    'media-unreadable',
    `This ${what} is damaged or not complete.`,
    next,
    because('file-damaged', { kind: what }),
    detail,
  )
}
