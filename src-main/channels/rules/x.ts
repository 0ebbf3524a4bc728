import { z } from 'zod'
import {
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
  WEBP,
  words,
} from './network-rules.ts'

const VIDEO = { ...oneVideo, seconds: [0.5, 140] } as const

/** Without Premium, which has longer texts. */
export const X: NetworkRules = {
  key: 'x',
  name: 'X',
  mark: { letters: 'X', colour: '#0f1419' },
  read: '2026-11-22',
  sources: [
    'xdevplatform/docs x-api/media/quickstart/best-practices.mdx',
    'xdevplatform/docs openapi.json, x-api/fundamentals/rate-limits.mdx',
    'twitter-text 3.1.0',
  ],
  text: [{ max: 280, counting: 'weighted' }],
  title: null,
  images: { mimes: [JPEG, PNG, GIF, WEBP], maxBytes: 5 * MEBIBYTE, moving: { maxBytes: 15 * MEBIBYTE } },
  videos: { mimes: [MP4, MOV], maxBytes: 512 * MEBIBYTE },
  altMax: 1000,
  content: [{ ...images(0, 4), videos: 0 }, VIDEO],
  types: {
    POST: [{ ...images(0, 4), videos: 0 }, VIDEO],
    TEXT: [words],
    LINK: [linked],
    IMAGE: [images(1, 4)],
    VIDEO: [VIDEO],
  },
  thread: true,
  edits: { withinMinutes: 60, max: 5 },
  editMakesId: true,
  unpublish: true,
  rates: [{ posts: 100, seconds: 900 }],
  destinations: null,
  options: {
    reply_settings: z
      .enum(['everyone', 'following', 'mentionedUsers', 'subscribers', 'verified'])
      .optional()
      .meta({ title: 'Who may reply' }),
  },
  addresses: { profile: 'https://x.com/', tag: 'https://x.com/hashtag/' },
}
