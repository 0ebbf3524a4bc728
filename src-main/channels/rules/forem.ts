import { siDevdotto } from 'simple-icons'
import { z } from 'zod'
import { GIF, images, JPEG, linked, type NetworkRules, PNG, WEBP, words } from './network-rules.ts'

const ARTICLE = { ...images(0, 50), words: 'needed' } as const
export const MOST_TAGS = 4

const address = z.url({ protocol: /^https?$/ })

export const foremOptions = z.object({
  title: z
    .string()
    .trim()
    .min(1)
    .max(128)
    .optional()
    .meta({ title: 'Title', description: 'Left out: the first line of the text.' }),
  description: z.string().max(256).optional().meta({ title: 'Description', description: 'What lists show of it.' }),
  tags: z
    .array(z.string().trim().min(1).max(30))
    .max(MOST_TAGS, 'An article takes four tags.')
    .optional()
    .meta({ title: 'Tags', description: 'Before the tags of the post; letters and digits, four in all.' }),
  status: z.enum(['published', 'draft']).optional().meta({ title: 'State', description: 'Left out: published.' }),
  series: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .meta({ title: 'Series', description: 'Its name; a new one is made.' }),
  canonical_url: address.optional().meta({ title: 'First published at', description: 'The address of the original.' }),
  main_image: address.optional().meta({
    title: 'Cover',
    description: 'The address of an image. Left out: the first image of the post.',
  }),
  organization_id: z
    .int()
    .positive()
    .optional()
    .meta({ title: 'Organisation', description: 'The number of one that you are in.' }),
})

/** What dev.to takes, and any other site that runs Forem. */
export const FOREM: NetworkRules = {
  key: 'forem',
  name: 'DEV',
  mark: { letters: 'Dv', colour: '#0a0a0a', glyph: { path: siDevdotto.path } },
  look: { as: 'article', several: 'column' },
  read: '2026-11-22',
  sources: [
    'developers.forem.com/api/v1: articles, articles/me, users/me; forem/forem-docs api_v1.json',
    'forem/forem app/models/article.rb (title 128, body 800 KiB), app/policies/article_policy.rb (MAX_TAG_LIST_SIZE 4)',
    'forem/forem app/controllers/concerns/api/articles_controller.rb (tags are a list)',
    'forem/forem app/services/rate_limit_checker.rb (9 articles in 30 s), config/initializers/rack_attack.rb (a change each second)',
  ],
  text: [{ max: 800 * 1024, counting: 'bytes' }],
  title: { max: 128, needed: true },
  // It shows them from where they are.
  images: {
    mimes: [JPEG, PNG, WEBP, GIF],
    maxBytes: Number.POSITIVE_INFINITY,
    moving: { maxBytes: Number.POSITIVE_INFINITY },
  },
  videos: null,
  altMax: null,
  content: [ARTICLE],
  types: {
    POST: [ARTICLE],
    ARTICLE: [ARTICLE],
    TEXT: [words],
    LINK: [linked],
    IMAGE: [{ ...ARTICLE, media: [1, 50] }],
  },
  thread: false,
  edits: { withinMinutes: null, max: null },
  unpublish: true,
  rates: [{ posts: 9, seconds: 30 }],
  destinations: null,
  options: foremOptions.shape,
  emphasis: ['bold', 'italic', 'strike', 'code', 'link'],
}
