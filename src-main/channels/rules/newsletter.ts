import { z } from 'zod'
import { GIF, images, JPEG, linked, MEGABYTE, type NetworkRules, PNG, words } from './network-rules.ts'

/** What every mail program shows, small enough that ten of them pass every server. */
export const NEWSLETTER_IMAGES = {
  mimes: [JPEG, PNG, GIF],
  maxBytes: MEGABYTE,
  maxSide: 1600,
  moving: { maxBytes: MEGABYTE },
} as const

/** A line of a message is 998 characters at most; what programs show of a subject is far shorter. */
const SUBJECT_MAX = 200

/** What programs show of it is shorter: about 100 characters. */
const PREHEADER_MAX = 150

export const newsletterOptions = z.object({
  subject: z
    .string()
    .max(SUBJECT_MAX)
    .optional()
    .meta({ title: 'Subject', description: 'Left out: the first line of the text.' }),
  preheader: z
    .string()
    .max(PREHEADER_MAX)
    .optional()
    .meta({ title: 'Preview', description: 'What mail programs show behind the subject, before it is opened.' }),
  only_me: z
    .boolean()
    .optional()
    .meta({ title: 'Send only to me', description: 'A trial: it goes to the address of the sender and to no reader.' }),
})

/** Mail, to each one of a list. Servers take messages of 10 MB at least, nearly all of them 25 MB. */
export const NEWSLETTER: NetworkRules = {
  key: 'newsletter',
  name: 'Newsletter',
  mark: { letters: 'Nl', colour: '#b4532a', glyph: { icon: 'envelope' } },
  look: { as: 'mail', several: 'column' },
  read: '2026-11-22',
  sources: ['RFC 5321', 'RFC 5322', 'RFC 2369', 'RFC 2919', 'RFC 8314'],
  text: [],
  title: { max: SUBJECT_MAX, needed: true, option: 'subject' },
  images: NEWSLETTER_IMAGES,
  videos: null,
  altMax: null,
  content: [images(0, 10)],
  types: { POST: [images(0, 10)], TEXT: [words], LINK: [linked], IMAGE: [images(1, 10)] },
  thread: false,
  edits: null,
  unpublish: false,
  rates: [],
  destinations: null,
  options: newsletterOptions.shape,
  emphasis: ['bold', 'italic', 'strike', 'code', 'link'],
}
