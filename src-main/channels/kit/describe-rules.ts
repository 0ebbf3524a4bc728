import type { ChannelAllows, Combination, Fold } from '../../../src-preload/contract/model/channel.ts'
import type {
  Content,
  Counting,
  FoldRule,
  ImageRules,
  NetworkRules,
  Span,
  TextLimit,
  VideoRules,
} from '../rules/network-rules.ts'

/** What hangs on the channel and not on its rules alone. */
type Beside = { scheduleMinutes: number | null; perAccount: boolean }

/** The rules of a network as people read them. */
export const describeRules = (rules: NetworkRules, beside: Beside): ChannelAllows => ({
  text: rules.text.map(limitOf),
  title: rules.title && { option: 'title', ...rules.title },
  content: [
    { type: null, takes: rules.content.map(combinationOf) },
    ...Object.entries(rules.types).map(([type, takes]) => ({ type, takes: takes.map(combinationOf) })),
  ],
  images: rules.images && {
    ...picturesOf(rules.images),
    moving: rules.images.moving !== undefined,
    movingBytes: bounded(rules.images.moving?.maxBytes),
  },
  videos: rules.videos && {
    ...picturesOf(rules.videos),
    seconds: spanOf(rules.videos.seconds),
    maxFrameRate: rules.videos.maxFrameRate ?? null,
  },
  documents: rules.documents
    ? { mimes: [...rules.documents.mimes], maxBytes: bounded(rules.documents.maxBytes) }
    : null,
  alt: rules.altless ? null : { max: rules.altMax, held: rules.altHeld ?? false },
  hashtags: rules.most?.hashtags ?? null,
  mentions: rules.most?.mentions ?? null,
  never: rules.never?.what ?? null,
  destinations: rules.destinations,
  editMakesId: rules.editMakesId ?? false,
  sources: [...rules.sources],
  read: rules.read,
  ...beside,
})

export const describeFold = ({ characters, lines, about, source }: FoldRule): Fold => ({
  characters: characters ?? null,
  lines: lines ?? null,
  about: about ?? false,
  source,
})

const COUNTED: Readonly<Record<Exclude<Counting, 'fediverse'>, string>> = {
  utf16: 'Most characters count one, emoji two or more.',
  graphemes: 'Each character counts one as people see it, an emoji too.',
  bytes: 'In bytes: plain letters count one, accents two, emoji four or more.',
  'emoji-bytes': 'Characters count one, an emoji as many as it has bytes, mostly four.',
  weighted: 'A link counts 23, an emoji two, a letter of Chinese, Japanese or Korean two.',
}

const limitOf = ({ max, counting, link = 23 }: TextLimit): Combination['text'][number] => ({
  max,
  unit: counting === 'bytes' ? 'bytes' : 'characters',
  counted:
    counting === 'fediverse'
      ? `${link === null ? 'A link counts whole' : `A link counts ${link}`}, and of a name on another server only what stands before the server.`
      : COUNTED[counting],
})

const combinationOf = (content: Content): Combination => ({
  media: { least: content.media[0], most: content.media[1] },
  images: Math.min(content.images ?? 0, content.media[1]),
  videos: Math.min(content.videos ?? 0, content.media[1]),
  documents: Math.min(content.documents ?? 0, content.media[1]),
  mixed: content.mixed ?? false,
  words: content.words,
  link: content.link ?? false,
  seconds: spanOf(content.seconds),
  text: (content.text ?? []).map(limitOf),
})

const picturesOf = ({ mimes, maxBytes, minSide, maxSide, ratio }: ImageRules | VideoRules) => ({
  mimes: [...mimes],
  maxBytes: bounded(maxBytes),
  sides: { least: minSide ?? null, most: maxSide ?? null },
  ratio: spanOf(ratio),
})

const spanOf = (span: Span | undefined): { least: number | null; most: number | null } => ({
  least: span?.[0] === 0 ? null : (span?.[0] ?? null),
  most: bounded(span?.[1]),
})

/** Endless is no limit, and has no place in JSON. */
const bounded = (most: number | undefined): number | null =>
  most === undefined || !Number.isFinite(most) ? null : most
