import { z } from 'zod'
import { images, JPEG, linked, MEGABYTE, type NetworkRules, PNG, type TextLimit, WEBP, words } from './network-rules.ts'

/** What one post takes, as `app.bsky.feed.post` says. */
export const BLUESKY_TEXT = [
  { max: 300, counting: 'graphemes' },
  { max: 3000, counting: 'bytes' },
] as const satisfies TextLimit[]

/** Current servers take images of two million bytes, older ones half of it. */
export const BLUESKY_IMAGES = { mimes: [JPEG, PNG, WEBP], maxBytes: MEGABYTE, maxSide: 2000 } as const

const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

export const blueskyOptions = z.object({
  langs: z
    .array(z.string().refine(isLanguage, 'Use a language tag such as en or pt-BR.'))
    .max(3)
    .optional()
    .meta({ title: 'Languages', description: 'What it is written in.', examples: [['en']] }),
})

/** Servers of the AT Protocol. */
export const BLUESKY: NetworkRules = {
  key: 'bluesky',
  name: 'Bluesky',
  mark: { letters: 'Bs', colour: '#1083fe' },
  read: '2026-11-22',
  sources: ['bluesky-social/atproto lexicons/app/bsky feed/post, embed/images', 'bsky-docs rate-limits'],
  text: BLUESKY_TEXT,
  title: null,
  images: BLUESKY_IMAGES,
  videos: null,
  /** As Bluesky's own app has it. */
  altMax: 2000,
  content: [images(0, 4)],
  types: { POST: [images(0, 4)], TEXT: [words], LINK: [linked], IMAGE: [images(1, 4)] },
  thread: true,
  edits: null,
  unpublish: true,
  // A record is three points, of 5,000 an hour and 35,000 a day.
  rates: [
    { posts: 1666, seconds: 3600 },
    { posts: 11_666, seconds: 86_400 },
  ],
  destinations: null,
  options: blueskyOptions.shape,
  addresses: { profile: 'https://bsky.app/profile/', tag: 'https://bsky.app/hashtag/' },
}
