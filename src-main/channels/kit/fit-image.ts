import type { Metadata, Sharp } from 'sharp'
import { loadSharp } from './load-sharp.ts'
import { decodeHeic } from './media/decode-heic.ts'
import { kindOfBytes } from './media/read-kind.ts'

/** What a channel takes. */
export type ImageLimits = {
  /** Kinds that it takes, of those Posthorn can make: JPEG, PNG, WebP. */
  mimes: readonly string[]
  /** Bytes. */
  maxBytes: number
  /** Pixels of the longer side; left out: any. */
  maxSide?: number
  /** Width divided by height, at least and at most; left out: any. */
  ratio?: readonly [number, number]
  /** Moving images are taken too, as GIF, up to so many bytes; left out: their first frame stands for them. */
  moving?: { maxBytes: number }
}

/** Why an image cannot go as it is. */
export type Unfit = 'moving' | 'kind' | 'ratio' | 'side' | 'bytes' | 'turned' | 'private'

export type FittedImage = {
  bytes: Uint8Array
  mime: string
  width: number
  height: number
  /** Nothing: the bytes are the original's. */
  unfit: ReadonlySet<Unfit>
  /** As it was, upright. */
  before: { size: number; mime: string; width: number; height: number }
  /** What was left of it when it was trimmed, before it was made smaller. */
  trimmed: { width: number; height: number }
}

/** Tried in this order until one is small enough: first less exact, then smaller. */
const QUALITIES = [88, 78, 66, 54]
const SHRINKS = [1, 0.75, 0.5, 0.35, 0.25]

/**
 * Makes an image that a channel takes out of one that it may not: of a kind it knows, upright, without metadata (place,
 * camera), trimmed at both ends to the shape it wants; one that moves with all its frames where they are taken, else as
 * its first. One that is fit already stays as it is to the byte. Throws what the decoders throw on a damaged file.
 */
export const fitImage = async (bytes: Uint8Array, limits: ImageLimits): Promise<FittedImage> => {
  const { open, about } = await openImage(bytes)
  const sharp = await loadSharp()
  const { width, height } = about.autoOrient
  const before = { size: bytes.length, mime: mimeOf(about), width, height }
  const unfit = whyUnfit(about, bytes, limits)
  if (unfit.size === 0) return { ...before, bytes, unfit, before, trimmed: { width, height } }
  if (isMoving(about) && limits.moving) {
    return {
      ...(await fitMoving(bytes, before, limits.moving.maxBytes, limits.maxSide)),
      unfit,
      before,
      trimmed: before,
    }
  }
  const shape = trim(before, limits.ratio)
  const trimmed = { width: shape.width, height: shape.height }
  for (const shrink of SHRINKS) {
    const longer = Math.max(shape.width, shape.height)
    const side = Math.max(1, Math.round(Math.min(limits.maxSide ?? longer, longer) * shrink))
    const upright = open().autoOrient()
    const { data, info } = await (unfit.has('ratio') ? upright.extract(shape) : upright)
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const raw = { width: info.width, height: info.height, channels: info.channels }
    const pixels = Buffer.from(data)
    const fitted = await encode(() => sharp(pixels, { raw }), about, limits)
    if (fitted) return { ...fitted, unfit, before, trimmed }
  }
  throw new Error(`The image cannot be brought under ${limits.maxBytes} bytes.`)
}

type About = Pick<Metadata, 'autoOrient' | 'format' | 'hasAlpha' | 'mediaType' | 'orientation' | 'pages'> &
  Pick<Metadata, 'exif' | 'xmp' | 'iptc' | 'comments'>

/** What an image is, and how it is decoded: by sharp, or for HEIC by a decoder of its own. */
export const openImage = async (bytes: Uint8Array): Promise<{ open(): Sharp; about: About }> => {
  const sharp = await loadSharp()
  if (kindOfBytes(bytes) !== 'image/heic') {
    const open = () => sharp(bytes, { failOn: 'error' })
    return { open, about: await open().metadata() }
  }
  const { data, width, height } = await decodeHeic(bytes)
  return {
    open: () => sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha(),
    about: { autoOrient: { width, height }, format: 'heif', mediaType: HEIC, hasAlpha: false },
  }
}

const HEIC = 'image/heic'
const GIF = 'image/gif'

const isMoving = ({ pages }: About) => (pages ?? 1) > 1

