import { siWordpress } from 'simple-icons'
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

const named = z.array(z.union([z.int().positive(), z.string().trim().min(1).max(200)]))

export const wordpressOptions = z.object({
  title: z.string().max(500).optional().meta({ title: 'Title', description: 'Left out: the first line of the text.' }),
  slug: z
    .string()
    .max(200)
    .optional()
    .meta({ title: 'Name in the address', description: 'Left out: made of the title.' }),
  excerpt: z.string().max(5000).optional().meta({ title: 'Excerpt', description: 'What lists of posts show of it.' }),
  categories: named
    .optional()
    .meta({ title: 'Categories', description: 'By name or number; the site must have them.' }),
  tags: named
    .optional()
    .meta({ title: 'Tags', description: 'By name or number, beside the tags of the post; new names are made.' }),
  status: z
    .enum(['publish', 'draft', 'pending', 'private'])
    .optional()
    .meta({ title: 'State', description: 'Left out: published for everybody.' }),
  featured_image: z.enum(['also', 'only', 'none']).optional().meta({
    title: 'Featured image',
    description:
      'also: the first image is featured and stands in the post as well, as when left out; only: it is not repeated in the post; none.',
  }),
  sticky: z.boolean().optional().meta({ title: 'Keep it at the top' }),
  comments: z.boolean().optional().meta({ title: 'Comments', description: "Left out: as the site's settings say." }),
})

/** What a site takes, each site decides. */
export const WORDPRESS: NetworkRules = {
  key: 'wordpress',
  name: 'WordPress',
  mark: { letters: 'Wp', colour: '#21759b', glyph: { path: siWordpress.path } },
  look: { as: 'article', several: 'column' },
  read: '2026-11-22',
  sources: [
    'developer.wordpress.org rest-api reference posts, media, categories, tags',
    'developer.wordpress.org rest-api using-the-rest-api discovery, authentication',
  ],
  text: [],
  title: { max: 500, needed: true },
  images: {
    mimes: [JPEG, PNG, GIF, WEBP],
    maxBytes: Number.POSITIVE_INFINITY,
    moving: { maxBytes: Number.POSITIVE_INFINITY },
  },
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
  options: wordpressOptions.shape,
  emphasis: ['bold', 'italic', 'strike', 'code', 'link'],
}
