import { siReddit } from 'simple-icons'
import { z } from 'zod'
import { GIF, JPEG, linked, MEGABYTE, type NetworkRules, oneImage, PNG, words, type Content } from './network-rules.ts'

const POST: Content = { media: [0, 1], images: 1, words: 'optional' }

export const REDDIT: NetworkRules = {
  key: 'reddit',
  name: 'Reddit',
  mark: { letters: 'Re', colour: '#ff4500', glyph: { path: siReddit.path } },
  look: { as: 'article', several: 'column' },
  read: '2026-11-22',
  sources: ['reddit-archive/reddit r2/models/link.py'],
  text: [{ max: 40_000, counting: 'utf16' }],
  title: { max: 300, needed: true },
  images: { mimes: [JPEG, PNG, GIF], maxBytes: 10 * MEGABYTE },
  videos: null,
  altMax: null,
  content: [POST],
  types: { POST: [POST], TEXT: [words], LINK: [linked], IMAGE: [oneImage] },
  thread: false,
  edits: { withinMinutes: null, max: null },
  unpublish: true,
  rates: [],
  destinations: 'subreddit',
  options: {
    title: z
      .string()
      .max(300)
      .optional()
      .meta({ title: 'Title', description: 'Left out: the first line of the text.' }),
    flair_id: z.string().max(36).optional().meta({ title: 'Flair' }),
    nsfw: z.boolean().optional().meta({ title: 'Not safe for work' }),
    spoiler: z.boolean().optional().meta({ title: 'Spoiler' }),
  },
}
