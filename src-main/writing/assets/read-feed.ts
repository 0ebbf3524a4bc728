import { parseFeed } from 'feedsmith'
import type { Asset } from '../../../src-preload/contract/model/writing.ts'
import { type Found, makeAsset, MAX_ASSETS, type Origin } from './make-asset.ts'
import { scanPage } from './scan-page.ts'

type Entry = Omit<Found, 'kind' | 'summary'> & {
  summary: string | undefined
  body: string | undefined
  at: string | undefined
}
type Feed = ReturnType<typeof parseFeed<string>>
type Of<F extends Feed['format']> = Extract<Feed, { format: F }>['feed']

/** The newest entries of an RSS, Atom, RDF or JSON feed; null when it is none. */
export const readFeed = (source: string, origin: Origin): Asset[] | null => {
  const read = parse(source)
  if (!read) return null
  const base = origin.base ?? read.home ?? null
  return newest(read.entries)
    .map((entry) => makeAsset(describe(entry, read.language), { ...origin, base }))
    .filter((asset) => asset !== null)
    .slice(0, MAX_ASSETS)
}

type Read = { home: string | undefined; language: string | undefined; entries: Entry[] }

const parse = (source: string): Read | null => {
  let feed: Feed
  try {
    feed = parseFeed(source)
  } catch {
    return null
  }
  switch (feed.format) {
    case 'rss':
      return { home: feed.feed.link, language: feed.feed.language, entries: (feed.feed.items ?? []).map(rssEntry) }
    case 'atom':
      return {
        home: feed.feed.links?.find((link) => (link.rel ?? 'alternate') === 'alternate')?.href,
        language: feed.feed.xml?.lang,
        entries: (feed.feed.entries ?? []).map(atomEntry),
      }
    case 'rdf':
      return { home: feed.feed.link, language: undefined, entries: (feed.feed.items ?? []).map(rdfEntry) }
    case 'json':
      return {
        home: feed.feed.home_page_url,
        language: feed.feed.language,
        entries: (feed.feed.items ?? []).map(jsonEntry),
      }
  }
}

type Item<T extends readonly unknown[] | undefined> = NonNullable<T>[number]

const rssEntry = (item: Item<Of<'rss'>['items']>): Entry => {
  const picture =
    item.enclosures?.find((file) => file.type?.startsWith('image/'))?.url ??
    item.media?.contents?.find((file) => file.medium === 'image' || file.type?.startsWith('image/'))?.url ??
    item.media?.thumbnails?.[0]?.url
  return {
    title: item.title,
    summary: item.description,
    body: item.content?.encoded ?? item.description,
    url: item.link ?? item.guid?.value,
    image: picture === undefined ? undefined : { url: picture },
    facts: { author: item.dc?.creators?.[0] ?? item.authors?.[0]?.name },
    keywords: (item.categories ?? []).flatMap(({ name }) => name ?? []),
    at: item.pubDate ?? item.dc?.dates?.[0],
  }
}

const atomEntry = (item: Item<Of<'atom'>['entries']>): Entry => {
  const picture =
    item.links?.find((link) => link.rel === 'enclosure' && link.type?.startsWith('image/'))?.href ??
    item.media?.thumbnails?.[0]?.url
  return {
    title: item.title?.value,
    summary: item.summary?.value ?? item.content?.value,
    body: item.content?.value,
    url: item.links?.find((link) => (link.rel ?? 'alternate') === 'alternate')?.href,
    image: picture === undefined ? undefined : { url: picture },
    facts: { author: item.authors?.[0]?.name },
    keywords: (item.categories ?? []).flatMap(({ label, term }) => label ?? term ?? []),
    at: item.published ?? item.updated,
  }
}

const rdfEntry = (item: Item<Of<'rdf'>['items']>): Entry => ({
  title: item.title,
  summary: item.description,
  body: item.content?.encoded,
  url: item.link,
  facts: { author: item.dc?.creators?.[0] },
  keywords: item.dc?.subjects ?? [],
  at: item.dc?.dates?.[0],
})

const jsonEntry = (item: Item<Of<'json'>['items']>): Entry => {
  const picture = item.image ?? item.banner_image
  return {
    title: item.title,
    summary: item.summary ?? item.content_text ?? item.content_html,
    body: item.content_html,
    url: item.url ?? item.external_url,
    image: picture === undefined ? undefined : { url: picture },
    facts: { author: item.authors?.[0]?.name, language: item.language },
    keywords: item.tags ?? [],
    at: item.date_published ?? item.date_modified,
  }
}

/** By their times, the newest first; what has none stays behind, in order. */
const newest = (entries: readonly Entry[]): Entry[] =>
  entries
    .map((entry) => ({ entry, time: timeOf(entry) ?? Number.NEGATIVE_INFINITY }))
    .toSorted((a, b) => (a.time === b.time ? 0 : b.time - a.time))
    .slice(0, MAX_ASSETS)
    .map(({ entry }) => entry)

const timeOf = ({ at }: Entry): number | null => {
  const time = at === undefined ? Number.NaN : Date.parse(at)
  return Number.isNaN(time) ? null : time
}

const describe = (entry: Entry, language: string | undefined): Found => {
  const { body, at: _, ...found } = entry
  const time = timeOf(entry)
  return {
    ...found,
    kind: 'article',
    image: found.image ?? (body === undefined ? null : scanPage(`<article>${body}`).image) ?? undefined,
    facts: {
      language,
      ...found.facts,
      publishedAt: time === null ? undefined : new Date(time).toISOString(),
    },
  }
}
