import { z } from 'zod'
import { instant, mediaId } from './common.ts'
import { maybeTold } from './told.ts'

/** What was cut out of a picture and how it was turned: of the turned picture, in shares of its sides. */
export const pictureEdit = z.object({
  /** From the left and the top; the whole picture is 0, 0, 1, 1. */
  crop: z.object({
    x: z.number().min(0).max(1),
    y: z.number().min(0).max(1),
    width: z.number().positive().max(1),
    height: z.number().positive().max(1),
  }),
  /** Degrees clockwise. */
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
})
export type PictureEdit = z.infer<typeof pictureEdit>

/** A file that was copied into Posthorn when it was attached, so that the original may go away. */
export const media = z.object({
  id: mediaId,
  /** SHA-256 of the bytes in hex: the file's name in the store, and its proof. */
  hash: z.string().length(64),
  /** The name it had, for people and for channels that keep names. */
  name: z.string(),
  mime: z.string(),
  /** Size in bytes. */
  size: z.int().nonnegative(),
  /** Pixels, upright (EXIF orientation applied); null for what is not an image. */
  width: z.int().positive().nullable(),
  height: z.int().positive().nullable(),
  /** How long a video or a moving image runs; null for what does not. */
  seconds: z.number().positive().nullable(),
  /** Frames a second of a video; null where it is none, or does not tell. */
  frameRate: z.number().positive().nullable(),
  /** The picture that it was made from, and how; null for what came in as it is. */
  edited: pictureEdit.extend({ of: mediaId }).nullable(),
  createdAt: instant,
})
export type Media = z.infer<typeof media>

/** A file in a post: which one, and what it shows for those who cannot see it. Order is the order of the post. */
export const attachment = z.object({ mediaId, alt: z.string().max(5000).default('') })
export type Attachment = z.infer<typeof attachment>

/** What was or will be done to a file so that a channel takes it. */
export const mediaChange = z.object({
  mediaId,
  what: z.enum(['resized', 'recompressed', 'converted', 'trimmed']),
  /** One sentence with the figures: `4000 x 3000 becomes 2000 x 1500, since the channel takes at most 2000 pixels.` */
  message: z.string(),
  /** What it says, for other languages than its own. */
  told: maybeTold,
})
export type MediaChange = z.infer<typeof mediaChange>
