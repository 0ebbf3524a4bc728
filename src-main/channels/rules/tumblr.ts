import { siTumblr } from 'simple-icons'
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
  oneVideo,
  PNG,
  WEBP,
  words,
} from './network-rules.ts'

const ANYTHING: Content = { media: [0, 30], images: 30, videos: 1, mixed: true, words: 'optional', seconds: [0, 600] }

/** What a post is made of, at most. */
export const MOST_BLOCKS = 1000
export const BLOCK_LENGTH = 4096
export const MOST_INLINE_LINKS = 100

const address = z.url({ protocol: /^https?$/ })

export const tumblrOptions = z.object({
  title: z
    .string()
    .trim()
    .min(1)
    .max(BLOCK_LENGTH)
    .optional()
    .meta({ title: 'Heading', description: 'Above the rest.' }),
  state: z.enum(['published', 'draft', 'private', 'queue']).optional().meta({
    title: 'State',
    description: 'Left out: published. queue: Tumblr publishes it when its own queue comes to it.',
  }),
  tags: z
    .array(
      z
        .string()
        .trim()
        .min(1)
        .max(140)
        .regex(/^[^,]*$/, 'A tag has no comma.'),
    )
    .max(30)
    .optional()
    .meta({ title: 'Tags', description: 'Beside the tags of the post; they may have spaces.' }),
  link: address.optional().meta({ title: 'Link', description: 'Shown as a card under the text.' }),
  images_per_row: z.int().min(1).max(3).optional().meta({
    title: 'Images in a row',
    description: 'Left out: one under the other.',
  }),
  slug: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/, 'Use small letters, digits and hyphens.')
    .optional()
    .meta({ title: 'Name in the address', description: 'Left out: made of the text.' }),
  source_url: address.optional().meta({ title: 'Source', description: 'The address of what the post is taken from.' }),
  reblogs: z.enum(['everyone', 'noone']).optional().meta({ title: 'Who may reblog it' }),
})

export const TUMBLR: NetworkRules = {
  key: 'tumblr',
  name: 'Tumblr',
  mark: { letters: 'Tu', colour: '#001935', glyph: { path: siTumblr.path } },
  look: { as: 'post', several: 'column' },
  read: '2026-11-22',
  sources: [
    'tumblr/docs npf-spec.md, Post Content Limits (1 MB, 1000 blocks, 4096 code points, 30 images, 1 video of its own, 100 links)',
    'tumblr/docs api.md, Rate Limits (250 posts, 250 images, 20 videos a day)',
    'tumblr/docs api.md, /post (images 10 MB; videos 500 MB, 10 minutes)',
    'tumblr/docs api.md, /posts Create/Reblog a Post (Neue Post Format): parameters, states, error subcodes',
    'tumblr/docs npf-spec.md, Content Block Type: Image (alt_text 4096)',
  ],
  // All of a post may have 1 MB as it is stored; what is around the words, and how they are written down, takes its part.
  text: [{ max: 500_000, counting: 'bytes' }],
  title: { max: BLOCK_LENGTH, needed: false },
  images: { mimes: [JPEG, PNG, GIF, WEBP], maxBytes: 10 * MEGABYTE, moving: { maxBytes: 10 * MEGABYTE } },
  videos: { mimes: [MP4], maxBytes: 500 * MEGABYTE, seconds: [0, 600] },
  altMax: 4096,
  altHeld: true,
  content: [ANYTHING],
  types: {
    POST: [ANYTHING],
    TEXT: [words],
    LINK: [linked],
    IMAGE: [images(1, 30)],
    VIDEO: [{ ...oneVideo, seconds: [0, 600] }],
    CAROUSEL: [images(2, 30)],
  },
  thread: false,
  edits: { withinMinutes: null, max: null },
  unpublish: true,
  rates: [{ posts: 250, seconds: 86_400 }],
  destinations: 'blog',
  options: tumblrOptions.shape,
  emphasis: ['bold', 'italic', 'strike', 'link'],
  addresses: { profile: 'https://www.tumblr.com/', tag: 'https://www.tumblr.com/tagged/' },
}
