import { siX } from 'simple-icons'
import { z } from 'zod'
import {
  GIF,
  images,
  JPEG,
  linked,
  MEBIBYTE,
  MOV,
  MP4,
  type NetworkRules,
  oneVideo,
  PNG,
  WEBP,
  words,
} from './network-rules.ts'

const VIDEO = { ...oneVideo, seconds: [0.5, 140] } as const

/** A post as people have it at hand: its number, or the address of its page. */
const postId = z
  .string()
  .trim()
  .regex(
    /^(?:(?:https:\/\/)?(?:www\.|mobile\.)?(?:x|twitter)\.com\/\w+\/status\/)?\d{1,19}(?:[/?#].*)?$/,
    'Use the address of a post, or its number.',
  )

/** In the names of the specification's `CreatePostsRequest`; polls as other networks have them. */
export const xOptions = z.object({
  reply_settings: z
    .enum(['everyone', 'following', 'mentionedUsers', 'subscribers', 'verified'])
    .optional()
    .meta({ title: 'Who may reply' }),
  quote: postId.optional().meta({
    title: 'Post to quote',
    description: 'Its address or number; not together with files or a poll.',
    examples: ['https://x.com/XDevelopers/status/1346889436626259968'],
  }),
  reply_to: postId.optional().meta({
    title: 'Post to reply to',
    description:
      'Its address or number. X lets apps reply only to your own posts, and to people who mentioned or quoted you.',
  }),
  poll_options: z
    .array(z.string().trim().min(1, 'A choice needs a text.').max(25, 'A choice takes at most 25 characters.'))
    .min(2, 'A poll has at least two choices.')
    .max(4, 'A poll has at most four choices.')
    .optional()
    .meta({ title: 'Choices of a poll' }),
  poll_minutes: z.int().min(5).max(10_080).optional().meta({
    title: 'Minutes a poll is open',
    description: 'From 5 minutes to 7 days; a day when left out.',
  }),
  community_id: z
    .string()
    .regex(/^\d{1,19}$/, 'Use the number at the end of its address.')
    .optional()
    .meta({ title: 'Community', description: 'The number at the end of its address.' }),
  made_with_ai: z.boolean().optional().meta({ title: 'Made with AI', description: 'Says so on the post.' }),
  paid_partnership: z.boolean().optional().meta({ title: 'Paid partnership', description: 'Says so on the post.' }),
})
export type XOptions = z.infer<typeof xOptions>

/** Without Premium, which has longer texts. */
export const X: NetworkRules = {
  key: 'x',
  name: 'X',
  mark: { letters: 'X', colour: '#0f1419', glyph: { path: siX.path } },
  fold: { characters: 280, source: 'help.x.com using-x/x-premium (longer posts)' },
  read: '2026-11-22',
  sources: [
    'xdevplatform/docs openapi.json 2.167: CreatePostsRequest, CreateMediaMetadataRequest, InitializeMediaUploadRequest',
    'xdevplatform/docs x-api/media/quickstart/best-practices.mdx',
    'xdevplatform/docs x-api/fundamentals/rate-limits.mdx, edit-posts.mdx',
    'xdevplatform/docs fundamentals/counting-characters.mdx',
    'twitter-text 3.1.0',
  ],
  text: [{ max: 280, counting: 'weighted' }],
  title: null,
  images: { mimes: [JPEG, PNG, GIF, WEBP], maxBytes: 5 * MEBIBYTE, moving: { maxBytes: 15 * MEBIBYTE } },
  // Its documents name 1280 x 1024 as the most, and 1080p for subscribers: how large a picture may be is left to X.
  videos: { mimes: [MP4, MOV], maxBytes: 512 * MEBIBYTE, minSide: 32, ratio: [1 / 3, 3], maxFrameRate: 60 },
  altMax: 1000,
  altHeld: true,
  content: [{ ...images(0, 4), videos: 0 }, VIDEO],
  types: {
    POST: [{ ...images(0, 4), videos: 0 }, VIDEO],
    TEXT: [words],
    LINK: [linked],
    IMAGE: [images(1, 4)],
    VIDEO: [VIDEO],
  },
  thread: true,
  // The help pages for people say an hour; the makers' documents say 30 minutes.
  edits: { withinMinutes: 30, max: 5 },
  editMakesId: true,
  unpublish: true,
  rates: [{ posts: 100, seconds: 900 }],
  destinations: null,
  options: xOptions.shape,
  addresses: { profile: 'https://x.com/', tag: 'https://x.com/hashtag/' },
}

/** An account with a subscription has longer texts (help.x.com, about X Premium), counted in the same way. */
export const X_PREMIUM: NetworkRules = { ...X, text: [{ max: 25_000, counting: 'weighted' }] }
