import { z } from 'zod'
import {
  type Content,
  GIF,
  images,
  JPEG,
  linked,
  MEGABYTE,
  MP4,
  type NetworkRules,
  oneImage,
  oneVideo,
  PDF,
  PNG,
  words,
} from './network-rules.ts'

const VIDEO = { ...oneVideo, seconds: [3, 1800] } as const
const DOCUMENT: Content = { media: [1, 1], documents: 1, words: 'optional' }

/** In the names of the Posts API and the Poll API where they have one. */
export const linkedinOptions = z.object({
  visibility: z
    .enum(['PUBLIC', 'CONNECTIONS', 'LOGGED_IN'])
    .optional()
    .meta({ title: 'Who sees it', description: 'Everyone when left out. CONNECTIONS is for your own profile alone.' }),
  reshare_disabled: z.boolean().optional().meta({ title: 'Others cannot repost it' }),
  title: z
    .string()
    .max(400)
    .optional()
    .meta({ title: 'Title', description: 'Of a video or a document; the name of the file when left out.' }),
  link_card: z.boolean().optional().meta({
    title: 'Card of the first link',
    description: 'Shown when left out, where there are no files and no poll.',
  }),
  poll_question: z.string().trim().min(1).max(140).optional().meta({ title: 'Question of a poll' }),
  poll_options: z
    .array(z.string().trim().min(1, 'A choice needs a text.').max(30, 'A choice takes at most 30 characters.'))
    .min(2, 'A poll has at least two choices.')
    .max(4, 'A poll has at most four choices.')
    .optional()
    .meta({ title: 'Choices of a poll' }),
  poll_duration: z
    .enum(['ONE_DAY', 'THREE_DAYS', 'SEVEN_DAYS', 'FOURTEEN_DAYS'])
    .optional()
    .meta({ title: 'How long a poll is open', description: 'Three days when left out.' }),
  first_comment: z.string().trim().min(1).max(1250).optional().meta({
    title: 'First comment',
    description: 'Written below the post by the same author, once it stands.',
  }),
})
export type LinkedinOptions = z.infer<typeof linkedinOptions>

export const LINKEDIN: NetworkRules = {
  key: 'linkedin',
  name: 'LinkedIn',
  mark: { letters: 'in', colour: '#0a66c2', glyph: null },
  fold: { characters: 210, lines: 3, about: true, source: 'seen in its apps; no document names it' },
  read: '2026-11-22',
  sources: [
    'learn.microsoft.com linkedin/marketing/community-management/shares: posts-api, little-text-format',
    'the same: images-api, multiimage-post-api, videos-api, documents-api, poll-post-api, network-update-social-actions',
    'learn.microsoft.com linkedin/consumer/integrations/self-serve: share-on-linkedin, sign-in-with-linkedin-v2',
    'learn.microsoft.com linkedin/shared: authentication/programmatic-refresh-tokens, api-guide/concepts/rate-limits',
  ],
  text: [{ max: 3000, counting: 'utf16' }],
  title: null,
  // An image has fewer than 36,152,320 pixels: a square of 6012 a side. How many bytes it may have is not said of posts.
  images: { mimes: [JPEG, PNG, GIF], maxBytes: 5 * MEGABYTE, maxSide: 6012 },
  videos: { mimes: [MP4], maxBytes: 500 * MEGABYTE, minBytes: 75_000 },
  // Of 300 pages at most.
  documents: { mimes: [PDF], maxBytes: 100 * MEGABYTE },
  altMax: 4086,
  content: [images(0, 20), VIDEO, DOCUMENT],
  types: {
    POST: [images(0, 20), VIDEO, DOCUMENT],
    TEXT: [words],
    LINK: [linked],
    ARTICLE: [linked],
    IMAGE: [oneImage],
    CAROUSEL: [images(2, 20)],
    VIDEO: [VIDEO],
    DOCUMENT: [DOCUMENT],
  },
  thread: false,
  edits: { withinMinutes: null, max: null },
  unpublish: true,
  rates: [{ posts: 150, seconds: 86_400 }],
  destinations: 'page',
  options: linkedinOptions.shape,
  addresses: { profile: 'https://www.linkedin.com/in/', tag: 'https://www.linkedin.com/feed/hashtag/' },
}
