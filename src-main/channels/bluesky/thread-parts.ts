import { splitText } from '../../core/split-text.ts'
import type { Draft } from '../channel.ts'

/** What one post takes, as `app.bsky.feed.post` says (lexicon read 2026-11-22): both limits hold. */
export const TEXT_LIMIT = { graphemes: 300, bytes: 3000 } as const

export type TextSize = { graphemes: number; bytes: number }

const segmenter = new Intl.Segmenter()

/** Counts as the server does. */
export const measure = (text: string): TextSize => {
  let graphemes = 0
  for (const _ of segmenter.segment(text)) graphemes++
  return { graphemes, bytes: Buffer.byteLength(text) }
}

export const fitsOnePost = (text: string): boolean => {
  // No grapheme is shorter than a unit, and no unit is longer than three bytes: most texts need no counting.
  if (text.length <= TEXT_LIMIT.graphemes) return true
  const { graphemes, bytes } = measure(text)
  return graphemes <= TEXT_LIMIT.graphemes && bytes <= TEXT_LIMIT.bytes
}

/** The texts that will stand on Bluesky, in order; one at least, which is empty where there are only images. */
export const threadParts = ({ text, thread }: Draft): [string, ...string[]] => {
  if (text.trim() === '') return ['']
  const whole = text.toWellFormed()
  if (!thread) return [whole]
  const [first = '', ...rest] = splitText(whole, fitsOnePost)
  return [first, ...rest]
}
