import { z } from 'zod'
import { type Content, JPEG, MEGABYTE, MOV, MP4, type NetworkRules, oneImage, oneOfEither } from './network-rules.ts'

const CAROUSEL: Content = { media: [2, 10], images: 10, videos: 10, mixed: true, words: 'optional' }
const REEL: Content = { media: [1, 1], videos: 1, words: 'optional', seconds: [3, 900] }
const STORY: Content = { ...oneOfEither, words: 'not-shown', seconds: [3, 60] }

export const INSTAGRAM: NetworkRules = {
  key: 'instagram',
  name: 'Instagram',
  mark: { letters: 'Ig', colour: '#c13584' },
  read: '2026-11-22',
  sources: ['wix/skills create-and-publish-social-post.md', 'developers.facebook.com instagram-platform'],
  text: [{ max: 2200, counting: 'utf16' }],
  title: null,
  most: { hashtags: 30, mentions: 20 },
  images: { mimes: [JPEG], maxBytes: 8 * MEGABYTE, minSide: 320, maxSide: 1440, ratio: [0.8, 1.91] },
  videos: { mimes: [MP4, MOV], maxBytes: 300 * MEGABYTE },
  altMax: 1000,
  content: [oneImage, REEL, CAROUSEL],
  types: {
    POST: [oneImage, REEL, CAROUSEL],
    IMAGE: [oneImage],
    VIDEO: [REEL],
    CAROUSEL: [CAROUSEL],
    REEL: [REEL],
    STORY: [STORY],
  },
  thread: false,
  edits: null,
  unpublish: false,
  // The account itself says how many: `content_publishing_limit`.
  rates: [{ posts: 100, seconds: 86_400 }],
  destinations: null,
  options: {
    share_to_feed: z.boolean().optional().meta({ title: 'Show a reel in the feed as well' }),
    collaborators: z.array(z.string().min(1)).max(3).optional().meta({ title: 'Collaborators' }),
  },
  addresses: { profile: 'https://www.instagram.com/', tag: 'https://www.instagram.com/explore/tags/' },
}
