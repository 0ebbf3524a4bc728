import { siMatrix } from 'simple-icons'
import { z } from 'zod'
import {
  type Content,
  GIF,
  images,
  JPEG,
  linked,
  MEBIBYTE,
  MOV,
  MP4,
  type NetworkRules,
  oneVideo,
  PDF,
  PNG,
  WEBM,
  WEBP,
  words,
} from './network-rules.ts'

const FILES: Content = { media: [1, 20], images: 20, videos: 20, documents: 20, mixed: true, words: 'optional' }

/**
 * An event has 65,536 bytes at most, with all that servers add to it: names, signatures, what it follows on. What is left
 * for what Posthorn says in it.
 */
export const MATRIX_CONTENT_BYTES = 60_000

/** An event, as people copy it: its id, or the link that their program gives. */
const event = z
  .string()
  .trim()
  .transform((typed) => decodeURIComponent(/\/(\$[^/?]+|%24[^/?]+)(?:\?|$)/i.exec(typed)?.[1] ?? typed))
  .pipe(z.string().regex(/^\$\S+$/, 'Copy the link of the message.'))

export const matrixOptions = z.object({
  notice: z
    .boolean()
    .optional()
    .meta({ title: 'As a notice', description: 'Quieter: as bots say things. For posts without files.' }),
  reply_to: event.optional().meta({ title: 'Answer to', description: 'Link of the message it answers.' }),
  thread: event.optional().meta({ title: 'Thread', description: 'Link of the message whose thread it goes to.' }),
})

/** A room. How large files may be, each server tells. */
export const MATRIX: NetworkRules = {
  key: 'matrix',
  name: 'Matrix',
  mark: { letters: 'Mx', colour: '#0dbd8b', glyph: { path: siMatrix.path } },
  look: { as: 'message', several: 'column' },
  read: '2026-11-22',
  sources: [
    'spec.matrix.org v1.18 client-server-api: server discovery, login, rooms send, redact, messages, size limits',
    'spec.matrix.org v1.18 client-server-api: m.room.message msgtypes, media captions, event replacements, threading, m.mentions',
    'spec.matrix.org v1.18 client-server-api: content repository, m.room.power_levels, m.room.encryption, user directory',
  ],
  text: [{ max: MATRIX_CONTENT_BYTES, counting: 'bytes' }],
  title: null,
  // Where a server does not tell.
  images: { mimes: [JPEG, PNG, GIF, WEBP], maxBytes: 50 * MEBIBYTE, moving: { maxBytes: 50 * MEBIBYTE } },
  videos: { mimes: [MP4, MOV, WEBM], maxBytes: 50 * MEBIBYTE },
  documents: { mimes: [PDF], maxBytes: 50 * MEBIBYTE },
  altMax: null,
  altless: true,
  content: [words, FILES],
  types: {
    POST: [words, FILES],
    TEXT: [words],
    LINK: [linked],
    IMAGE: [images(1, 20)],
    VIDEO: [oneVideo],
    DOCUMENT: [{ media: [1, 1], documents: 1, words: 'optional' }],
  },
  thread: false,
  edits: { withinMinutes: null, max: null },
  unpublish: true,
  rates: [],
  destinations: null,
  options: matrixOptions.shape,
  emphasis: ['bold', 'italic', 'strike', 'code', 'link'],
}
