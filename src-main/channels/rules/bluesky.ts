import { siBluesky } from 'simple-icons'
import { z } from 'zod'
import {
  type Content,
  images,
  JPEG,
  linked,
  MEGABYTE,
  MP4,
  type NetworkRules,
  oneVideo,
  PNG,
  type TextLimit,
  WEBP,
  words,
} from './network-rules.ts'

/** What one post takes, as `app.bsky.feed.post` says. */
export const BLUESKY_TEXT = [
  { max: 300, counting: 'graphemes' },
  { max: 3000, counting: 'bytes' },
] as const satisfies TextLimit[]

/** Current servers take images of two million bytes, older ones half of it. */
export const BLUESKY_IMAGES = { mimes: [JPEG, PNG, WEBP], maxBytes: MEGABYTE, maxSide: 2000 } as const

/** So many images stand side by side; more are a gallery, which the lexicon asks programs to keep to ten. */
export const BLUESKY_SIDE_BY_SIDE = 4
const GALLERY = 10

const VIDEO: Content = { ...oneVideo, seconds: [0, 180] }

const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const isTag = (tag: string): boolean => [...graphemes.segment(tag)].length <= 64 && Buffer.byteLength(tag) <= 640

/** A post or list as a person has it: its address on a site of Bluesky's, or the one of the protocol itself. */
const addressOf = (kind: 'post' | 'lists', collection: string) =>
  z
    .string()
    .trim()
    .regex(
      new RegExp(`^(https://[^/\\s]+/profile/[^/\\s]+/${kind}/[^/?#\\s]+|at://[^/\\s]+/${collection}/[^/?#\\s]+)`),
      `Use the address of a ${kind === 'post' ? 'post' : 'list'} on Bluesky.`,
    )
const postAddress = addressOf('post', 'app\\.bsky\\.feed\\.post')
const EXAMPLE = 'https://bsky.app/profile/alice.bsky.social/post/3k2a4b5c6d7e2'

export const blueskyOptions = z.object({
  langs: z
    .array(z.string().refine(isLanguage, 'Use a language tag such as en or pt-BR.'))
    .max(3)
    .optional()
    .meta({ title: 'Languages', description: 'What it is written in.', examples: [['en']] }),
  reply_to: postAddress
    .optional()
    .meta({ title: 'Reply to', description: 'The address of the post it answers.', examples: [EXAMPLE] }),
  quote: postAddress
    .optional()
    .meta({ title: 'Quote', description: 'The address of the post it shows.', examples: [EXAMPLE] }),
  replies: z
    .enum(['everybody', 'nobody', 'mentioned', 'followed', 'followers', 'list'])
    .optional()
    .meta({ title: 'Who may reply', description: 'Followed: whom the account follows. Everybody when left out.' }),
  replies_list: addressOf('lists', 'app\\.bsky\\.graph\\.list')
    .optional()
    .meta({ title: 'List of who may reply', description: 'The address of the list, where a list may reply.' }),
  no_quotes: z.boolean().optional().meta({ title: 'Nobody may quote it' }),
  labels: z
    .array(z.enum(['sexual', 'nudity', 'porn', 'graphic-media']))
    .max(4)
    .optional()
    .meta({ title: 'Content warnings', description: 'What its media show.', examples: [['nudity']] }),
  tags: z
    .array(z.string().trim().min(1).refine(isTag, 'A tag has at most 64 characters.'))
    .max(8)
    .optional()
    .meta({
      title: 'Further tags',
      description: 'Hashtags beside those in the text, without the sign.',
      examples: [['books']],
    }),
})
export type BlueskyOptions = z.infer<typeof blueskyOptions>

/** Servers of the AT Protocol. */
export const BLUESKY: NetworkRules = {
  key: 'bluesky',
  name: 'Bluesky',
  mark: { letters: 'Bs', colour: '#1083fe', glyph: { path: siBluesky.path } },
  fold: { lines: 25, source: 'bluesky-social/social-app src/lib/constants.ts (MAX_POST_LINES)' },
  read: '2026-11-22',
  sources: [
    'bluesky-social/atproto lexicons/app/bsky feed/post, feed/threadgate, feed/postgate, embed/images, embed/gallery, embed/video',
    'docs.bsky.app/docs/tutorials/video',
    'bsky-docs rate-limits',
  ],
  text: BLUESKY_TEXT,
  title: null,
  images: BLUESKY_IMAGES,
  videos: { mimes: [MP4], maxBytes: 300 * MEGABYTE },
  /** As Bluesky's own app has it. */
  altMax: 2000,
  content: [images(0, GALLERY), VIDEO],
  types: {
    POST: [images(0, GALLERY), VIDEO],
    TEXT: [words],
    LINK: [linked],
    IMAGE: [images(1, BLUESKY_SIDE_BY_SIDE)],
    CAROUSEL: [images(2, GALLERY)],
    VIDEO: [VIDEO],
  },
  thread: true,
  edits: null,
  unpublish: true,
  // A record is three points, of 5,000 an hour and 35,000 a day.
  rates: [
    { posts: 1666, seconds: 3600 },
    { posts: 11_666, seconds: 86_400 },
  ],
  destinations: null,
  options: blueskyOptions.shape,
  addresses: { profile: 'https://bsky.app/profile/', tag: 'https://bsky.app/hashtag/' },
}
