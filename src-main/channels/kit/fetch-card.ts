import { type Fetched, type FetchRules, fetchPage } from './fetch-page.ts'

/** How a page presents itself to those who link to it. */
export type Card = { title: string; description: string; /** A picture as it came. */ image: Uint8Array | null }

const PAGE_BYTES = 1_000_000
const IMAGE_BYTES = 5_000_000

/** Reads a page's title, description and picture from its head. Null when it is no page. */
export const fetchCard = async (
  url: string,
  rules: Pick<FetchRules, 'signal' | 'privateAddresses'>,
): Promise<Card | null> => {
  const page = await fetchPage(url, { ...rules, maxBytes: PAGE_BYTES, accept: 'text/html,application/xhtml+xml' })
  if (!page || !/html/.test(page.type)) return null
  const head = await readHead(page)
  return {
    title: shorten(head.title || new URL(page.url).hostname, 300),
    description: shorten(head.description, 1000),
    image: head.image === '' ? null : await fetchImage(new URL(head.image, page.url).href, rules),
  }
}

const fetchImage = async (url: string, rules: Pick<FetchRules, 'signal' | 'privateAddresses'>) => {
  try {
    return (await fetchPage(url, { ...rules, maxBytes: IMAGE_BYTES, accept: 'image/*' }))?.bytes ?? null
  } catch {
    return null
  }
}

/** In the order of preference, by `property` or `name` of the meta element. */
const SOURCES = {
  title: ['og:title', 'twitter:title', 'title'],
  description: ['og:description', 'twitter:description', 'description'],
  image: ['og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src'],
} as const

const readHead = async (page: Fetched): Promise<Record<keyof typeof SOURCES, string>> => {
  const { Parser } = await import('htmlparser2')
  const found = new Map<string, string>()
  let inTitle = false
  const parser = new Parser({
    onopentag: (name, { property, name: called, content }) => {
      inTitle = name === 'title' && !found.has('title')
      const key = (property ?? called ?? '').toLowerCase()
      if (name === 'meta' && content !== undefined && key !== 'title' && !found.has(key)) found.set(key, content)
    },
    ontext: (text) => {
      if (inTitle) found.set('title', (found.get('title') ?? '') + text)
    },
    onclosetag: () => {
      inTitle = false
    },
  })
  parser.end(decode(page))
  const first = (keys: readonly string[]) => keys.map((key) => found.get(key)?.trim()).find(Boolean) ?? ''
  return { title: first(SOURCES.title), description: first(SOURCES.description), image: first(SOURCES.image) }
}

/** The charset is what the server says, else what the page says of itself, else UTF-8. */
const decode = ({ type, bytes }: Fetched): string => {
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  const charset =
    /charset=["']?([\w-]+)/.exec(type)?.[1] ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(start)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

const shorten = (text: string, max: number): string => {
  const line = text.replace(/\s+/g, ' ').trim().toWellFormed()
  return line.length <= max ? line : `${line.slice(0, max - 1).toWellFormed()}…`
}
