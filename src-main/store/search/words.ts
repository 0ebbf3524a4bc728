import { override } from '../../../src-preload/contract/model/item.ts'
import { fromJsonOr } from '../rows/json.ts'
import { tagsIn } from '../rows/post-row.ts'

/** What of a post's row can be searched for. */
export type PostText = { text: string; tags: string }

/** The words of a post: its own, what its items say instead, and its tags. Takes the JSON columns. */
export const wordsOf = (post: PostText, overrides: readonly string[]): string => {
  const texts = new Set(overrides.map((overridden) => ownText(post.text, overridden)))
  return spaced([post.text, ...texts, ...tagsIn(post.tags)].join('\n'))
}

/** What an override says that its post does not; empty when it says the same. */
export const ownText = (postText: string, overridden: string): string => {
  if (overridden === '{}') return ''
  const { text } = fromJsonOr(override, overridden, {})
  return text === undefined || text === postText ? '' : text
}

// Scripts that are written without spaces: each sign is a word of its own, and a search for several is one for the
// phrase, so that a word is found in the midst of a sentence.
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/gu

/** Text as the search index takes it. */
export const spaced = (text: string): string => text.replace(UNSPACED, ' $& ')
