import { z } from 'zod'
import {
  type Content,
  GIF,
  JPEG,
  linked,
  MOV,
  MP4,
  type NetworkRules,
  PNG,
  WEBM,
  WEBP,
  words,
} from './network-rules.ts'

const ANYTHING: Content = { media: [0, 100], images: 100, videos: 100, mixed: true, words: 'optional' }

/** What a site takes, each site decides. */
export const WORDPRESS: NetworkRules = {
  key: 'wordpress',
  name: 'WordPress',
  mark: { letters: 'Wp', colour: '#21759b' },
  read: '2026-11-22',
  sources: ['developer.wordpress.org rest-api reference posts'],
  text: [],
  title: { max: 500, needed: true },
  images: { mimes: [JPEG, PNG, GIF, WEBP], maxBytes: Number.POSITIVE_INFINITY },
  videos: { mimes: [MP4, MOV, WEBM], maxBytes: Number.POSITIVE_INFINITY },
  altMax: null,
  content: [ANYTHING],
  types: {
    POST: [ANYTHING],
    ARTICLE: [{ ...ANYTHING, words: 'needed' }],
    TEXT: [words],
    LINK: [linked],
    IMAGE: [{ ...ANYTHING, media: [1, 100], videos: 0 }],
    VIDEO: [{ ...ANYTHING, media: [1, 100], images: 0 }],
    CAROUSEL: [{ ...ANYTHING, media: [2, 100], videos: 0 }],
  },
  thread: false,
  edits: { withinMinutes: null, max: null },
  unpublish: true,
  rates: [],
  destinations: null,
  options: {
    title: z
      .string()
      .max(500)
      .optional()
      .meta({ title: 'Title', description: 'Left out: the first line of the text.' }),
    slug: z.string().max(200).optional().meta({ title: 'Name in the address' }),
    categories: z.array(z.int().positive()).optional().meta({ title: 'Categories', description: 'By number.' }),
    tags: z.array(z.int().positive()).optional().meta({ title: 'Tags', description: 'By number.' }),
  },
}
