import { siGoogle } from 'simple-icons'
import { z } from 'zod'
import { images, JPEG, MEGABYTE, type NetworkRules, oneImage, PNG, words } from './network-rules.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time such as 18:30.')

export const googleBusinessOptions = z.object({
  call_to_action: z
    .strictObject({
      action_type: z.enum(['BOOK', 'ORDER', 'SHOP', 'LEARN_MORE', 'SIGN_UP', 'CALL']),
      url: z.url({ protocol: /^https?$/ }).optional(),
    })
    .optional()
    .meta({
      title: 'Button',
      description: 'With an address, except for CALL, which dials the number of the business.',
    }),
  event: z
    .strictObject({
      title: z.string().min(1).max(58),
      start: z.iso.date(),
      end: z.iso.date(),
      start_time: time.optional(),
      end_time: time.optional(),
    })
    .optional()
    .meta({ title: 'Event', description: 'An event has a title and dates; so has an offer.' }),
  offer: z
    .strictObject({
      coupon_code: z.string().max(58).optional(),
      redeem_url: z.url({ protocol: /^https?$/ }).optional(),
      terms: z.string().max(5000).optional(),
    })
    .optional()
    .meta({ title: 'Offer', description: 'What it is called, and how long it holds, stands under Event.' }),
  language_code: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A language such as en or pt-BR.')
    .optional()
    .meta({ title: 'Language' }),
})

export const GOOGLE_BUSINESS: NetworkRules = {
  key: 'google-business',
  name: 'Google Business',
  mark: { letters: 'Gb', colour: '#4285f4', glyph: { path: siGoogle.path } },
  read: '2026-11-22',
  sources: [
    'developers.google.com my-business/reference/rest/v4/accounts.locations.localPosts (topics, buttons, offers, media by sourceUrl)',
    'developers.google.com my-business/content/posts-data',
    'support.google.com business/answer/7662907 (1500 characters; photos of 10 KB to 5 MB, at least 250 pixels; no phone numbers)',
  ],
  text: [{ max: 1500, counting: 'utf16' }],
  title: null,
  never: { pattern: /(?<![\w./-])(?:\+?\d(?:[\s().-]?\d){8,13}|\d{3}[-. ]\d{4})(?![\w/-])/, what: 'telephone numbers' },
  images: { mimes: [JPEG, PNG], maxBytes: 5 * MEGABYTE, minSide: 250 },
  videos: null,
  altMax: null,
  altless: true,
  content: [{ ...images(0, 1), words: 'needed' }],
  types: { POST: [{ ...images(0, 1), words: 'needed' }], TEXT: [words], IMAGE: [{ ...oneImage, words: 'needed' }] },
  thread: false,
  edits: { withinMinutes: null, max: null },
  unpublish: true,
  rates: [],
  destinations: 'location',
  options: googleBusinessOptions.shape,
}
