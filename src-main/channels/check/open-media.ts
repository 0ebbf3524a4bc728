import { createHash } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { refuse } from '../../core/refusal.ts'
import type { DraftMedia, Offered } from '../channel.ts'
import { findFfmpeg } from '../kit/media/find-ffmpeg.ts'
import { fitVideo } from '../kit/media/fit-video.ts'
import { planVideo, videoTroubles } from '../kit/media/plan-video.ts'
import { tellsPlace } from '../kit/media/tells-place.ts'
import { JPEG, MP4, type NetworkRules, PNG, WEBP } from '../rules/network-rules.ts'
import { goesAsItIs, isWithin } from './check-media.ts'
import { fitMedia, limitsOf, troubleOf } from './fit-media.ts'
import { codeOf, sayTrouble, toldTrouble, WITH_FFMPEG } from './judge-video.ts'
import { because } from '../../core/told.ts'

/** A file as it is uploaded, of its own type and size; the ending of its name says what it is. */
export type OpenFile = { blob: Blob; name: string }

/** How long the fitting of a video may go on, and who is told how far it is, 0 to 1. */
export type Fitting = { signal?: AbortSignal; onProgress?: (share: number) => void }

const ENDINGS: Readonly<Record<string, string>> = { [JPEG]: '.jpg', [PNG]: '.png', [WEBP]: '.webp', [MP4]: '.mp4' }

/**
 * Opens a file for upload as its check said it would be, read from the disk while it is sent; `blob.slice` is read so as
 * well. A video that breaks a limit is encoded anew by the person's ffmpeg. Refuses what is gone, what cannot be made to
 * fit, and in a strict post what would have to be changed.
 */
export const openMedia = async (
  media: DraftMedia,
  rules: NetworkRules,
  strict: boolean,
  fitting: Fitting = {},
): Promise<OpenFile> => {
  const made = await fitted(media, rules, strict, fitting)
  if ('path' in made) return { blob: await openAsItIs({ ...made, name: media.name }), name: made.name }
  return { blob: new Blob([Buffer.from(made.bytes)], { type: made.mime }), name: made.name }
}

/**
 * The same as a file on the disk, for networks that fetch media by address and for folders; what an image becomes is
 * kept beside it. `originals`: images within the limits stay as they are, unless they tell where they were made.
 */
export const fitFile = async (
  media: DraftMedia,
  rules: NetworkRules,
  strict: boolean,
  { originals, ...fitting }: Fitting & { originals?: true } = {},
): Promise<Offered> => {
  if (originals && rules.images && isWithin(rules.images, media) && !(await tellsPlace(media))) {
    return asItIs(media)
  }
  const made = await fitted(media, rules, strict, fitting)
  if ('path' in made) return made
  const { bytes, mime, name } = made
  const folder = join(dirname(media.path), 'fitted')
  const path = join(folder, `${createHash('sha256').update(bytes).digest('hex').slice(0, 40)}${ENDINGS[mime] ?? ''}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(`${path}.part`, bytes, { mode: 0o600 })
  await rename(`${path}.part`, path)
  return { path, mime, name, size: bytes.byteLength }
}

type Made = Offered | { bytes: Uint8Array; mime: string; name: string }

const fitted = async (media: DraftMedia, rules: NetworkRules, strict: boolean, fitting: Fitting): Promise<Made> => {
  const { images, videos, name } = rules
  if (media.mime.startsWith('video/') && videos) return fittedVideo(media, rules, strict, fitting)
  const limits = limitsOf(rules)
  if (!images || !limits || !media.mime.startsWith('image/') || goesAsItIs(images, media)) return asItIs(media)
  const { bytes, mime, ...changed } = await fitMedia(media, limits, name)
  const trouble = strict ? troubleOf(changed) : null
  if (trouble) {
    refuse(trouble, `${media.name} breaks a limit of ${name}, and this post is strict.`, 'Attach one that fits.', {
      field: 'media',
      told: because('breaks-limit', { file: media.name }),
    })
  }
  return { bytes, mime, name: renamed(media.name, mime) }
}

const fittedVideo = async (
  media: DraftMedia,
  { name: network, videos }: NetworkRules,
  strict: boolean,
  { signal = new AbortController().signal, onProgress }: Fitting,
): Promise<Offered> => {
  const troubles = videos ? videoTroubles(videos, media) : []
  const [first] = troubles
  if (!videos || first === undefined) return asItIs(media)
  const plan = planVideo(videos, media, troubles)
  const ffmpeg = plan && !strict ? await findFfmpeg() : null
  if (!plan || ffmpeg === null) {
    const next = plan && !strict ? WITH_FFMPEG : 'Attach one that fits.'
    return refuse(codeOf(first), `${media.name} ${sayTrouble(first, network, videos, media)}.`, next, {
      field: 'media',
      told: toldTrouble(first, network, videos, media, plan && !strict ? 'ffmpeg' : 'strict'),
    })
  }
  const { path: original, hash, seconds } = media
  const path = await fitVideo({ ffmpeg, path: original, hash, seconds, plan, signal, onProgress }).catch(
    (error: unknown) => {
      signal.throwIfAborted()
      return refuse('media-unreadable', `${media.name} cannot be made ready for ${network}.`, 'Export it again.', {
        field: 'media',
        told: because('video-not-made', { file: media.name, network }),
        detail: String(error),
      })
    },
  )
  const { size } = await stat(path)
  if (size > videos.maxBytes) {
    refuse('media-too-large', `${media.name} cannot be made small enough for ${network}.`, 'Attach a shorter one.', {
      field: 'media',
      told: because('video-not-small', { file: media.name, network }),
    })
  }
  return { path, mime: MP4, name: renamed(media.name, MP4), size }
}

const asItIs = ({ path, mime, name, size }: DraftMedia): Offered => ({ path, mime, name, size })

const renamed = (name: string, mime: string): string => {
  const stem = name.slice(0, name.length - extname(name).length)
  return `${stem || 'file'}${ENDINGS[mime] ?? extname(name)}`
}

/** Opens a file to be read from the disk while it is sent. Refuses what is gone. */
export const openAsItIs = async ({ path, name, mime }: Pick<DraftMedia, 'path' | 'name' | 'mime'>): Promise<Blob> => {
  try {
    return await openAsBlob(path, { type: mime })
  } catch (error) {
    return refuse('media-missing', `The file of ${name} is gone from Posthorn's folder.`, 'Attach it again.', {
      field: 'media',
      detail: String(error),
      told: because('file-lost', { file: name }),
    })
  }
}
