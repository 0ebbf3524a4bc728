import { z } from 'zod'
import { type Content, MEGABYTE, MOV, MP4, type NetworkRules, oneVideo, WEBM } from './network-rules.ts'

const VIDEO: Content = { ...oneVideo, seconds: [1, 43_200] }
/** Of all tags together, as they are joined. */
const TAGS_MAX = 500

export const YOUTUBE: NetworkRules = {
  key: 'youtube',
  name: 'YouTube',
  mark: { letters: 'Yt', colour: '#ff0000' },
  read: '2026-11-22',
  sources: ['developers.google.com youtube videos, determine_quota_cost'],
  text: [{ max: 5000, counting: 'bytes' }],
  title: { max: 100, needed: true },
  never: { pattern: /[<>]/, what: 'the signs < and >' },
  images: null,
  videos: { mimes: [MP4, MOV, WEBM], maxBytes: 256_000 * MEGABYTE },
  altMax: null,
  content: [VIDEO],
  types: { VIDEO: [VIDEO], SHORT: [{ ...oneVideo, seconds: [1, 180] }] },
  thread: false,
  edits: { withinMinutes: null, max: null },
  unpublish: true,
  rates: [{ posts: 100, seconds: 86_400 }],
  destinations: null,
  options: {
    title: z
      .string()
      .max(100)
      .optional()
      .meta({ title: 'Title', description: 'Left out: the first line of the text.' }),
    privacy_status: z.enum(['public', 'unlisted', 'private']).optional().meta({ title: 'Who sees it' }),
    made_for_kids: z.boolean().optional().meta({ title: 'Made for children' }),
    category_id: z.string().regex(/^\d+$/, 'A number.').optional().meta({ title: 'Category' }),
    tags: z
      .array(z.string().min(1))
      .refine((tags) => tags.join(',').length <= TAGS_MAX, `All tags together have at most ${TAGS_MAX} characters.`)
      .optional()
      .meta({ title: 'Tags' }),
  },
}
