import { z } from 'zod'
import {
  type Content,
  images,
  JPEG,
  linked,
  MEGABYTE,
  MOV,
  MP4,
  type NetworkRules,
  oneImage,
  oneVideo,
  PNG,
  words,
} from './network-rules.ts'

const VIDEO: Content = { ...oneVideo, seconds: [0, 300] }
const CAROUSEL: Content = { media: [2, 20], images: 20, videos: 20, mixed: true, words: 'optional' }

export const THREADS: NetworkRules = {
  key: 'threads',
  name: 'Threads',
  mark: { letters: 'Th', colour: '#101010' },
  read: '2026-11-22',
  sources: ['developers.facebook.com threads posts, overview'],
  text: [{ max: 500, counting: 'emoji-bytes' }],
  title: null,
  images: { mimes: [JPEG, PNG], maxBytes: 8 * MEGABYTE, minSide: 320 },
  videos: { mimes: [MP4, MOV], maxBytes: 1000 * MEGABYTE },
  altMax: 1000,
  content: [images(0, 1), VIDEO, CAROUSEL],
  types: {
    POST: [images(0, 1), VIDEO, CAROUSEL],
    TEXT: [words],
    LINK: [linked],
    IMAGE: [oneImage],
    VIDEO: [VIDEO],
    CAROUSEL: [CAROUSEL],
  },
  thread: true,
  edits: null,
  unpublish: true,
  rates: [{ posts: 250, seconds: 86_400 }],
  destinations: null,
  options: {
    topic_tag: z
      .string()
      .regex(/^[^.&]{1,50}$/, 'A topic has 1 to 50 characters, without dots and ampersands.')
      .optional()
      .meta({ title: 'Topic' }),
    reply_control: z
      .enum(['everyone', 'accounts_you_follow', 'mentioned_only'])
      .optional()
      .meta({ title: 'Who may reply' }),
  },
  addresses: { profile: 'https://www.threads.net/@', tag: 'https://www.threads.net/search?q=' },
}
