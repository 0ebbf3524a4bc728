import { siFacebook } from 'simple-icons'
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
  oneImage,
  oneOfEither,
  oneVideo,
  PNG,
  words,
} from './network-rules.ts'

/** Uploads in parts: up to 4 hours. */
const VIDEO = { ...oneVideo, seconds: [1, 14_400] } as const

export const facebookOptions = z.object({
  link: z
    .url()
    .optional()
    .meta({ title: 'Link', description: 'Shown as a card, in place of the first one in the text.' }),
  title: z.string().max(255).optional().meta({ title: 'Title of a video' }),
  draft: z.boolean().optional().meta({ title: 'Leave it as a draft on the page' }),
  first_comment: z.string().min(1).max(8000).optional().meta({ title: 'First comment' }),
})

/** A page; profiles take no posts from programs. */
export const FACEBOOK: NetworkRules = {
  key: 'facebook',
  name: 'Facebook',
  mark: { letters: 'Fb', colour: '#1877f2', glyph: { path: siFacebook.path } },
  fold: { characters: 477, about: true, source: 'seen in its apps; no document names it' },
  read: '2026-11-22',
  sources: [
    'developers.facebook.com documentation/pages-api/posts (feed, scheduled_publish_time)',
    'developers.facebook.com docs/graph-api/reference/page/photos (alt_text_custom; JPEG, BMP, PNG, GIF, TIFF)',
    'developers.facebook.com docs/graph-api/video-uploads (in parts: 10 GB, 4 hours)',
    'developers.facebook.com docs/video-api/guides/reels-publishing (3 to 90 s, 30 in 24 hours)',
    'developers.facebook.com docs/page-stories-api (photos of 4 MB, in newer versions 10 MB; video 3 to 60 s)',
    'facebook/facebook-business-sdk-codegen api_specs/specs/Page.json',
  ],
  text: [{ max: 63_206, counting: 'utf16' }],
  title: null,
  // The pages disagree on 4 or 10 MB: what both take.
  images: { mimes: [JPEG, PNG, GIF], maxBytes: 4 * MEGABYTE },
  videos: { mimes: [MP4, MOV], maxBytes: 10_000 * MEGABYTE },
  // No length is named.
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
    STORY: [
      { ...oneImage, words: 'not-shown' },
      { ...oneOfEither, words: 'not-shown', seconds: [3, 60] },
    ],
  },
  thread: false,
  edits: { withinMinutes: null, max: null },
  unpublish: true,
  rates: [],
  destinations: 'page',
  options: facebookOptions.shape,
  addresses: { profile: 'https://www.facebook.com/', tag: 'https://www.facebook.com/hashtag/' },
}
