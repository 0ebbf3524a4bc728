import type { MediaProbe } from '../../core/ports.ts'
import { refuse } from '../../core/refusal.ts'
import { loadSharp } from './load-sharp.ts'

/**
 * Looks into a file: what it is by its first bytes, never by its name. An image is decoded to its last row, so that one
 * cut short is refused when it is attached and not when it is due. Width and height are upright.
 */
export const probeMedia: MediaProbe = async (bytes) => {
  const mime = sniff(bytes)
  if (mime === null) return unsupported()
  if (!mime.startsWith('image/')) return { mime, width: null, height: null, seconds: null, frameRate: null }
  const sharp = await loadSharp()
  try {
    const image = sharp(bytes, { failOn: 'error' })
    const { autoOrient } = await image.metadata()
    await image.resize(64, 64, { fit: 'inside' }).raw().toBuffer()
    return { mime, width: autoOrient.width, height: autoOrient.height, seconds: null, frameRate: null }
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error))
  }
}

/** The kinds of file Posthorn carries, by how they begin: offset and bytes in Latin-1. */
const KINDS: readonly [mime: string, ...signs: [offset: number, bytes: string][]][] = [
  ['image/jpeg', [0, '\xff\xd8\xff']],
  ['image/png', [0, '\x89PNG\r\n\x1a\n']],
  ['image/gif', [0, 'GIF8']],
  ['image/webp', [0, 'RIFF'], [8, 'WEBP']],
  ['image/avif', [4, 'ftypavif']],
  ['image/avif', [4, 'ftypavis']],
  ['video/quicktime', [4, 'ftypqt  ']],
  ['video/mp4', [4, 'ftypiso']],
  ['video/mp4', [4, 'ftypmp4']],
  ['video/mp4', [4, 'ftypavc1']],
  ['video/mp4', [4, 'ftypM4V']],
  ['video/mp4', [4, 'ftypdash']],
  ['video/webm', [0, '\x1aE\xdf\xa3']],
]

const sniff = (bytes: Uint8Array): string | null => {
  const head = Buffer.from(bytes.subarray(0, 32)).toString('latin1')
  return KINDS.find(([, ...signs]) => signs.every(([offset, sign]) => head.startsWith(sign, offset)))?.[0] ?? null
}

const unsupported = () =>
  refuse(
    'media-unsupported',
    'This is not a kind of file Posthorn can post.',
    'Use a JPEG, PNG, WebP, GIF or AVIF image, or an MP4, MOV or WebM video.',
    { field: 'media' },
  )

const unreadable = (detail: string) =>
  /pixel limit/i.test(detail)
    ? refuse('media-too-large', 'This image has too many pixels.', 'Make it smaller and attach it again.', {
        field: 'media',
        detail,
      })
    : refuse(
        'media-unreadable',
        'This image is damaged or not complete.',
        'Open it in an image editor and save it again, or choose another file.',
        { field: 'media', detail },
      )
