import { siTelegram } from 'simple-icons'
import { z } from 'zod'
import {
  type Content,
  images,
  JPEG,
  linked,
  MEBIBYTE,
  MP4,
  type NetworkRules,
  oneImage,
  oneVideo,
  PNG,
  words,
} from './network-rules.ts'

/** Counted in units of UTF-16 after entities are parsed; text without a parse mode has none to be taken out. */
const CAPTION = { text: [{ max: 1024, counting: 'utf16' }] } as const
const ALBUM: Content = { media: [1, 10], images: 10, videos: 10, mixed: true, words: 'optional', ...CAPTION }

export const telegramOptions = z.object({
  disable_notification: z.boolean().optional().meta({ title: 'Without a sound' }),
  protect_content: z.boolean().optional().meta({ title: 'Not to be passed on' }),
  link_preview: z
    .boolean()
    .optional()
    .meta({ title: 'Preview of the first link', description: 'Shown when left out.' }),
})

/** The Bot API at Telegram itself. */
export const TELEGRAM: NetworkRules = {
  key: 'telegram',
  name: 'Telegram',
  mark: { letters: 'Te', colour: '#229ed9', glyph: { path: siTelegram.path } },
  look: { as: 'message', several: 'grid', filesFirst: true },
  read: '2026-11-22',
  sources: [
    'PaulSonOfLars/telegram-bot-api-spec api.json (Bot API 10.1) sendMessage, sendPhoto, sendVideo, sendMediaGroup',
    'python-telegram-bot constants',
    'core.telegram.org bots faq',
  ],
  text: [{ max: 4096, counting: 'utf16' }],
  title: null,
  // Width and height together are 10,000 pixels at most. Photos become JPEG there whatever they were.
  images: { mimes: [JPEG, PNG], maxBytes: 10 * MEBIBYTE, maxSide: 5000, ratio: [0.05, 20] },
  // Its programs show MPEG-4 as videos, and others perhaps as mere files.
  videos: { mimes: [MP4], maxBytes: 50 * MEBIBYTE },
  altMax: null,
  altless: true,
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
  options: telegramOptions.shape,
  emphasis: ['bold', 'italic', 'strike', 'code', 'link'],
  addresses: { profile: 'https://t.me/', tag: 'https://t.me/s/hashtag?q=' },
}

/** A Bot API server of one's own takes uploads of 2000 MB (core.telegram.org bots/api, using a local server). */
export const TELEGRAM_OWN_SERVER: NetworkRules = {
  ...TELEGRAM,
  videos: { mimes: [MP4], maxBytes: 2000 * MEBIBYTE },
}
