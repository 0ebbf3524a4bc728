import { siYoutube } from 'simple-icons'
import { z } from 'zod'
import { type Content, JPEG, MEGABYTE, MOV, MP4, type NetworkRules, oneVideo, PNG, WEBM } from './network-rules.ts'

const VIDEO: Content = { ...oneVideo, seconds: [1, 43_200] }
const SHORT: Content = { ...oneVideo, seconds: [1, 180] }
/** With an image beside it, which becomes its thumbnail. */
const withThumbnail = (content: Content): Content => ({ ...content, media: [2, 2], images: 1, mixed: true })

/** Of all tags together: with the commas between them, and quotation marks around those that have a space. */
const TAGS_MAX = 500
const lengthOf = (tags: readonly string[]): number =>
  tags.map((tag) => (tag.includes(' ') ? `"${tag}"` : tag)).join(',').length

const plain = /^[^<>]*$/
const NO_SIGNS = 'The signs < and > are not allowed.'

export const youtubeOptions = z.object({
  title: z
    .string()
    .max(100)
    .regex(plain, NO_SIGNS)
    .optional()
    .meta({ title: 'Title', description: 'Left out: the first line of the text.' }),
  made_for_kids: z.boolean().optional().meta({
    title: 'Made for children',
    description: 'To be answered for every video: the law asks it.',
    needed: true,
  }),
  privacy_status: z
    .enum(['public', 'unlisted', 'private'])
    .optional()
    .meta({ title: 'Who sees it', description: 'Left out: everybody.' }),
  category_id: z
    .string()
    .regex(/^\d+$/, 'A number.')
    .optional()
    .meta({ title: 'Category', description: 'Its number at YouTube, such as 22 for people and blogs.' }),
  tags: z
    .array(z.string().min(1).regex(plain, NO_SIGNS))
    .refine((tags) => lengthOf(tags) <= TAGS_MAX, `All tags together have at most ${TAGS_MAX} characters.`)
    .optional()
    .meta({ title: 'Tags' }),
  license: z.enum(['youtube', 'creativeCommon']).optional().meta({ title: 'Licence' }),
  embeddable: z.boolean().optional().meta({ title: 'May be shown on other sites' }),
  notify_subscribers: z
    .boolean()
    .optional()
    .meta({ title: 'Tell subscribers', description: 'They are told when left out.' }),
  playlist_id: z
    .string()
    .regex(/^[\w-]{2,}$/, 'The id of a playlist, as its address has it after list=.')
    .optional()
    .meta({ title: 'Playlist' }),
})

export const YOUTUBE: NetworkRules = {
  key: 'youtube',
  name: 'YouTube',
  mark: { letters: 'Yt', colour: '#ff0000', glyph: { path: siYoutube.path } },
  fold: { characters: 157, lines: 3, about: true, source: 'seen in its apps; no document names it' },
  look: { as: 'film', several: 'grid', filesFirst: true },
  read: '2026-11-22',
  sources: [
    'developers.google.com youtube/v3/docs/videos (title 100 characters, description 5000 bytes, no < >, tags 500)',
    'developers.google.com youtube/v3/docs/videos/insert (256 GB, 100 calls a day)',
    'developers.google.com youtube/v3/docs/thumbnails/set (2 MB, JPEG or PNG)',
    'support.google.com youtube/answer/15424877 (a Short has up to three minutes)',
    'support.google.com youtube/answer/71673 (12 hours)',
  ],
  text: [{ max: 5000, counting: 'bytes' }],
  title: { max: 100, needed: true },
  never: { pattern: /[<>]/, what: 'the signs < and >' },
  // Of the thumbnail.
  images: { mimes: [JPEG, PNG], maxBytes: 2 * MEGABYTE },
  videos: { mimes: [MP4, MOV, WEBM], maxBytes: 256_000 * MEGABYTE },
  altMax: null,
  altless: true,
  content: [VIDEO, withThumbnail(VIDEO)],
  types: { VIDEO: [VIDEO, withThumbnail(VIDEO)], SHORT: [SHORT, withThumbnail(SHORT)] },
  thread: false,
  edits: { withinMinutes: null, max: null },
  unpublish: true,
  rates: [{ posts: 100, seconds: 86_400 }],
  destinations: null,
  options: youtubeOptions.shape,
}
