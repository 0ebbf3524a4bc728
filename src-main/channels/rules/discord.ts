import { siDiscord } from 'simple-icons'
import { z } from 'zod'
import {
  type Content,
  GIF,
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

/** All files of a message together, with what is around them. */
export const DISCORD_REQUEST_BYTES = 25 * MEBIBYTE
export const DISCORD_TEXT_MAX = 2000

export const discordOptions = z.object({
  username: z.string().min(1).max(80).optional().meta({ title: 'Name it is posted under' }),
  avatar_url: z.url().optional().meta({ title: 'Picture it is posted under' }),
  thread_id: z
    .string()
    .regex(/^\d{1,20}$/, 'Use the number of the thread.')
    .optional()
    .meta({ title: 'Thread', description: 'The number of a thread of the channel to post in.' }),
  mentions: z
    .array(z.enum(['everyone', 'roles', 'users']))
    .refine((kinds) => new Set(kinds).size === kinds.length, 'Name each kind once.')
    .optional()
    .meta({ title: 'Whom mentions may notify', description: 'Nobody when left out.' }),
})

/** A channel's webhook. How often it may be asked, each answer tells. */
export const DISCORD: NetworkRules = {
  key: 'discord',
  name: 'Discord',
  mark: { letters: 'Di', colour: '#5865f2', glyph: { path: siDiscord.path } },
  look: { as: 'message', several: 'grid' },
  read: '2026-11-22',
  sources: [
    'discord/discord-api-spec specs/openapi.json execute_webhook',
    'discord/discord-api-docs reference.mdx, resources/message.mdx, topics/rate-limits.mdx',
  ],
  text: [{ max: DISCORD_TEXT_MAX, counting: 'utf16' }],
  title: null,
  images: { mimes: [JPEG, PNG, GIF, WEBP], maxBytes: 10 * MEBIBYTE, moving: { maxBytes: 10 * MEBIBYTE } },
  videos: { mimes: [MP4, MOV, WEBM], maxBytes: 10 * MEBIBYTE },
  altMax: 1024,
  altHeld: true,
  content: [FILES],
  types: {
    POST: [FILES],
    TEXT: [words],
    LINK: [linked],
    IMAGE: [{ ...FILES, media: [1, 10], videos: 0 }],
    VIDEO: [{ ...FILES, media: [1, 10], images: 0 }],
  },
  thread: false,
  edits: { withinMinutes: null, max: null },
  unpublish: true,
  rates: [],
  destinations: null,
  options: discordOptions.shape,
  emphasis: ['bold', 'italic', 'strike', 'code', 'link'],
}
