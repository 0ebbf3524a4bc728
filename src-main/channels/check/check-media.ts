import type { MediaChange } from '../../../src-preload/contract/model/media.ts'
import type { Problem } from '../../../src-preload/contract/model/post.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Draft, DraftMedia } from '../channel.ts'
import { tellsPlace } from '../kit/media/tells-place.ts'
import { GIF, type ImageRules, type NetworkRules } from '../rules/network-rules.ts'
import { changesOf, foreseeFitting, limitsOf, troubleOf } from './fit-media.ts'
import { formatSize } from './format-media.ts'
import { judgeVideo, VIDEOS } from './judge-video.ts'
import { error, warning } from './problem.ts'
import { because, toldOf } from '../../core/told.ts'

export type MediaJudgement = { problems: Problem[]; changes: MediaChange[] }

/** Kinds of image Posthorn can make into what a network takes. */
export const FITTABLE: readonly string[] = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/heic',
]

/** Whether a network takes files of a kind, as they are or made into another. */
export const takes = ({ images, videos, documents }: NetworkRules, mime: string): boolean =>
  mime.startsWith('image/')
    ? images !== null && FITTABLE.includes(mime)
    : mime.startsWith('video/')
      ? videos !== null && VIDEOS.includes(mime)
      : (documents?.mimes.includes(mime) ?? false)

/**
 * Judges each file, and tells what will be done to it. Where the post is strict, what breaks a limit is refused; where an
 * image was made is taken out of it all the same, since that breaks no limit and is nobody's business.
 */
export const judgeMedia = async (
  rules: NetworkRules,
  { media, strict }: Draft,
  byRecord: boolean,
): Promise<MediaJudgement> => {
  const judged = await Promise.all(media.map((one) => judge(rules, one, strict, byRecord)))
  return {
    problems: judged.flatMap(({ problems }) => problems),
    changes: judged.flatMap(({ changes }) => changes),
  }
}

const judge = async (
  rules: NetworkRules,
  media: DraftMedia,
  strict: boolean,
  byRecord: boolean,
): Promise<MediaJudgement> => {
  if (!takes(rules, media.mime)) return { problems: [unsupported(rules, media)], changes: [] }
  const described = altProblems(rules, media)
  const fitted = media.mime.startsWith('image/')
    ? await judgeImage(rules, media, strict, byRecord)
    : media.mime.startsWith('video/')
      ? await judgeVideo(rules, media, strict)
      : { problems: documentProblems(rules, media), changes: [] }
  return { problems: [...described, ...fitted.problems], changes: fitted.changes }
}

const judgeImage = async (
  rules: NetworkRules,
  media: DraftMedia,
  strict: boolean,
  byRecord: boolean,
): Promise<MediaJudgement> => {
  const { images, name } = rules
  const limits = limitsOf(rules)
  if (!images || !limits) return { problems: [], changes: [] }
  const small = Math.min(media.width ?? Number.POSITIVE_INFINITY, media.height ?? Number.POSITIVE_INFINITY)
  if (small < (images.minSide ?? 0)) {
    return { problems: [tooSmall(name, media, images.minSide ?? 0)], changes: [] }
  }
  if (goesAsItIs(images, media)) return { problems: [], changes: [] }
  try {
    if (byRecord && isWithin(images, media) && !(await tellsPlace(media))) return { problems: [], changes: [] }
    const fitting = await foreseeFitting(media, limits, name)
    const changes = changesOf(media.id, fitting, images, name)
    const trouble = troubleOf(fitting)
    if (strict && trouble) return { problems: [refusedAsItIs(trouble, media, changes)], changes: [] }
    return { problems: fitting.unfit.has('moving') ? [still(media)] : [], changes }
  } catch (trouble) {
    if (!(trouble instanceof Refusal)) throw trouble
    const { code, message, next } = trouble.failure
    return { problems: [error(code, message, next, 'media', toldOf(trouble.failure))], changes: [] }
  }
}

