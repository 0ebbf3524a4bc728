import type { z } from 'zod'
import { override } from '../../../src-preload/contract/model/item.ts'
import { fromJson } from '../rows/json.ts'
import { tagsColumn } from '../rows/post-row.ts'

/** What of a post's row can be searched for. */
export type PostText = { text: string; tags: string }

/** The words of a post: its own, what its items say instead, and its tags. Takes the JSON columns. */
export const wordsOf = (post: PostText, overrides: readonly string[]): string => {
  const texts = new Set(overrides.map((overridden) => ownText(post.text, overridden)))
  return spaced([post.text, ...texts, ...readOr(tagsColumn, post.tags, [])].join('\n'))
}

/** What an override says that its post does not; empty when it says the same. */
export const ownText = (postText: string, overridden: string): string => {
  if (overridden === '{}') return ''
  const { text } = readOr(override, overridden, {})
  return text === undefined || text === postText ? '' : text
}

// Scripts that are written without spaces: each sign is a word of its own, and a search for several is one for the
// phrase, so that a word is found in the midst of a sentence.
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/gu

/** Text as the search index takes it. */
export const spaced = (text: string): string => text.replace(UNSPACED, ' $& ')

/** What cannot be read is put aside where it is asked for, not while its post is being indexed. */
const readOr = <T>(schema: z.ZodType<T>, text: string, otherwise: T): T => {
  try {
    return fromJson(schema, text)
  } catch {
    return otherwise
  }
}
