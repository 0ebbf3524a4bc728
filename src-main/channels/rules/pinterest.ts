import { siPinterest } from 'simple-icons'
import { z } from 'zod'
import {
  type Content,
  images,
  JPEG,
  MEGABYTE,
  MOV,
  MP4,
  type NetworkRules,
  oneImage,
  oneVideo,
  PNG,
} from './network-rules.ts'

const VIDEO: Content = { ...oneVideo, seconds: [4, 900] }
/** With an image beside it, which becomes its cover. */
const COVERED: Content = { ...VIDEO, media: [2, 2], images: 1, mixed: true }

export const pinterestOptions = z.object({
  title: z.string().max(100).optional().meta({ title: 'Title' }),
  link: z
    .url({ protocol: /^https?$/, error: 'An address such as https://example.com.' })
    .max(2048)
    .optional()
    .meta({ title: 'Link', description: 'Where a click on the pin leads.' }),
  board_id: z
    .string()
    .regex(/^\d+$/, 'A number.')
    .optional()
    .meta({ title: 'Board', description: 'Its number; left out: the board that the account posts to.' }),
  board_section_id: z.string().regex(/^\d+$/, 'A number.').optional().meta({ title: 'Section of the board' }),
  cover_seconds: z.int().min(0).optional().meta({
    title: 'Cover of a video',
    description: 'Second of the frame that is shown; an attached image goes first.',
  }),
})

export const PINTEREST: NetworkRules = {
  key: 'pinterest',
  name: 'Pinterest',
  mark: { letters: 'Pi', colour: '#e60023', glyph: { path: siPinterest.path } },
  look: { as: 'pin', several: 'carousel', filesFirst: true },
  read: '2026-11-22',
  sources: [
    'pinterest/api-description v5/openapi.json (PinCreate, PinMediaSource, ContentType, MediaUpload)',
    'help.pinterest.com business/article/review-pin-specs (20 MB images; videos of 4 seconds to 15 minutes, 2 GB)',
    'developers.pinterest.com docs/reference/rate-limits, docs/key-concepts/access-tiers',
  ],
  text: [{ max: 800, counting: 'utf16' }],
  title: { max: 100, needed: false },
  images: { mimes: [JPEG, PNG], maxBytes: 20 * MEGABYTE },
  videos: { mimes: [MP4, MOV], maxBytes: 2000 * MEGABYTE },
  altMax: 500,
  content: [images(1, 5), VIDEO, COVERED],
  types: {
    POST: [images(1, 5), VIDEO, COVERED],
    IMAGE: [oneImage],
    CAROUSEL: [images(2, 5)],
    VIDEO: [VIDEO, COVERED],
  },
  thread: false,
  edits: { withinMinutes: null, max: null },
  unpublish: true,
  rates: [],
  destinations: 'board',
  options: pinterestOptions.shape,
}
