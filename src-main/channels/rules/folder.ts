import {
  type Content,
  GIF,
  JPEG,
  linked,
  MOV,
  MP4,
  type NetworkRules,
  PNG,
  WEBM,
  WEBP,
  words,
} from './network-rules.ts'

const ANYTHING: Content = { media: [0, 100], images: 100, videos: 100, mixed: true, words: 'optional' }

/** A folder takes what Posthorn carries, as it is. */
export const FOLDER: NetworkRules = {
  key: 'folder',
  name: 'Folder',
  mark: { letters: 'Fo', colour: '#8a6d3b' },
  read: '2026-11-22',
  sources: ['its own code'],
  text: [],
  title: null,
  images: { mimes: [JPEG, PNG, WEBP, GIF, 'image/avif'], maxBytes: Number.POSITIVE_INFINITY },
  videos: { mimes: [MP4, MOV, WEBM], maxBytes: Number.POSITIVE_INFINITY },
  altMax: null,
  content: [ANYTHING],
  types: {
    POST: [ANYTHING],
    TEXT: [words],
    LINK: [linked],
    IMAGE: [{ ...ANYTHING, media: [1, 100], videos: 0 }],
    VIDEO: [{ ...ANYTHING, media: [1, 100], images: 0 }],
    CAROUSEL: [{ ...ANYTHING, media: [2, 100] }],
    ARTICLE: [{ ...ANYTHING, words: 'needed' }],
  },
  thread: false,
  edits: { withinMinutes: null, max: null },
  unpublish: true,
  rates: [],
  destinations: null,
  options: {},
}
