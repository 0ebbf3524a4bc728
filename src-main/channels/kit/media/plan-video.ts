import type { MediaRecord } from '../../../core/records.ts'
import type { VideoRules } from '../../rules/network-rules.ts'

/** What stands against a video: what encoding it anew mends, and what only its maker can. */
export type VideoTrouble = 'kind' | 'bytes' | 'side' | 'frames' | 'seconds' | 'ratio' | 'small' | 'few-bytes'

const MENDABLE: ReadonlySet<VideoTrouble> = new Set(['kind', 'bytes', 'side', 'frames'])

export type Measured = Pick<MediaRecord, 'mime' | 'size' | 'width' | 'height' | 'seconds' | 'frameRate'>

/** How a video is encoded anew; null: as it is. */
export type VideoPlan = {
  /** Pixels of the longer side. */
  side: number | null
  frameRate: number | null
  /** Bits a second at most, pictures and sound. */
  rate: { pictures: number; sound: number } | null
}

/** What breaks a limit, of what is known; a sixtieth of tolerance, since containers round. */
export const videoTroubles = (limits: VideoRules, video: Measured): VideoTrouble[] => {
  const { mime, size, width, height, seconds, frameRate } = video
  const [longer, shorter] = width && height ? [Math.max(width, height), Math.min(width, height)] : [null, null]
  const outside = (value: number | null, span: readonly [number, number] | undefined) =>
    value !== null && span !== undefined && (value < span[0] * 0.983 || value > span[1] * 1.017)
  const found: Record<VideoTrouble, boolean> = {
    kind: !limits.mimes.includes(mime),
    bytes: size > limits.maxBytes,
    side: longer !== null && longer > (limits.maxSide ?? Number.POSITIVE_INFINITY),
    frames: frameRate !== null && frameRate > (limits.maxFrameRate ?? Number.POSITIVE_INFINITY) * 1.017,
    seconds: outside(seconds, limits.seconds),
    ratio: outside(width && height ? width / height : null, limits.ratio),
    small: shorter !== null && shorter < (limits.minSide ?? 0),
    'few-bytes': size < (limits.minBytes ?? 0),
  }
  return (Object.keys(found) as VideoTrouble[]).filter((trouble) => found[trouble])
}

/** Sides that a video is brought down to where few bytes must do, and bits that a pixel needs to be worth looking at. */
const SIDES = [1920, 1280, 960, 640, 480]
const BITS_A_PIXEL = 0.035
const LEAST_PICTURES = 120_000
/** What of a size is planned for: containers take some, and rates are kept on average. */
const SHARE = 0.92

/** How a video is made to fit; null where encoding it anew does not mend it, or what it needs is not known. */
export const planVideo = (limits: VideoRules, video: Measured, troubles: readonly VideoTrouble[]): VideoPlan | null => {
  if (!limits.mimes.includes('video/mp4') || troubles.some((one) => !MENDABLE.has(one))) return null
  const { width, height, seconds } = video
  const frameRate = troubles.includes('frames') ? (limits.maxFrameRate ?? null) : null
  const side = troubles.includes('side') ? (limits.maxSide ?? null) : null
  if (!Number.isFinite(limits.maxBytes)) return { side, frameRate, rate: null }
  if (!seconds || !width || !height) return troubles.includes('bytes') ? null : { side, frameRate, rate: null }
  const bits = (limits.maxBytes * 8 * SHARE) / seconds
  const sound = bits > 1_000_000 ? 128_000 : 64_000
  const pictures = Math.floor(bits - sound)
  if (pictures < LEAST_PICTURES) return null
  const longer = Math.min(side ?? Number.POSITIVE_INFINITY, Math.max(width, height))
  const frames = Math.min(frameRate ?? 60, video.frameRate ?? 30)
  const ratio = Math.min(width, height) / Math.max(width, height)
  const affordable = [longer, ...SIDES].find(
    (one) => one <= longer && one * one * ratio * frames * BITS_A_PIXEL <= pictures,
  )
  const chosen = affordable ?? Math.min(longer, SIDES.at(-1) ?? longer)
  return { side: chosen < Math.max(width, height) ? chosen : null, frameRate, rate: { pictures, sound } }
}
