import { siInstagram } from 'simple-icons'
import { z } from 'zod'
import {
  type Content,
  JPEG,
  MEBIBYTE,
  MEGABYTE,
  MOV,
  MP4,
  type NetworkRules,
  oneImage,
  oneOfEither,
} from './network-rules.ts'

const CAROUSEL: Content = { media: [2, 10], images: 10, videos: 10, mixed: true, words: 'optional' }
const REEL: Content = { media: [1, 1], videos: 1, words: 'optional', seconds: [3, 900] }
const STORY: Content = { ...oneOfEither, words: 'not-shown', seconds: [3, 60] }

/** JPEG alone; widths beyond 1440 are scaled down there anyway. */
const IMAGES = { mimes: [JPEG], maxBytes: 8 * MEBIBYTE, minSide: 320, maxSide: 1440 } as const

export const instagramOptions = z.object({
  share_to_feed: z.boolean().optional().meta({ title: 'Show a reel in the feed as well' }),
  thumb_offset: z
    .int()
    .nonnegative()
    .optional()
    .meta({ title: 'Cover of a reel', description: 'The moment of the video that it shows, in milliseconds.' }),
  collaborators: z
    .array(z.string().min(1))
    .max(3)
    .optional()
    .meta({ title: 'Collaborators', description: 'Names of up to 3 accounts, which are asked to join the post.' }),
  location_id: z
    .string()
    .regex(/^\d+$/, 'The number of a page.')
    .optional()
    .meta({ title: 'Place', description: 'The number of the Facebook page of the place.' }),
  first_comment: z.string().min(1).max(2200).optional().meta({ title: 'First comment' }),
})

export const INSTAGRAM: NetworkRules = {
  key: 'instagram',
  name: 'Instagram',
  mark: { letters: 'Ig', colour: '#c13584', glyph: { path: siInstagram.path } },
  fold: { characters: 125, about: true, source: 'seen in its apps; no document names it' },
  look: { as: 'picture', several: 'carousel', filesFirst: true },
  read: '2026-11-22',
  sources: [
    'developers.facebook.com documentation/instagram-platform/content-publishing (JPEG, carousels of 10, 100 posts, alt_text)',
    'developers.facebook.com docs/instagram-platform/instagram-graph-api/reference/ig-user/media (sizes, ratios, captions, reels)',
    'developers.facebook.com docs/instagram-platform/content-publishing/resumable-uploads',
    'developers.facebook.com documentation/instagram-platform/instagram-graph-api/reference/error-codes (8 MiB)',
    'facebook/facebook-business-sdk-codegen api_specs/specs/IGUser.json',
  ],
  text: [{ max: 2200, counting: 'utf16' }],
  title: null,
  most: { hashtags: 30, mentions: 20 },
  images: { ...IMAGES, ratio: [0.8, 1.91] },
  videos: { mimes: [MP4, MOV], maxBytes: 300 * MEGABYTE, ratio: [0.01, 10], maxFrameRate: 60 },
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
  unpublish: true,
  // The account itself says how many: `content_publishing_limit` is asked before each post.
  rates: [{ posts: 100, seconds: 86_400 }],
  destinations: 'account',
  options: instagramOptions.shape,
  addresses: { profile: 'https://www.instagram.com/', tag: 'https://www.instagram.com/explore/tags/' },
}

/** Stories may be as tall as a screen. */
export const INSTAGRAM_STORY: NetworkRules = { ...INSTAGRAM, images: IMAGES }
