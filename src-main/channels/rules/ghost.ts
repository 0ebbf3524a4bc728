import { siGhost } from 'simple-icons'
import { z } from 'zod'
import { type Content, GIF, JPEG, linked, MP4, type NetworkRules, PNG, WEBM, WEBP, words } from './network-rules.ts'

const ANYTHING: Content = { media: [0, 100], images: 100, videos: 100, mixed: true, words: 'optional' }

export const ghostOptions = z.object({
  title: z.string().max(255).optional().meta({ title: 'Title', description: 'Left out: the first line of the text.' }),
  slug: z
    .string()
    .max(185)
    // Ghost would turn letters of other scripts into ones of its own choice, and keeps some names for itself.
    .regex(/^(?!(ghost|rss|amp)$)[A-Za-z0-9 _-]*[A-Za-z0-9][A-Za-z0-9 _-]*$/, 'Use letters from a to z and digits.')
    .optional()
    .meta({ title: 'Name in the address', description: 'Left out: made of the title.' }),
  excerpt: z.string().max(300).optional().meta({ title: 'Excerpt', description: 'What lists of posts show of it.' }),
  tags: z
    .array(z.string().trim().min(1).max(191))
    .optional()
    .meta({ title: 'Tags', description: 'Beside the tags of the post; the first is its main one.' }),
  status: z.enum(['published', 'draft']).optional().meta({ title: 'State', description: 'Left out: published.' }),
  visibility: z
    .enum(['public', 'members', 'paid'])
    .optional()
    .meta({ title: 'Who may read it', description: "Left out: as the site's settings say." }),
  featured: z.boolean().optional().meta({ title: 'Featured' }),
  featured_image: z.enum(['also', 'only', 'none']).optional().meta({
    title: 'Image of the post',
    description:
      'also: the first image heads the post and stands in it as well, as when left out; only: it is not repeated in the post; none.',
  }),
  newsletter: z.string().trim().min(1).max(191).optional().meta({
    title: 'Send as newsletter',
    description: 'Name of the newsletter that goes out with it by e-mail. Left out: none does.',
  }),
  recipients: z
    .enum(['all', 'status:free', 'status:-free'])
    .optional()
    .meta({ title: 'Who gets the newsletter', description: 'all, those who do not pay, or those who do.' }),
})

/** What a Ghost site takes by its Admin API. Sizes of files hang on the host of the site. */
export const GHOST: NetworkRules = {
  key: 'ghost',
  name: 'Ghost',
  mark: { letters: 'Gh', colour: '#15171a', glyph: { path: siGhost.path } },
  look: { as: 'article', several: 'column' },
  read: '2026-11-22',
  sources: [
    'docs.ghost.org admin-api/posts: overview, creating, updating, publishing, scheduling, sending via email, deleting',
    'docs.ghost.org admin-api/images/uploading-an-image',
    'ghost 6.65.0 core/shared/config/overrides.json (kinds of files), core/server/data/schema (lengths)',
  ],
  text: [],
  title: { max: 255, needed: true },
  images: {
    mimes: [JPEG, PNG, GIF, WEBP],
    maxBytes: Number.POSITIVE_INFINITY,
    moving: { maxBytes: Number.POSITIVE_INFINITY },
  },
  videos: { mimes: [MP4, WEBM], maxBytes: Number.POSITIVE_INFINITY },
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
  options: ghostOptions.shape,
  emphasis: ['bold', 'italic', 'strike', 'code', 'link'],
}
