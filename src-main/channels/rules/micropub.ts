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

const names = z.array(z.string().trim().min(1).max(500))

export const micropubOptions = z.object({
  title: z
    .string()
    .max(500)
    .optional()
    .meta({ title: 'Title', description: 'Makes an article of it. Left out: a note.' }),
  slug: z
    .string()
    .max(200)
    .optional()
    .meta({ title: 'Name in the address', description: 'Left out: made of the title. A site may choose another.' }),
  summary: z.string().max(5000).optional().meta({ title: 'Summary', description: 'What lists of posts show of it.' }),
  categories: names.optional().meta({ title: 'Categories', description: 'Beside the tags of the post.' }),
  status: z.enum(['published', 'draft']).optional().meta({ title: 'State', description: 'Left out: published.' }),
  visibility: z
    .enum(['public', 'unlisted', 'private'])
    .optional()
    .meta({ title: 'Who may see it', description: 'Left out: as the site does.' }),
  syndicate_to: names
    .optional()
    .meta({ title: 'Copies to', description: 'Where the site is to send copies, by the names or addresses it tells.' }),
  in_reply_to: z.url().optional().meta({ title: 'Answer to', description: 'Address of the page it answers.' }),
})

/** What a site takes, each site decides. */
export const MICROPUB: NetworkRules = {
  key: 'micropub',
  name: 'Micropub',
  mark: { letters: 'Mp', colour: '#0a7a5c', glyph: null },
  read: '2026-11-22',
  sources: [
    'w3.org/TR/micropub create, update, delete, uploading files, media endpoint, querying, error response',
    'indieauth.spec.indieweb.org discovery, authorization, client identifier, access token response',
    'indieweb.org/Micropub-extensions post-status, visibility, query for post list, query for category list',
  ],
  text: [],
  title: { max: 500, needed: false },
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
  options: micropubOptions.shape,
  emphasis: ['bold', 'italic', 'strike', 'code', 'link'],
}