/** What moves is taken as it is up to a size of its own. */
export const goesAsItIs = ({ moving }: ImageRules, { mime, size }: DraftMedia): boolean =>
  mime === GIF && moving !== undefined && size <= moving.maxBytes

/** By what is known of a file without reading it. */
export const isWithin = (images: ImageRules, { mime, size, width, height }: DraftMedia): boolean => {
  if (width === null || height === null) return false
  const [narrowest, widest] = images.ratio ?? [0, Number.POSITIVE_INFINITY]
  return (
    images.mimes.includes(mime) &&
    size <= images.maxBytes &&
    Math.max(width, height) <= (images.maxSide ?? Number.POSITIVE_INFINITY) &&
    width / height >= narrowest &&
    width / height <= widest
  )
}

const unsupported = ({ name, images, videos, documents }: NetworkRules, media: DraftMedia) => {
  const kinds = [...(images ? ['images'] : []), ...(videos ? ['videos'] : []), ...(documents ? ['documents'] : [])]
  const shown = media.mime.split('/')[1]?.toUpperCase() ?? media.mime
  return error(
    'media-unsupported',
    `${media.name} is a file of the kind ${shown}; ${name} takes ${kinds.join(' and ') || 'no files'}.`,
    'Remove it, or leave it out for this account.',
    'media',
    because('file-kind', { file: media.name, kind: shown, network: name }),
  )
}

const refusedAsItIs = (code: string, { name }: DraftMedia, changes: readonly MediaChange[]) =>
  error(
    code,
    `${name} breaks a limit, and this post is strict: ${changes.map(({ message }) => message).join(' ')}`,
    'Attach one that fits, or let Posthorn fit it.',
    'media',
    because('breaks-limit', { file: name }),
  )

const tooSmall = (network: string, { name, width, height }: DraftMedia, least: number) =>
  error(
    'media-unsupported',
    `${name} is ${width} x ${height}; ${network} takes images of at least ${least} pixels a side.`,
    'Attach a larger one.',
    'media',
    because('image-too-small', { file: name, width: width ?? '?', height: height ?? '?', network, least }),
  )

const documentProblems = ({ name, documents }: NetworkRules, media: DraftMedia): Problem[] =>
  documents && media.size > documents.maxBytes
    ? [
        error(
          'media-too-large',
          `${media.name} is ${formatSize(media.size)}; ${name} takes documents of at most ${formatSize(documents.maxBytes)}.`,
          'Make it smaller.',
          'media',
          because('document-too-large', {
            file: media.name,
            fileSize: media.size,
            network: name,
            limitSize: documents.maxBytes,
          }),
        ),
      ]
    : []

const still = ({ name }: DraftMedia) =>
  warning(
    'still-image',
    `${name} will not move: its first frame is sent.`,
    'Nothing to do if that is fine.',
    'media',
    because('still-image', { file: name }),
  )

const altProblems = (
  { name: network, altMax, altHeld, altless }: NetworkRules,
  { name, alt }: DraftMedia,
): Problem[] => {
  if (altless) return alt.trim() === '' ? [] : [altNotShown(network, name)]
  if (alt.trim() === '') {
    return [
      warning(
        'alt-missing',
        `${name} has no description for those who cannot see it.`,
        'Describe what the image shows.',
        'media',
        because('alt-missing', { file: name }),
      ),
    ]
  }
  if (altMax === null || alt.length <= altMax) return []
  return [
    (altHeld ? error : warning)(
      'alt-too-long',
      `The description of ${name} is longer than the ${altMax} characters ${network} knows.`,
      'Shorten the description.',
      'media',
      because('alt-too-long', { file: name, max: altMax, network }),
    ),
  ]
}

const altNotShown = (network: string, name: string) =>
  warning(
    'alt-not-shown',
    `${network} has no place for descriptions: that of ${name} is not sent.`,
    'Say in the text what must be known of it.',
    'media',
    because('alt-not-shown', { network, file: name }),
  )
