import { siLemmy } from 'simple-icons'
import { z } from 'zod'
import { GIF, images, JPEG, linked, MEGABYTE, type NetworkRules, PNG, WEBP, words } from './network-rules.ts'

/** A community as people write it: `!name@server`, the address of its page, or its name on the account's own server. */
export const communityName = z
  .string()
  .trim()
  .min(1, 'Enter a community.')
  .regex(
    /^(?:!?[\w]+(?:@[\w.-]+(?::\d+)?)?|https?:\/\/[^/\s]+\/c\/[\w]+(?:@[\w.-]+(?::\d+)?)?\/?)$/,
    'Use a name such as !books@lemmy.world, or the address of its page.',
  )

export const lemmyOptions = z.object({
  title: z
    .string()
    .trim()
    .min(3, 'A title needs three characters.')
    .max(200)
    .regex(/^[^\r\n]*$/, 'A title is one line.')
    .optional()
    .meta({ title: 'Title', description: 'Left out: the first line of the text.' }),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional()
    .meta({
      title: 'Link',
      description: 'What the title leads to. Left out: the first image, or without one the first link in the text.',
    }),
  community: communityName.optional().meta({
    title: 'Community',
    description: 'Another one than that of the account.',
    examples: ['!books@lemmy.world'],
  }),
  nsfw: z.boolean().optional().meta({ title: 'Not safe for work' }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z]+)?$/, 'Use a code such as en or de.')
    .optional()
    .meta({ title: 'Language', description: 'Its code; some communities take only certain ones.' }),
})

/** What Lemmy takes; how large an image may be hangs on the server. */
export const LEMMY: NetworkRules = {
  key: 'lemmy',
  name: 'Lemmy',
  mark: { letters: 'Le', colour: '#00a846', glyph: { path: siLemmy.path } },
  look: { as: 'article', several: 'column' },
  read: '2026-11-22',
  sources: [
    'LemmyNet/lemmy crates/utils/src/utils/validation.rs (title 3 to 200, text 50,000, address 2000, description 1500)',
    'LemmyNet/lemmy-js-client 0.19.9 src/types CreatePost, EditPost, DeletePost, GetPosts, LemmyErrorType; src/http.ts uploadImage',
    'LemmyNet/lemmy-docs administration/from_scratch (nginx client_max_body_size 20M)',
  ],
  text: [{ max: 50_000, counting: 'utf16' }],
  title: { max: 200, needed: true },
  images: { mimes: [JPEG, PNG, WEBP, GIF], maxBytes: 20 * MEGABYTE, moving: { maxBytes: 20 * MEGABYTE } },
  videos: null,
  altMax: 1500,
  altHeld: true,
  content: [{ ...images(0, 10), words: 'needed' }],
  types: {
    POST: [{ ...images(0, 10), words: 'needed' }],
    TEXT: [words],
    LINK: [linked],
    IMAGE: [{ ...images(1, 10), words: 'needed' }],
  },
  thread: false,
  edits: { withinMinutes: null, max: null },
  unpublish: true,
  // The least that a server is set up with; each tells its own.
  rates: [{ posts: 6, seconds: 600 }],
  destinations: 'community',
  options: lemmyOptions.shape,
  emphasis: ['bold', 'italic', 'strike', 'code', 'link'],
}
