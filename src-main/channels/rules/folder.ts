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

const TITLE_MAX = 200

export const folderOptions = z.object({
  title: z.string().max(TITLE_MAX).optional().meta({ title: 'Title', description: 'Left out: the first line.' }),
  description: z
    .string()
    .max(500)
    .optional()
    .meta({ title: 'Description', description: 'What search engines and cards show of it.' }),
  categories: z.array(z.string().trim().min(1).max(64)).max(20).optional().meta({ title: 'Categories' }),
  draft: z
    .boolean()
    .optional()
    .meta({ title: 'As a draft', description: 'It is written, and the site does not show it.' }),
  cover: z
    .boolean()
    .optional()
    .meta({ title: 'First picture is the cover', description: 'It stands above the text instead of in it.' }),
})

/** A folder takes what Posthorn carries, as it is. */
export const FOLDER: NetworkRules = {
  key: 'folder',
  name: 'Folder',
  mark: { letters: 'Fo', colour: '#8a6d3b', glyph: { icon: 'folder' } },
  read: '2026-11-22',
  sources: ['its own code', 'Eleventy 3.1.8, run on what it writes'],
  text: [],
  title: { max: TITLE_MAX, needed: false },
  images: { mimes: [JPEG, PNG, WEBP, GIF, 'image/avif'], maxBytes: Number.POSITIVE_INFINITY },
  videos: { mimes: [MP4, MOV, WEBM], maxBytes: Number.POSITIVE_INFINITY },
  altMax: null,
  content: [ANYTHING],
  types: {
    POST: [ANYTHING],
    TEXT: [words],
    LINK: [linked],
    IMAGE: [{ ...ANYTHING, media: [1, 100], videos: 0 }],
    VIDEO: [{ ...ANYTHING, media: [1, 100], images: 0 }],
    CAROUSEL: [{ ...ANYTHING, media: [2, 100] }],
    ARTICLE: [{ ...ANYTHING, words: 'needed' }],
  },
  thread: false,
  edits: { withinMinutes: null, max: null },
  unpublish: true,
  rates: [],
  destinations: null,
  options: folderOptions.shape,
  emphasis: ['bold', 'italic', 'strike', 'code', 'link'],
}
