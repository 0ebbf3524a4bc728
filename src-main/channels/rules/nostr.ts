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
  PNG,
  WEBM,
  WEBP,
  words,
} from './network-rules.ts'

const FILES: Content = { media: [0, 10], images: 10, videos: 10, mixed: true, words: 'optional' }

/** No specification limits files. These are sizes that the open media servers take; each says so itself by refusing. */
export const NOSTR_IMAGES = {
  mimes: [JPEG, PNG, WEBP, GIF],
  maxBytes: 20 * MEBIBYTE,
  moving: { maxBytes: 20 * MEBIBYTE },
} as const
const VIDEO_BYTES = 100 * MEBIBYTE

const postReference = z
  .string()
  .max(1000)
  .regex(/(?:note|nevent)1[02-9ac-hj-np-z]{20,}/, 'Use the address of a post, or its nevent1... or note1...')

export const nostrOptions = z.object({
  content_warning: z.string().max(200).optional().meta({ title: 'Content warning' }),
  reply_to: postReference
    .optional()
    .meta({ title: 'Answer to', description: 'The post that this one answers: its address, nevent1... or note1...' }),
  quote: postReference
    .optional()
    .meta({ title: 'Quote', description: 'The post that this one shows below: its address, nevent1... or note1...' }),
})

/** Files are addresses in the text; how long it may be, each relay tells (NIP-11). */
export const NOSTR: NetworkRules = {
  key: 'nostr',
  name: 'Nostr',
  mark: { letters: 'No', colour: '#8e30eb', glyph: null },
  look: { as: 'post', several: 'column' },
  read: '2026-11-22',
  sources: [
    'nostr-protocol/nips 01.md, 05.md, 09.md, 10.md, 11.md, 18.md, 27.md, 36.md, 42.md, 46.md, 92.md, 96.md, 98.md',
    'hzrd149/blossom buds/01.md, 02.md',
  ],
  text: [],
  title: null,
  images: NOSTR_IMAGES,
  videos: { mimes: [MP4, MOV, WEBM], maxBytes: VIDEO_BYTES },
  altMax: null,
  content: [FILES],
  types: {
    POST: [FILES],
    TEXT: [words],
    LINK: [linked],
    IMAGE: [images(1, 10)],
    VIDEO: [{ media: [1, 1], videos: 1, words: 'optional' }],
  },
  thread: true,
  edits: null,
  unpublish: true,
  rates: [],
  destinations: null,
  options: nostrOptions.shape,
  addresses: { profile: 'https://njump.me/', tag: 'https://njump.me/t/' },
}
