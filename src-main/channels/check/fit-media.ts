import { readFile } from 'node:fs/promises'
import type { MediaChange } from '../../../src-preload/contract/model/media.ts'
import { refuse } from '../../core/refusal.ts'
import type { DraftMedia } from '../channel.ts'
import { fitImage, type FittedImage, type ImageLimits, type Unfit } from '../kit/fit-image.ts'
import { formatKind, formatRatio, formatSize } from './format-media.ts'
import { GIF, type ImageRules, JPEG, type NetworkRules, PNG, WEBP } from '../rules/network-rules.ts'
import type { Told } from '../../../src-preload/contract/model/told.ts'
import { because } from '../../core/told.ts'

/** Kinds that images are made into. */
const MADE = new Set([JPEG, PNG, WEBP])

/** What images of a network are fitted to; null when it takes none. */
export const limitsOf = ({ images }: Pick<NetworkRules, 'images'>): ImageLimits | null =>
  images && {
    mimes: images.mimes.filter((mime) => MADE.has(mime)),
    maxBytes: images.maxBytes,
    ...(images.maxSide !== undefined && { maxSide: images.maxSide }),
    ...(images.ratio && { ratio: images.ratio }),
    ...(images.moving && { moving: images.moving }),
  }

/** Reads a file and makes of it what the network takes. Refuses what is gone or cannot be made fit. */
export const fitMedia = async (
  { name, path }: Pick<DraftMedia, 'name' | 'path'>,
  limits: ImageLimits,
  network: string,
): Promise<FittedImage> => {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    return refuse('media-missing', `The file of ${name} is gone from Posthorn's folder.`, 'Attach it again.', {
      field: 'media',
      told: because('file-lost', { file: name }),
      detail: String(error),
    })
  }
  try {
    return await fitImage(bytes, limits)
  } catch (error) {
    return refuse(
      'media-unreadable',
      `${name} cannot be made ready for ${network}.`,
      'Save it as a JPEG and attach it again.',
      { field: 'media', detail: String(error), told: because('image-not-made', { file: name, network }) },
    )
  }
}

/** What is done to an image on its way, without its bytes. */
export type Fitting = Omit<FittedImage, 'bytes'> & { size: number }

/** Fittings are the same for the same content and limits, and take a while: those of late are kept. */
const KEPT = 200
const kept = new Map<string, Promise<Fitting>>()

/** What `fitMedia` will do to a file. A draft is checked at every key that is pressed, its files are read once. */
export const foreseeFitting = (media: DraftMedia, limits: ImageLimits, network: string): Promise<Fitting> => {
  const key = `${media.hash} ${JSON.stringify(limits)}`
  const known = kept.get(key)
  if (known) return known
  const fitting = fitMedia(media, limits, network).then(({ bytes, ...fitted }) => ({ ...fitted, size: bytes.length }))
  kept.set(key, fitting)
  fitting.catch(() => kept.delete(key))
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT))) kept.delete(oldest)
  return fitting
}

/** Troubles that a network has with an image, and not the person with what it tells about them. */
const TROUBLES: Readonly<Record<Unfit, 'media-too-large' | 'media-unsupported' | null>> = {
  moving: 'media-unsupported',
  kind: 'media-unsupported',
  ratio: 'media-unsupported',
  side: 'media-too-large',
  bytes: 'media-too-large',
  turned: null,
  private: null,
}

/** What stands against sending an image as it is; null: nothing, or only what it tells of the person. */
export const troubleOf = ({ unfit }: Pick<FittedImage, 'unfit'>) =>
  [...unfit].map((reason) => TROUBLES[reason]).find((code) => code !== null) ?? null

/** The changes of a fitting, in words and figures. */
export const changesOf = (mediaId: string, fitting: Fitting, images: ImageRules, network: string): MediaChange[] => {
  const { before, trimmed, unfit, mime, width, height, size } = fitting
  const changes: MediaChange[] = []
  const say = (what: MediaChange['what'], message: string, about: Told) =>
    changes.push({ mediaId, what, message, told: about })
  const moves = images.moving && mime === GIF ? images.moving : images
  const bytes = `${network} takes at most ${formatSize(moves.maxBytes)}${moves === images ? '' : ' of what moves'}`
  if (unfit.has('ratio')) {
    const [narrowest, widest] = (images.ratio ?? []).map(formatRatio)
    say(
      'trimmed',
      `${sizeOf(before)} is cut at both ends to ${sizeOf(trimmed)}, since ${network} takes widths of ${narrowest} to ${widest} times the height.`,
      because('change-cut', {
        before: sizeOf(before),
        after: sizeOf(trimmed),
        network,
        least: narrowest ?? '',
        most: widest ?? '',
      }),
    )
  }
  if (width !== trimmed.width || height !== trimmed.height) {
    const tooLong = Math.max(trimmed.width, trimmed.height) > (images.maxSide ?? Number.POSITIVE_INFINITY)
    const why = tooLong ? `${network} takes at most ${images.maxSide} pixels` : bytes
    const about = because('change-resized', {
      before: sizeOf(trimmed),
      after: sizeOf({ width, height }),
      network,
      why: tooLong ? 'side' : 'bytes',
      most: images.maxSide ?? '',
      limitSize: moves.maxBytes,
    })
    say('resized', `${sizeOf(trimmed)} becomes ${sizeOf({ width, height })}, since ${why}.`, about)
  }
  if (mime !== before.mime) {
    const why = unfit.has('moving')
      ? 'and only its first frame is sent'
      : `since ${unfit.has('kind') ? `${network} takes ${images.mimes.map(formatKind).join(', ')}` : bytes}`
    const about = because('change-converted', {
      before: formatKind(before.mime),
      after: formatKind(mime),
      network,
      why: unfit.has('moving') ? 'moving' : unfit.has('kind') ? 'kind' : 'bytes',
      kinds: images.mimes.map(formatKind).join(', '),
      limitSize: moves.maxBytes,
    })
    say('converted', `${formatKind(before.mime)} becomes ${formatKind(mime)}, ${why}.`, about)
  } else if (unfit.has('moving')) {
    say('converted', 'Only the first frame of the moving image is sent.', because('change-first-frame'))
  }
  if (unfit.has('bytes')) {
    const about = { beforeSize: before.size, afterSize: size, network, limitSize: moves.maxBytes }
    say(
      'recompressed',
      `${formatSize(before.size)} becomes ${formatSize(size)}, since ${bytes}.`,
      because('change-smaller', about),
    )
  }
  if (unfit.has('private'))
    say('recompressed', 'What it tells of place and camera is left out.', because('change-private'))
  else if (unfit.has('turned') && changes.length === 0)
    say('recompressed', 'It is saved upright.', because('change-upright'))
  return changes
}

const sizeOf = ({ width, height }: { width: number; height: number }) => `${width} x ${height}`
