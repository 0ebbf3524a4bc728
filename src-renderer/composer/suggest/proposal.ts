import type { Attachment } from '../../../src-preload/contract/model/media.ts'
import type { Composed, Suggestion } from '../../../src-preload/contract/model/writing.ts'

/** Something to take over into the post: nothing of it is there before the person takes it. */
export type Proposal = {
  readonly key: string
  readonly text: string
  readonly media: readonly Attachment[]
  /** The account it was made for; null: for whichever text is on the page. */
  readonly accountId: string | null
  /** Who made it. */
  readonly provider: string
}

export const ofSuggestions = (suggestions: readonly Suggestion[]): Proposal[] =>
  suggestions.map(({ text, hashtags, provider }, index) => ({
    key: `${index} ${text}`,
    text: withTags(text, hashtags),
    media: [],
    accountId: null,
    provider,
  }))

export const ofContents = (contents: readonly Composed[]): Proposal[] =>
  contents.map(({ text, hashtags, media, accountId, provider }, index) => ({
    key: `${index} ${accountId}`,
    text: withTags(text, hashtags),
    media,
    accountId,
    provider,
  }))

/** The hashtags behind the text, those that it does not have. */
const withTags = (text: string, hashtags: readonly string[]): string => {
  const lower = text.toLowerCase()
  const lacking = hashtags.map((tag) => `#${tag.replace(/^#/, '')}`).filter((tag) => !lower.includes(tag.toLowerCase()))
  return lacking.length === 0 ? text : `${text}\n\n${lacking.join(' ')}`
}
