import type { Problem } from '../../../src-preload/contract/model/post.ts'
import { longestFit } from '../../core/split-text.ts'
import type { Check, Draft } from '../channel.ts'
import { findCard, findRanges } from './rich-text.ts'
import { fitsOnePost, measure, TEXT_LIMIT, type TextSize, threadParts } from './thread-parts.ts'

/** Images in one post, as `app.bsky.embed.images` says; what they may be is what Posthorn can make fit. */
export const MEDIA_LIMIT = {
  max: 4,
  mimes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'],
  /** Of the description of an image, as Bluesky's own app has it. */
  altMax: 2000,
}
/** From here on the counter warns. */
const NEARLY = 0.9

/** Judges a draft and shows what will stand on Bluesky. */
export const checkDraft = async (draft: Draft): Promise<Check> => {
  const texts = threadParts(draft)
  const sizes = texts.map(measure)
  const unit = fullestUnit(sizes)
  const used = Math.max(...sizes.map((size) => size[unit]))
  const parts = await Promise.all(
    texts.map(async (text, index) => ({ text, ranges: await findRanges(text), used: sizes[index]?.[unit] ?? 0 })),
  )
  return {
    problems: [...textProblems(draft, texts, used, unit), ...mediaProblems(draft)],
    count: { used, max: TEXT_LIMIT[unit], unit: UNIT_NAMES[unit] },
    parts,
    card: (await findCard(draft, texts))?.link ?? null,
  }
}

type Unit = keyof TextSize
const UNIT_NAMES: Readonly<Record<Unit, string>> = { graphemes: 'characters', bytes: 'bytes' }

/** The limit that is nearer. It is the one in characters, but for texts of long emoji. */
const fullestUnit = (sizes: readonly TextSize[]): Unit => {
  const filled = (unit: Unit) => Math.max(...sizes.map((size) => size[unit] / TEXT_LIMIT[unit]))
  return filled('bytes') > filled('graphemes') ? 'bytes' : 'graphemes'
}

const textProblems = (draft: Draft, texts: readonly string[], used: number, unit: Unit): Problem[] => {
  const [first = ''] = texts
  if (first.trim() === '' && draft.media.length === 0) {
    return [
      problem('error', 'empty-post', 'There is nothing to post yet.', 'Write something or attach an image.', 'text'),
    ]
  }
  const max = TEXT_LIMIT[unit]
  if (texts.length > 1 || used <= max * NEARLY) return []
  const size = `${used} of ${max} ${UNIT_NAMES[unit]}`
  if (used <= max) {
    return [problem('warning', 'text-nearly-full', `The text uses ${size}.`, 'There is little room left.', 'text')]
  }
  const message = `The text is too long for Bluesky: ${size}.`
  const next = draft.thread ? 'Shorten it.' : 'Shorten it or split it into a thread.'
  return [{ ...problem('error', 'text-too-long', message, next, 'text'), at: longestFit(first, fitsOnePost) }]
}

const mediaProblems = ({ media }: Draft): Problem[] => {
  const problems = media.flatMap(({ name, mime, alt }): Problem[] => {
    if (!MEDIA_LIMIT.mimes.includes(mime)) return [unsupported(name)]
    const still = mime === 'image/gif' ? [stillImage(name)] : []
    if (alt.trim() === '') return [...still, altMissing(name)]
    return alt.length > MEDIA_LIMIT.altMax ? [...still, altLong(name)] : still
  })
  return media.length > MEDIA_LIMIT.max ? [tooMany(media.length), ...problems] : problems
}

const tooMany = (count: number) =>
  problem(
    'error',
    'too-many-media',
    `Bluesky takes at most ${MEDIA_LIMIT.max} images in a post; this has ${count}.`,
    'Remove some of them.',
    'media',
  )

const unsupported = (name: string) =>
  problem(
    'error',
    'media-unsupported',
    `${name} is not an image; to Bluesky Posthorn sends images only.`,
    'Remove it, or leave it out for this account.',
    'media',
  )

const stillImage = (name: string) =>
  problem(
    'warning',
    'still-image',
    `${name} will not move: its first frame is sent.`,
    'Nothing to do if that is fine.',
    'media',
  )

const altMissing = (name: string) =>
  problem(
    'warning',
    'alt-missing',
    `${name} has no description for those who cannot see it.`,
    'Describe what the image shows.',
    'media',
  )

const altLong = (name: string) =>
  problem(
    'warning',
    'alt-too-long',
    `The description of ${name} is longer than the ${MEDIA_LIMIT.altMax} characters Bluesky's app knows.`,
    'Shorten the description.',
    'media',
  )

const problem = (
  severity: Problem['severity'],
  code: string,
  message: string,
  next: string,
  field: Problem['field'],
): Problem => ({ severity, code, message, next, field })
