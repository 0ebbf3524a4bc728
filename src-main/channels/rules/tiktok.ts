import { siTiktok } from 'simple-icons'
import { z } from 'zod'
import {
  type Content,
  images,
  JPEG,
  MEGABYTE,
  MOV,
  MP4,
  type NetworkRules,
  oneVideo,
  WEBM,
  WEBP,
} from './network-rules.ts'

const PHOTOS: Content = { ...images(1, 35), text: [{ max: 4000, counting: 'utf16' }] }
const VIDEO: Content = { ...oneVideo, seconds: [1, 600] }

export const tiktokOptions = z.object({
  privacy_level: z
    .enum(['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'FOLLOWER_OF_CREATOR', 'SELF_ONLY'])
    .optional()
    .meta({
      title: 'Who sees it',
      needed: true,
      description: 'To be chosen for every post; as long as TikTok has not audited your app, it can only be you.',
    }),
  title: z.string().max(90).optional().meta({ title: 'Title of photos' }),
  disable_comment: z.boolean().optional().meta({ title: 'No comments' }),
  disable_duet: z.boolean().optional().meta({ title: 'No duets', description: 'Of a video.' }),
  disable_stitch: z.boolean().optional().meta({ title: 'No stitches', description: 'Of a video.' }),
  brand_content_toggle: z
    .boolean()
    .optional()
    .meta({ title: 'Paid partnership', description: 'It promotes someone else; TikTok marks it.' }),
  brand_organic_toggle: z
    .boolean()
    .optional()
    .meta({ title: 'Promotes your own business', description: 'TikTok marks it.' }),
  is_aigc: z.boolean().optional().meta({ title: 'Made with AI', description: 'Of a video.' }),
  video_cover_timestamp_ms: z
    .int()
    .min(0)
    .optional()
    .meta({ title: 'Cover of a video', description: 'The frame that is shown, in milliseconds from the beginning.' }),
  photo_cover_index: z
    .int()
    .min(0)
    .max(34)
    .optional()
    .meta({ title: 'Cover of photos', description: 'Which one is shown first; 0 is the first.' }),
  auto_add_music: z.boolean().optional().meta({ title: 'Music chosen by TikTok', description: 'Of photos.' }),
  inbox: z
    .boolean()
    .optional()
    .meta({ title: 'As a draft', description: 'TikTok sends it to your inbox in the app, and you post it there.' }),
})

export const TIKTOK: NetworkRules = {
  key: 'tiktok',
  name: 'TikTok',
  mark: { letters: 'Tk', colour: '#010101', glyph: { path: siTiktok.path } },
  fold: { characters: 150, about: true, source: 'seen in its apps; no document names it' },
  look: { as: 'film', several: 'carousel', filesFirst: true },
  read: '2026-11-22',
  sources: [
    'developers.tiktok.com doc/content-posting-api-reference-direct-post (title 2200, 6 requests per minute)',
    'developers.tiktok.com doc/content-posting-api-reference-photo-post (title 90, description 4000, 35 photos)',
    'developers.tiktok.com doc/content-posting-api-media-transfer-guide (4 GB, 10 minutes; photos 20 MB, 1080p; chunks)',
    'developers.tiktok.com doc/content-sharing-guidelines',
  ],
  text: [{ max: 2200, counting: 'utf16' }],
  title: { max: 90, needed: false },
  images: { mimes: [JPEG, WEBP], maxBytes: 20 * MEGABYTE, maxSide: 1920 },
  videos: { mimes: [MP4, MOV, WEBM], maxBytes: 4000 * MEGABYTE, minSide: 360, maxSide: 4096, maxFrameRate: 60 },
  altMax: null,
  altless: true,
  content: [VIDEO, PHOTOS],
  types: { POST: [PHOTOS], IMAGE: [images(1, 1)], CAROUSEL: [images(2, 35)], VIDEO: [VIDEO] },
  thread: false,
  edits: null,
  unpublish: false,
  rates: [{ posts: 6, seconds: 60 }],
  destinations: null,
  options: tiktokOptions.shape,
  addresses: { profile: 'https://www.tiktok.com/@', tag: 'https://www.tiktok.com/tag/' },
}
