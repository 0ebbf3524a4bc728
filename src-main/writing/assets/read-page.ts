import type { Asset } from '../../../src-preload/contract/model/writing.ts'
import { readLinkedData } from './linked-data.ts'
import { type Found, makeAsset, MAX_ASSETS, type Origin } from './make-asset.ts'
import { type Scan, scanPage } from './scan-page.ts'

/**
 * Assets of a web page: what its linked data describe, else what it says of itself. What the linked data of a single
 * asset leave out is taken from the page.
 */
export const readPage = (html: string, origin: Origin): Asset[] => {
  const page = scanPage(html)
  const own = describePage(page, origin)
  const described = page.data.flatMap((json) => readLinkedData(parseJson(json)))
  const best = mostTelling(described)
  const [only] = best
  const found = only === undefined ? [own] : best.length === 1 ? [complete(only, own)] : best
  return found
    .map((one) => makeAsset(one, origin))
    .filter((asset) => asset !== null)
    .slice(0, MAX_ASSETS)
}

/** Text in JSON, or undefined for what is none: pages carry broken data, and then speak for themselves. */
export const parseJson = (json: string): unknown => {
  try {
    return JSON.parse(json.replace(/^\s*(<!--|\/\*<!\[CDATA\[\*\/)|(-->|\/\*\]\]>\*\/)\s*$/g, ''))
  } catch {
    return undefined
  }
}

/** A page about a product names articles as well, but is about the product. */
const mostTelling = (found: readonly Found[]): readonly Found[] => {
  for (const kind of ['product', 'event', 'coupon', 'article', 'page'] as const) {
    const those = found.filter((one) => one.kind === kind)
    if (those.length > 0) return those
  }
  return []
}

const complete = (found: Found, page: Found): Found => ({
  ...page,
  ...Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined && value !== '')),
  kind: found.kind,
  facts: { ...page.facts, ...withoutGaps(found.facts ?? {}) },
  keywords: found.keywords?.length ? found.keywords : (page.keywords ?? []),
})

const withoutGaps = <T extends object>(facts: T): Partial<T> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<T>

const describePage = (page: Scan, origin: Origin): Found => {
  const first = (...keys: string[]) => keys.map((key) => page.metas.get(key)?.[0]).find((value) => value !== undefined)
  const image = first('og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src')
  const amount = first('product:price:amount', 'og:price:amount')
  const currency = first('product:price:currency', 'og:price:currency')
  return {
    kind: kindOf(first('og:type')),
    title: first('og:title', 'twitter:title') ?? (page.heading || page.title),
    summary: first('og:description', 'twitter:description', 'description') ?? page.paragraph,
    url: page.canonical || first('og:url') || (origin.base ?? ''),
    image:
      image === undefined ? (page.image ?? undefined) : { url: image, alt: first('og:image:alt', 'twitter:image:alt') },
    facts: {
      price: amount === undefined ? undefined : [amount, currency].filter(Boolean).join(' '),
      availability: first('product:availability', 'og:availability'),
      brand: first('product:brand'),
      startsAt: first('event:start_time'),
      endsAt: first('event:end_time'),
      author: first('author', 'article:author:name'),
      publishedAt: first('article:published_time'),
      language: page.language || first('og:locale')?.replace('_', '-'),
    },
    keywords: page.metas.get('article:tag') ?? first('keywords')?.split(',') ?? [],
  }
}

const kindOf = (type: string | undefined): Asset['kind'] =>
  type === undefined
    ? 'page'
    : /product/.test(type)
      ? 'product'
      : /event/.test(type)
        ? 'event'
        : /article/.test(type)
          ? 'article'
          : 'page'
