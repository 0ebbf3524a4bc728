import { marked } from 'marked'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Asset } from '../../../src-preload/contract/model/writing.ts'
import { type Found, makeAsset, type Origin } from './make-asset.ts'
import { scanPage } from './scan-page.ts'

/** A text begins within this; the rest is not read. In UTF-16 units. */
const BEGINNING = 20_000

const words = z
  .union([z.string(), z.number().transform(String), z.date().transform((date) => date.toISOString())])
  .optional()
  .catch(undefined)

const frontMatter = z
  .object({
    title: words,
    description: words,
    summary: words,
    excerpt: words,
    url: words,
    permalink: words,
    link: words,
    image: words,
    cover: words,
    alt: words,
    date: words,
    author: words,
    lang: words,
    language: words,
    price: words,
    startsAt: words,
    endsAt: words,
    place: words,
    code: words,
    tags: z.union([z.array(z.coerce.string()), z.string().transform((tags) => tags.split(','))]).catch([]),
    keywords: z.union([z.array(z.coerce.string()), z.string().transform((tags) => tags.split(','))]).catch([]),
  })
  .catch({ tags: [], keywords: [] })

/** An asset of a Markdown file: its front matter, and what that leaves out from the text. Null when there are no words. */
export const readMarkdown = (file: string, origin: Origin): Asset | null => {
  const [, head, body = ''] =
    /^(?:---\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)(?:\r?\n|$))?([\s\S]*)$/.exec(file.replace(/^\uFEFF/, '')) ?? []
  const known = frontMatter.parse(parseHead(head ?? ''))
  const page = scanPage(`<article>${toMarkup(body.slice(0, BEGINNING))}</article>`)
  const image = known.image ?? known.cover
  return makeAsset(
    {
      kind: kindOf(known),
      title: known.title ?? page.heading,
      summary: known.description ?? known.summary ?? known.excerpt ?? page.paragraph,
      url: known.url ?? known.permalink ?? known.link,
      image: image === undefined ? (page.image ?? undefined) : { url: image, alt: known.alt },
      facts: {
        price: known.price,
        startsAt: known.startsAt,
        endsAt: known.endsAt,
        place: known.place,
        code: known.code,
        author: known.author,
        publishedAt: known.date,
        language: known.lang ?? known.language,
      },
      keywords: [...known.tags, ...known.keywords],
    },
    origin,
  )
}

const kindOf = (known: z.infer<typeof frontMatter>): Found['kind'] =>
  known.startsAt ? 'event' : known.code ? 'coupon' : known.price ? 'product' : 'article'

/** What is nested beyond reason makes the parser give up; it says nothing then. */
const toMarkup = (text: string): string => {
  try {
    return marked.parse(text, { async: false })
  } catch {
    return ''
  }
}

/** Broken front matter counts as none; aliases are bounded, since a few lines of them can mean gigabytes. */
const parseHead = (head: string): unknown => {
  try {
    return parse(head, { maxAliasCount: 20 }) as unknown
  } catch {
    return undefined
  }
}
