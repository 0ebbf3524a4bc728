import type { Metadata, Sharp } from 'sharp'
import { loadSharp } from './load-sharp.ts'

/** What a channel takes. */
export type ImageLimits = { /** Bytes. */ maxBytes: number; /** Pixels of the longer side. */ maxSide: number }

export type FittedImage = { bytes: Uint8Array; mime: string; width: number; height: number }

/** Tried in this order until one is small enough: first less exact, then smaller. */
const QUALITIES = [88, 78, 66, 54]
const SHRINKS = [1, 0.75, 0.5, 0.35, 0.25]
/** Sent as they are when they are within the limits and carry nothing about the person. */
const PLAIN = new Set(['jpeg', 'png', 'webp'])

/**
 * Makes an image that a channel takes out of one that may be too large: upright, without metadata (place, camera), its
 * first frame when it moves. One that is fit already stays as it is to the byte. Throws what sharp throws on a damaged
 * file.
 */
export const fitImage = async (bytes: Uint8Array, limits: ImageLimits): Promise<FittedImage> => {
  const sharp = await loadSharp()
  const about = await sharp(bytes).metadata()
  const { width, height } = about.autoOrient
  const mime = `image/${about.format}`
  if (isFit(about, bytes, limits)) return { bytes, mime, width, height }
  for (const shrink of SHRINKS) {
    const side = Math.max(1, Math.round(Math.min(limits.maxSide, Math.max(width, height)) * shrink))
    const { data, info } = await sharp(bytes, { failOn: 'error' })
      .autoOrient()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const raw = { width: info.width, height: info.height, channels: info.channels }
    const pixels = Buffer.from(data)
    const fitted = await encode(() => sharp(pixels, { raw }), about, limits.maxBytes)
    if (fitted) return fitted
  }
  throw new Error(`The image cannot be brought under ${limits.maxBytes} bytes.`)
}

const isFit = (about: Metadata, bytes: Uint8Array, { maxBytes, maxSide }: ImageLimits): boolean =>
  PLAIN.has(about.format) &&
  bytes.length <= maxBytes &&
  Math.max(about.width, about.height) <= maxSide &&
  (about.pages ?? 1) === 1 &&
  (about.orientation ?? 1) === 1 &&
  !(about.exif || about.xmp || about.iptc || about.comments?.length)

/** What comes out of sharp is copied: in its WebAssembly build it lies in memory that cannot be handed on. */
const encode = async (open: () => Sharp, about: Metadata, maxBytes: number): Promise<FittedImage | null> => {
  // Drawings and screenshots keep their edges as PNG, where that is small enough.
  const lossless = about.format === 'png' || about.format === 'gif'
  const lossy = QUALITIES.map((quality) => () => (about.hasAlpha ? open().webp({ quality }) : open().jpeg({ quality })))
  for (const attempt of lossless ? [() => open().png({ compressionLevel: 9 }), ...lossy] : lossy) {
    const { data, info } = await attempt().toBuffer({ resolveWithObject: true })
    if (data.length <= maxBytes) {
      return { bytes: Buffer.from(data), mime: `image/${info.format}`, width: info.width, height: info.height }
    }
  }
  return null
}
