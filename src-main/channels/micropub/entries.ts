import { z } from 'zod'
import type { Millis } from '../../core/records.ts'
import { readArticle } from '../kit/article/read-article.ts'
import { RequestFailed } from '../kit/send-request.ts'
import type { Site } from './site.ts'

/** An entry that stands on the site, as it lists them. */
export type Entry = {
  url: string
  /** When it was published; null: the site does not tell. */
  at: Millis | null
  slug: string | null
  name: string
  text: string
  pictures: { url: string; alt: string }[]
  files: number
}

const values = z.array(z.unknown()).catch([])
const item = z.object({ properties: z.record(z.string(), values) })
const list = z.object({
  items: z.array(item),
  paging: z
    .object({ after: z.union([z.string(), z.number()]).nullish() })
    .nullish()
    .catch(null),
})

const PAGE = 50
const MOST_PAGES = 5
/** A site that does not say whether there is more, and lists fewer than these, lists all it has: none cuts as short. */
const SURELY_ALL = 10

/** The entries since then, newest first as sites list them; `whole`: all of them. Null: this site does not list. */
export const listEntries = async (site: Site, since: Millis): Promise<{ entries: Entry[]; whole: boolean } | null> => {
  const entries: Entry[] = []
  let after = ''
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await ask(site, after)
    if (!found) return page === 0 ? null : { entries, whole: false }
    const fresh = (await Promise.all(found.items.map(readEntry))).filter(({ url }) => url !== '')
    entries.push(...fresh)
    const next = String(found.paging?.after ?? '')
    const all = next === '' && (found.paging != null || found.items.length < SURELY_ALL)
    if (all || fresh.some(({ at }) => at !== null && at < since)) return { entries, whole: true }
    if (next === '' || next === after) return { entries, whole: false }
    after = next
  }
  return { entries, whole: false }
}

const ask = async (site: Site, after: string): Promise<z.infer<typeof list> | null> => {
  try {
    const { body } = await site.query({ q: 'source', limit: String(PAGE), ...(after !== '' && { after }) })
    return list.safeParse(body).data ?? null
  } catch (error) {
    // Without the address of an entry the question is not one of the standard's own.
    const status = error instanceof RequestFailed ? (error.answer?.status ?? 0) : 0
    if ([400, 404, 405, 422, 501].includes(status)) return null
    throw error
  }
}

const readEntry = async ({ properties }: z.infer<typeof item>): Promise<Entry> => {
  const first = (name: string): unknown => properties[name]?.[0]
  const word = (name: string): string => textOf(first(name))
  const at = Date.parse(word('published'))
  const { text, pictures } = await contentOf(first('content'))
  const photos = (properties['photo'] ?? []).map((one) => ({ url: textOf(one), alt: altOf(one) }))
  const shown = [...photos, ...pictures.filter(({ url }) => !photos.some((photo) => photo.url === url))]
  return {
    url: word('url'),
    at: Number.isFinite(at) ? at : null,
    slug: word('mp-slug') || word('slug') || null,
    name: word('name'),
    text,
    pictures: shown.filter(({ url }) => url !== ''),
    files: photos.length + (properties['video']?.length ?? 0),
  }
}

const rich = z.object({ html: z.string() })
const valued = z.object({ value: z.string(), alt: z.string().catch('') })

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : (valued.safeParse(value).data?.value ?? '')

const altOf = (value: unknown): string => valued.safeParse(value).data?.alt ?? ''

const contentOf = async (value: unknown): Promise<{ text: string; pictures: Entry['pictures'] }> => {
  const html = rich.safeParse(value).data?.html
  return html === undefined ? { text: textOf(value), pictures: [] } : readArticle(html)
}
