import { siMastodon } from 'simple-icons'
import { z } from 'zod'
import {
  type Content,
  GIF,
  images,
  JPEG,
  linked,
  MEBIBYTE,
  MOV,
  MP4,
  type NetworkRules,
  oneVideo,
  PNG,
  WEBM,
  WEBP,
  words,
} from './network-rules.ts'

const IMAGES: Content = images(0, 4)

/** A post's page, on any server. */
const address = z.url({ protocol: /^https?$/, error: 'Use the address of the page of a post.' })
const FOCUS = /^-?(0|1|0?\.\d+),-?(0|1|0?\.\d+)$/

export const mastodonOptions = z.object({
  spoiler_text: z.string().max(500).optional().meta({ title: 'Content warning' }),
  visibility: z.enum(['public', 'unlisted', 'private', 'direct']).optional().meta({ title: 'Who sees it' }),
  sensitive: z.boolean().optional().meta({ title: 'Hide the media at first' }),
  language: z
    .string()
    .min(2)
    .max(35)
    .optional()
    .meta({ title: 'Language', examples: ['en'] }),
  poll_options: z
    .array(z.string().trim().min(1, 'A choice needs a text.'))
    .min(2, 'A poll has at least two choices.')
    .optional()
    .meta({ title: 'Choices of a poll' }),
  poll_minutes: z.int().positive().optional().meta({
    title: 'Minutes a poll is open',
    description: 'A day when left out.',
  }),
  poll_multiple: z.boolean().optional().meta({ title: 'Several choices in a poll' }),
  reply_to: address.optional().meta({ title: 'Reply to', description: 'The address of the post it answers.' }),
  quote: address.optional().meta({
    title: 'Quote',
    description: 'The address of the post it shows. Servers have this since Mastodon 4.5.',
  }),
  quotes: z
    .enum(['public', 'followers', 'nobody'])
    .optional()
    .meta({ title: 'Who may quote it', description: 'As the account has it when left out. Since Mastodon 4.5.' }),
  focus: z
    .array(z.string().regex(FOCUS, 'Use two numbers from -1 to 1, such as 0,0.5.'))
    .optional()
    .meta({
      title: 'Focus of the images',
      description: 'What stays in view when an image is cut, in their order: from -1,-1 (bottom left) to 1,1.',
      examples: [['0,0.5']],
    }),
})
export type MastodonOptions = z.infer<typeof mastodonOptions>

/** What is not said of files and text in the shape that all networks share. */
export const MASTODON_POLL = { choices: 4, characters: 50, leastMinutes: 5, mostMinutes: 43_829 } as const

/** As a server is when nothing was changed about it; each tells its own at `/api/v2/instance`. */
export const MASTODON: NetworkRules = {
  key: 'mastodon',
  name: 'Mastodon',
  mark: { letters: 'Ma', colour: '#6364ff', glyph: { path: siMastodon.path } },
  fold: {
    lines: 32,
    source: 'mastodon/mastodon app/javascript/mastodon/components/status_content (706 pixels of height)',
  },
  read: '2026-11-22',
  sources: [
    'mastodon/documentation entities/Instance.md, user/posting.md, methods/statuses.md, methods/scheduled_statuses.md, methods/media.md, methods/oauth.md',
    'mastodon/mastodon app/validators/status_length_validator.rb',
  ],
  text: [{ max: 500, counting: 'fediverse' }],
  countedOption: 'spoiler_text',
  title: null,
  // A server takes 33,177,600 pixels: a square of 5760 a side.
  images: {
    mimes: [JPEG, PNG, GIF, WEBP],
    maxBytes: 16 * MEBIBYTE,
    maxSide: 5760,
    moving: { maxBytes: 16 * MEBIBYTE },
  },
  videos: { mimes: [MP4, MOV, WEBM], maxBytes: 99 * MEBIBYTE },
  altMax: 1500,
  altHeld: true,
  content: [IMAGES, oneVideo],
  types: {
    POST: [IMAGES, oneVideo],
    TEXT: [words],
    LINK: [linked],
    IMAGE: [images(1, 4)],
    VIDEO: [oneVideo],
  },
  thread: true,
  edits: { withinMinutes: null, max: null },
  unpublish: true,
  rates: [{ posts: 300, seconds: 300 }],
  destinations: null,
  options: mastodonOptions.shape,
}
