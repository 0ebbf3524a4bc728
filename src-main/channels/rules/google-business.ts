import { z } from 'zod'
import { images, JPEG, MEGABYTE, type NetworkRules, oneImage, PNG, words } from './network-rules.ts'

export const GOOGLE_BUSINESS: NetworkRules = {
  key: 'google-business',
  name: 'Google Business',
  mark: { letters: 'Gb', colour: '#4285f4' },
  read: '2026-11-22',
  sources: ['developers.google.com my-business localPosts'],
  text: [{ max: 1500, counting: 'utf16' }],
  title: null,
  never: { pattern: /(?<![\w./-])(?:\+?\d(?:[\s().-]?\d){8,13}|\d{3}[-. ]\d{4})(?![\w/-])/, what: 'telephone numbers' },
  images: { mimes: [JPEG, PNG], maxBytes: 5 * MEGABYTE, minSide: 250 },
  videos: null,
  altMax: null,
  content: [{ ...images(0, 1), words: 'needed' }],
  types: { POST: [{ ...images(0, 1), words: 'needed' }], TEXT: [words], IMAGE: [{ ...oneImage, words: 'needed' }] },
  thread: false,
  edits: { withinMinutes: null, max: null },
  unpublish: true,
  rates: [],
  destinations: 'location',
  options: {
    call_to_action: z
      .strictObject({
        action_type: z.enum(['BOOK', 'ORDER', 'SHOP', 'LEARN_MORE', 'SIGN_UP', 'CALL']),
        url: z.url().optional(),
      })
      .optional()
      .meta({ title: 'Button' }),
    event: z
      .strictObject({ title: z.string().min(1).max(58), start: z.iso.date(), end: z.iso.date() })
      .optional()
      .meta({ title: 'Event', description: 'An event has a title and dates.' }),
  },
}
