import { readMarkup } from '../read-markup.ts'

/** What a page says of itself, as it stands in its markup. */
export type Scan = {
  /** Values of meta elements by `property`, `name` or `itemprop`, in order. */
  metas: ReadonlyMap<string, readonly string[]>
  title: string
  heading: string
  /** The first paragraph outside of navigation. */
  paragraph: string
  /** The first picture of the article itself. */
  image: { url: string; alt: string } | null
  canonical: string
  language: string
  /** Bodies of JSON-LD scripts. */
  data: readonly string[]
}

type Gathering = { -readonly [K in Exclude<keyof Scan, 'metas' | 'data'>]: Scan[K] } & {
  metas: Map<string, string[]>
  data: string[]
}
type Spot = 'title' | 'heading' | 'paragraph' | 'data'

/** What surrounds the article of a page. */
const ASIDE = new Set(['nav', 'header', 'footer', 'aside', 'form', 'dialog'])
const ARTICLE = new Set(['article', 'main'])
const SPOTS: Readonly<Record<string, Spot>> = { title: 'title', h1: 'heading', p: 'paragraph', script: 'data' }
/** Of one element no more text than this is kept, in UTF-16 units; data are cut at no place that could be read. */
const MAX_TEXT = 20_000
const MAX_DATA = 1_000_000
const MAX_REPEATS = 50

/** Looks a page through once, without running anything. */
export const scanPage = (html: string): Scan => {
  const page: Gathering = {
    metas: new Map(),
    title: '',
    heading: '',
    paragraph: '',
    image: null,
    canonical: '',
    language: '',
    data: [],
  }
  let aside = 0
  let article = 0
  let open: { element: string; spot: Spot; text: string } | null = null

  const close = () => {
    if (!open) return
    const { spot, text } = open
    open = null
    if (spot === 'data') {
      if (text.length < MAX_DATA && page.data.length < MAX_REPEATS) page.data.push(text)
    } else if (page[spot] === '' && text.trim() !== '') page[spot] = text.trim()
  }

  readMarkup(html, {
    onopentag: (name, attributes) => {
      if (ASIDE.has(name)) aside += 1
      if (ARTICLE.has(name)) article += 1
      readAttributes(page, name, attributes)
      if (name === 'img' && article > 0 && aside === 0) page.image ??= pictureOf(attributes)
      const spot = SPOTS[name]
      if (spot === undefined || (spot === 'data' && attributes['type'] !== 'application/ld+json')) return
      if (spot !== 'paragraph' || aside === 0) {
        close()
        open = { element: name, spot, text: '' }
      }
    },
    ontext: (text) => {
      if (open && open.text.length < (open.spot === 'data' ? MAX_DATA : MAX_TEXT)) open.text += text
    },
    onclosetag: (name) => {
      if (ASIDE.has(name)) aside -= 1
      if (ARTICLE.has(name)) article -= 1
      if (open?.element === name) close()
    },
  })
  return page
}

type Attributes = Readonly<Record<string, string>>

const readAttributes = (page: Gathering, name: string, attributes: Attributes): void => {
  if (name === 'html') page.language = attributes['lang'] ?? ''
  if (name === 'link' && attributes['rel'] === 'canonical') page.canonical ||= attributes['href'] ?? ''
  if (name !== 'meta') return
  const key = (attributes['property'] ?? attributes['name'] ?? attributes['itemprop'] ?? '').toLowerCase()
  const value = (attributes['content'] ?? '').trim()
  if (key === '' || value === '') return
  const values = page.metas.get(key)
  if (values === undefined) page.metas.set(key, [value])
  else if (values.length < MAX_REPEATS) values.push(value)
}

const pictureOf = ({ src, alt }: Attributes): Scan['image'] =>
  src === undefined || src.trim() === '' ? null : { url: src, alt: alt ?? '' }