/** All frames, smaller until they are small enough. */
const fitMoving = async (
  bytes: Uint8Array,
  { mime, width, height }: FittedImage['before'],
  maxBytes: number,
  maxSide = Number.POSITIVE_INFINITY,
): Promise<Encoded> => {
  const sharp = await loadSharp()
  const longer = Math.max(width, height)
  for (const shrink of mime === GIF && longer <= maxSide ? SHRINKS.slice(1) : SHRINKS) {
    const side = Math.max(1, Math.round(Math.min(maxSide, longer) * shrink))
    const { data, info } = await sharp(bytes, { animated: true, failOn: 'error' })
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .gif()
      .toBuffer({ resolveWithObject: true })
    if (data.length <= maxBytes) {
      return { bytes: Buffer.from(data), mime: GIF, width: info.width, height: info.pageHeight ?? info.height }
    }
  }
  throw new Error(`The moving image cannot be brought under ${maxBytes} bytes.`)
}

const whyUnfit = (about: About, bytes: Uint8Array, limits: ImageLimits): Set<Unfit> => {
  const { width, height } = about.autoOrient
  const moves = isMoving(about)
  const [narrowest, widest] = (moves && limits.moving ? undefined : limits.ratio) ?? [0, Number.POSITIVE_INFINITY]
  const reasons: Record<Unfit, boolean> = {
    moving: moves && !limits.moving,
    kind: moves && limits.moving ? mimeOf(about) !== GIF : !limits.mimes.includes(mimeOf(about)),
    ratio: width / height < narrowest || width / height > widest,
    side: Math.max(width, height) > (limits.maxSide ?? Number.POSITIVE_INFINITY),
    bytes: bytes.length > (moves && limits.moving ? limits.moving.maxBytes : limits.maxBytes),
    turned: (about.orientation ?? 1) !== 1,
    private: Boolean(about.exif || about.xmp || about.iptc || about.comments?.length),
  }
  return new Set((Object.keys(reasons) as Unfit[]).filter((reason) => reasons[reason]))
}

const mimeOf = ({ mediaType, format }: About): string => mediaType ?? `image/${format}`

/** What stays in the middle when what is too long is cut away at both ends. */
const trim = ({ width, height }: { width: number; height: number }, ratio: ImageLimits['ratio']) => {
  const [narrowest, widest] = ratio ?? [0, Number.POSITIVE_INFINITY]
  const kept = {
    width: Math.min(width, Math.floor(height * widest)),
    height: Math.min(height, Math.floor(narrowest === 0 ? height : width / narrowest)),
  }
  return { ...kept, left: Math.floor((width - kept.width) / 2), top: Math.floor((height - kept.height) / 2) }
}

type Encoded = Pick<FittedImage, 'bytes' | 'mime' | 'width' | 'height'>

/** What comes out of sharp is copied: in its WebAssembly build it lies in memory that cannot be handed on. */
const encode = async (open: () => Sharp, about: About, { mimes, maxBytes }: ImageLimits): Promise<Encoded | null> => {
  for (const [mime, quality] of encodings(about, mimes)) {
    const image = about.hasAlpha && mime === 'image/jpeg' ? open().flatten({ background: '#ffffff' }) : open()
    const made =
      mime === 'image/png'
        ? image.png({ compressionLevel: 9 })
        : mime === 'image/webp'
          ? image.webp({ quality })
          : image.jpeg({ quality })
    const { data, info } = await made.toBuffer({ resolveWithObject: true })
    if (data.length <= maxBytes) {
      return { bytes: Buffer.from(data), mime, width: info.width, height: info.height }
    }
  }
  return null
}

/** Drawings and screenshots keep their edges as PNG, where that is small enough; what is see-through stays so if it can. */
const encodings = ({ format, hasAlpha }: About, mimes: readonly string[]): [mime: string, quality: number][] => {
  const drawn = format === 'png' || format === 'gif'
  const lossless = mimes.includes('image/png') && (drawn || (hasAlpha && !mimes.includes('image/webp')))
  const lossy = hasAlpha && mimes.includes('image/webp') ? 'image/webp' : 'image/jpeg'
  return [
    ...(lossless ? [['image/png', 100] satisfies [string, number]] : []),
    ...(mimes.includes(lossy) ? QUALITIES.map((quality): [string, number] => [lossy, quality]) : []),
  ]
}
