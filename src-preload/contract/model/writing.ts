import { z } from 'zod'
import { accountId, instant } from './common.ts'
import { attachment } from './media.ts'

const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

export const tone = z.enum(['neutral', 'friendly', 'professional', 'playful', 'urgent'])
export type Tone = z.infer<typeof tone>

/** A language tag of BCP 47, such as `en` or `pt-BR`. */
export const language = z.string().max(35).refine(isLanguage, 'Use a language tag such as en or pt-BR.')

/** Where an asset comes from: an address (a page, a feed, a shop's product JSON) or the text of a file. */
export const assetSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('url'), url: z.url({ protocol: /^https?$/ }).max(2000) }),
  z.object({ kind: z.literal('file'), name: z.string().min(1).max(255), text: z.string().min(1).max(2_000_000) }),
])
export type AssetSource = z.infer<typeof assetSource>

/** What a post can be made from: facts that were read, nothing that was guessed. */
export const asset = z.object({
  kind: z.enum(['product', 'article', 'event', 'coupon', 'page']),
  title: z.string(),
  summary: z.string(),
  url: z.string().nullable(),
  image: z.object({ url: z.string(), alt: z.string() }).nullable(),
  /** Such as `{ "price": "12.00 EUR", "startsAt": "..." }`. */
  facts: z.record(z.string(), z.string()),
  keywords: z.array(z.string()),
  source: z.string(),
  readAt: instant,
})
export type Asset = z.infer<typeof asset>

/**
 * A text to choose from, whole: link and hashtags stand in it; it passed the channel's check. `hashtags` names those in it,
 * without the sign; `provider` is `built-in` or the name of a model.
 */
export const suggestion = z.object({ text: z.string(), hashtags: z.array(z.string()), provider: z.string() })
export type Suggestion = z.infer<typeof suggestion>

/** Ready content for one channel: a draft until the person acts. `text` is whole, `link` and `hashtags` name what is in it. */
export const composed = z.object({
  channel: z.string(),
  accountId: accountId.nullable(),
  type: z.enum(['TEXT', 'LINK', 'IMAGE']),
  text: z.string(),
  hashtags: z.array(z.string()),
  link: z.string().nullable(),
  media: z.array(attachment),
  asset: asset.nullable(),
  provider: z.string(),
})
export type Composed = z.infer<typeof composed>
