import { siThreads } from 'simple-icons'
import { z } from 'zod'
import {
  type Content,
  images,
  JPEG,
  linked,
  MEGABYTE,
  MOV,
  MP4,
  type NetworkRules,
  oneImage,
  oneVideo,
  PNG,
  words,
} from './network-rules.ts'

const VIDEO: Content = { ...oneVideo, seconds: [0, 300] }
const CAROUSEL: Content = { media: [2, 20], images: 20, videos: 20, mixed: true, words: 'optional' }

/** Different links in a post, an attached one among them; since 22 December 2025 more are refused. */
export const MOST_LINKS = 5

export const threadsOptions = z.object({
  topic_tag: z
    .string()
    .regex(/^[^.&]{1,50}$/, 'A topic has 1 to 50 characters, without dots and ampersands.')
    .optional()
    .meta({ title: 'Topic' }),
  reply_control: z
    .enum(['everyone', 'accounts_you_follow', 'mentioned_only', 'parent_post_author_only', 'followers_only'])
    .optional()
    .meta({ title: 'Who may reply' }),
  link_attachment: z.url().optional().meta({
    title: 'Link',
    description: 'Shown as a card under a post without files, in place of the first one in the text.',
  }),
  poll_options: z
    .array(z.string().min(1).max(25))
    .min(2, 'A poll has at least two choices.')
    .max(4)
    .optional()
    .meta({ title: 'Choices of a poll', description: 'For a post without files.' }),
  quote_post_id: z
    .string()
    .regex(/^\d+$/, 'The number of a post.')
    .optional()
    .meta({ title: 'Quoted post', description: 'Its number at Threads.' }),
})

export const THREADS: NetworkRules = {
  key: 'threads',
  name: 'Threads',
  mark: { letters: 'Th', colour: '#101010', glyph: { path: siThreads.path } },
  look: { as: 'post', several: 'carousel' },
  read: '2026-11-22',
  sources: [
    'developers.facebook.com docs/threads/reference/publishing (parameters, alt_text 1000, emoji as bytes)',
    'developers.facebook.com docs/threads/overview (500 characters, 250 posts, 1000 replies, images, videos)',
    'developers.facebook.com docs/threads/create-posts/polls (2 to 4 choices of 25, texts only)',
    'developers.facebook.com docs/threads/create-posts/text-attachments (5 links)',
    'developers.facebook.com docs/threads/posts/delete-posts (100 a day)',
  ],
  text: [{ max: 500, counting: 'emoji-bytes' }],
  title: null,
  images: { mimes: [JPEG, PNG], maxBytes: 8 * MEGABYTE, minSide: 320, ratio: [0.1, 10] },
  videos: { mimes: [MP4, MOV], maxBytes: 1000 * MEGABYTE, ratio: [0.01, 10], maxFrameRate: 60 },
  altMax: 1000,
  altHeld: true,
  content: [images(0, 1), VIDEO, CAROUSEL],
  types: {
    POST: [images(0, 1), VIDEO, CAROUSEL],
    TEXT: [words],
    LINK: [linked],
    IMAGE: [oneImage],
    VIDEO: [VIDEO],
    CAROUSEL: [CAROUSEL],
  },
  thread: true,
  edits: null,
  unpublish: true,
  rates: [{ posts: 250, seconds: 86_400 }],
  destinations: null,
  options: threadsOptions.shape,
  addresses: { profile: 'https://www.threads.com/@', tag: 'https://www.threads.com/search?q=' },
}
