import { z } from 'zod'
import {
  GIF,
  images,
  JPEG,
  linked,
  MEGABYTE,
  MOV,
  MP4,
  type NetworkRules,
  oneOfEither,
  oneVideo,
  PNG,
  WEBP,
  words,
} from './network-rules.ts'

const VIDEO = { ...oneVideo, seconds: [1, 14_400] } as const

/** A page; profiles take no posts from programs. */
export const FACEBOOK: NetworkRules = {
  key: 'facebook',
  name: 'Facebook',
  mark: { letters: 'Fb', colour: '#1877f2' },
  read: '2026-11-22',
  sources: ['developers.facebook.com pages-api', 'developers.facebook.com video-api reels-publishing'],
  text: [{ max: 63_206, counting: 'utf16' }],
  title: null,
  images: { mimes: [JPEG, PNG, GIF, WEBP], maxBytes: 4 * MEGABYTE },
  videos: { mimes: [MP4, MOV], maxBytes: 4000 * MEGABYTE },
  altMax: null,
  content: [images(0, 10), VIDEO],
  types: {
    POST: [images(0, 10), VIDEO],
    TEXT: [words],
    LINK: [linked],
    IMAGE: [images(1, 10)],
    VIDEO: [VIDEO],
    CAROUSEL: [images(2, 10)],
    REEL: [{ ...oneVideo, seconds: [3, 90] }],
    STORY: [{ ...oneOfEither, words: 'not-shown' }],
  },
  thread: false,
  edits: { withinMinutes: null, max: null },
  unpublish: true,
  rates: [],
  destinations: 'page',
  options: {
    link: z.url().optional().meta({ title: 'Link' }),
    title: z.string().max(255).optional().meta({ title: 'Title of a video' }),
    draft: z.boolean().optional().meta({ title: 'Leave it as a draft on the page' }),
  },
  addresses: { profile: 'https://www.facebook.com/', tag: 'https://www.facebook.com/hashtag/' },
}
