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
  oneImage,
  oneVideo,
  PNG,
  WEBP,
  words,
} from './network-rules.ts'

const CAPTION = { text: [{ max: 1024, counting: 'utf16' }] } as const
const ALBUM: Content = { media: [1, 10], images: 10, videos: 10, mixed: true, words: 'optional', ...CAPTION }

export const TELEGRAM: NetworkRules = {
  key: 'telegram',
  name: 'Telegram',
  mark: { letters: 'Te', colour: '#229ed9' },
  read: '2026-11-22',
  sources: ['python-telegram-bot constants', 'core.telegram.org bots faq'],
  text: [{ max: 4096, counting: 'utf16' }],
  title: null,
  // Width and height together are 10,000 pixels at most.
  images: { mimes: [JPEG, PNG, GIF, WEBP], maxBytes: 10 * MEBIBYTE, maxSide: 5000, ratio: [0.05, 20] },
  videos: { mimes: [MP4, MOV], maxBytes: 50 * MEBIBYTE },
  altMax: null,
  content: [words, ALBUM],
  types: {
    POST: [words, ALBUM],
    TEXT: [words],
    LINK: [linked],
    IMAGE: [{ ...oneImage, ...CAPTION }],
    VIDEO: [{ ...oneVideo, ...CAPTION }],
    CAROUSEL: [{ ...images(2, 10), ...CAPTION, videos: 10, mixed: true }],
  },
  thread: false,
  edits: { withinMinutes: null, max: null },
  unpublish: true,
  rates: [
    { posts: 1, seconds: 1 },
    { posts: 20, seconds: 60 },
  ],
  destinations: null,
  options: {
    disable_notification: z.boolean().optional().meta({ title: 'Without a sound' }),
    protect_content: z.boolean().optional().meta({ title: 'Not to be passed on' }),
  },
  addresses: { profile: 'https://t.me/', tag: 'https://t.me/s/hashtag?q=' },
}
