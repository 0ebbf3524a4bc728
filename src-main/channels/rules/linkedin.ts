import { z } from 'zod'
import {
  GIF,
  images,
  JPEG,
  linked,
  MEGABYTE,
  MP4,
  type NetworkRules,
  oneImage,
  oneVideo,
  PNG,
  words,
} from './network-rules.ts'

const VIDEO = { ...oneVideo, seconds: [3, 1800] } as const

/** Documents are not among its types here: Posthorn carries images and videos. */
export const LINKEDIN: NetworkRules = {
  key: 'linkedin',
  name: 'LinkedIn',
  mark: { letters: 'Li', colour: '#0a66c2' },
  read: '2026-11-22',
  sources: ['learn.microsoft.com linkedin multiimage-post-api, videos-api, posts-api'],
  text: [{ max: 3000, counting: 'utf16' }],
  title: null,
  images: { mimes: [JPEG, PNG, GIF], maxBytes: 5 * MEGABYTE },
  videos: { mimes: [MP4], maxBytes: 500 * MEGABYTE, minBytes: 75_000 },
  altMax: 4086,
  content: [images(0, 20), VIDEO],
  types: {
    POST: [images(0, 20), VIDEO],
    TEXT: [words],
    LINK: [linked],
    ARTICLE: [linked],
    IMAGE: [oneImage],
    CAROUSEL: [images(2, 20)],
    VIDEO: [VIDEO],
  },
  thread: false,
  edits: { withinMinutes: null, max: null },
  unpublish: true,
  rates: [{ posts: 150, seconds: 86_400 }],
  destinations: 'page',
  options: {
    visibility: z.enum(['PUBLIC', 'CONNECTIONS', 'LOGGED_IN']).optional().meta({ title: 'Who sees it' }),
  },
  addresses: { profile: 'https://www.linkedin.com/in/', tag: 'https://www.linkedin.com/feed/hashtag/' },
}
