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

export const TIKTOK: NetworkRules = {
  key: 'tiktok',
  name: 'TikTok',
  mark: { letters: 'Tk', colour: '#010101' },
  read: '2026-11-22',
  sources: ['developers.tiktok.com direct-post, photo-post, content-sharing-guidelines'],
  text: [{ max: 2200, counting: 'utf16' }],
  title: { max: 90, needed: false },
  images: { mimes: [JPEG, WEBP], maxBytes: 20 * MEGABYTE },
  videos: { mimes: [MP4, MOV, WEBM], maxBytes: 4000 * MEGABYTE },
  altMax: null,
  content: [VIDEO, PHOTOS],
  types: { POST: [PHOTOS], IMAGE: [images(1, 1)], CAROUSEL: [images(2, 35)], VIDEO: [VIDEO] },
  thread: false,
  edits: null,
  unpublish: false,
  rates: [{ posts: 6, seconds: 60 }],
  destinations: null,
  options: {
    title: z.string().max(90).optional().meta({ title: 'Title of photos' }),
    // Left out, nobody but the author sees it: what an unaudited program may do at most.
    privacy_level: z
      .enum(['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'FOLLOWER_OF_CREATOR', 'SELF_ONLY'])
      .optional()
      .meta({ title: 'Who sees it', description: 'Left out: you alone.' }),
    disable_comment: z.boolean().optional().meta({ title: 'No comments' }),
    disable_duet: z.boolean().optional().meta({ title: 'No duets' }),
    disable_stitch: z.boolean().optional().meta({ title: 'No stitches' }),
    brand_content_toggle: z.boolean().optional().meta({ title: 'Paid partnership' }),
    brand_organic_toggle: z.boolean().optional().meta({ title: 'Promotes your own business' }),
    is_aigc: z.boolean().optional().meta({ title: 'Made with AI' }),
  },
  addresses: { profile: 'https://www.tiktok.com/@', tag: 'https://www.tiktok.com/tag/' },
}
