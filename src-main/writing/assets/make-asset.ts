import type { Asset } from '../../../src-preload/contract/model/writing.ts'
import { refuse } from '../../core/refusal.ts'
import { detectLanguage, primaryLanguage } from '../language.ts'
import { findKeywords } from '../keywords.ts'
import { sentencesOf } from '../cut-words.ts'
import { plainText } from '../plain-text.ts'
import { because } from '../../core/told.ts'

/** What a reader found, as it stood there. */
export type Found = {
  kind: Asset['kind']
  title?: string | undefined
  summary?: string | undefined
  url?: string | undefined
  image?: { url: string; alt?: string | undefined } | undefined
  facts?: Readonly<Partial<Record<Fact, string | undefined>>> | undefined
  keywords?: readonly string[] | undefined
}

/** What is known of an asset beside its words. Times are as the source writes them, mostly ISO 8601. */
export type Fact =
  | 'price'
  | 'oldPrice'
  | 'availability'
  | 'brand'
  | 'code'
  | 'startsAt'
  | 'endsAt'
  | 'place'
  | 'author'
  | 'publishedAt'
  | 'language'

/** Where something was read: its name for people, the address that its links are relative to, and when. */
export type Origin = { source: string; base: string | null; readAt: string }

/** At most so many from one source. */
export const MAX_ASSETS = 10

const MAX = { title: 300, summary: 1000, fact: 200, keyword: 40, keywords: 12, url: 2000 }
/** A source that names fewer is helped out. */
const FEW_KEYWORDS = 3

/** An asset of what was found; null when there are no words in it. */
export const makeAsset = (found: Found, { source, base, readAt }: Origin): Asset | null => {
  const summary = plainText(found.summary ?? '', MAX.summary)
  const title = plainText(found.title ?? '', MAX.title) || plainText(sentencesOf(summary)[0]?.text ?? '', MAX.title)
  if (title === '') return null
  const facts = tidyFacts(found.facts ?? {})
  const image = found.image && webAddress(found.image.url, base)
  return {
    kind: found.kind,
    title,
    summary: summary === title ? '' : summary,
    url: webAddress(found.url ?? '', base),
    image: image ? { url: image, alt: plainText(found.image?.alt ?? '', MAX.summary) } : null,
    facts,
    keywords: tidyKeywords(found.keywords ?? [], title, summary, facts['language'] ?? null),
    source,
    readAt,
  }
}

/** Brings an asset that others handed in into the form that reading gives; refuses one without words. */
export const tidyAsset = (asset: Asset): Asset => {
  const { image, url, source, readAt } = asset
  const origin = { source: plainText(source, MAX.url), base: null, readAt }
  return (
    makeAsset({ ...asset, image: image ?? undefined, url: url ?? undefined }, origin) ??
    refuse('invalid-input', 'An asset has no words to write about.', 'Give it a title.', {
      field: 'assets',
      told: because('asset-no-words'),
    })
  )
}

/** A web address made whole; null for any other kind of link. */
export const webAddress = (address: string, base: string | null): string | null => {
  const trimmed = address.trim()
  if (trimmed === '' || !URL.canParse(trimmed, base ?? undefined)) return null
  const { protocol, username, href } = new URL(trimmed, base ?? undefined)
  return /^https?:$/.test(protocol) && username === '' && href.length <= MAX.url ? href : null
}

const tidyFacts = (facts: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(facts)
      .slice(0, 20)
      .map(([name, value]) => [plainText(name, MAX.keyword), plainText(value ?? '', MAX.fact)])
      .filter(([, value]) => value !== ''),
  )

const tidyKeywords = (given: readonly string[], title: string, summary: string, language: string | null): string[] => {
  const named = given.slice(0, 100).map((keyword) => plainText(keyword, 200))
  const own = named.filter((keyword) => keyword !== '' && keyword.length <= MAX.keyword)
  const text = `${title} ${summary}`
  const found =
    own.length >= FEW_KEYWORDS
      ? []
      : findKeywords(title, summary, language === null ? detectLanguage(text) : primaryLanguage(language))
  const unlike = new Map([...own, ...found].toReversed().map((keyword) => [keyword.toLowerCase(), keyword]))
  return [...unlike.values()].toReversed().slice(0, MAX.keywords)
}
