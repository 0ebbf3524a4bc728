import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import { readArticle } from '../kit/article/read-article.ts'
import { RequestFailed } from '../kit/send-request.ts'
import type { Site } from './site.ts'

/** A category or a tag as a person names it: by its name, or its number. */
export type Named = string | number

const term = z.object({ id: z.int(), name: z.string(), slug: z.string() })
type Term = z.infer<typeof term>

const PAGE = 100
const MAX_PAGES = 20
const FIELDS = 'id,name,slug'

/** The numbers of categories. One that the site does not have is refused: they are its order, not the post's to make. */
export const categoriesFor = async (site: Site, wanted: readonly Named[]): Promise<number[]> => {
  if (wanted.length === 0) return []
  const known = await readCategories(site)
  return wanted.map((one) => known.find((term) => isNamed(term, one))?.id ?? noCategory(one, known))
}

const readCategories = async (site: Site): Promise<Term[]> => {
  const found: Term[] = []
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const query = { per_page: PAGE, page, _fields: FIELDS, orderby: 'name' }
    const terms = await site.ask(z.array(term), 'GET', 'wp/v2/categories', { query })
    for (const one of terms) found.push({ ...one, name: (await readArticle(one.name)).text })
    if (terms.length < PAGE) break
  }
  return found
}

const isNamed = ({ id, name, slug }: Term, wanted: Named): boolean =>
  typeof wanted === 'number' ? id === wanted : [name, slug].some((one) => same(one, wanted))

const same = (one: string, other: string): boolean =>
  one.normalize('NFC').toLowerCase() === other.trim().normalize('NFC').toLowerCase()

const MOST_TOLD = 20

const noCategory = (wanted: Named, known: readonly Term[]): never => {
  const names = known.slice(0, MOST_TOLD).map(({ name }) => name)
  const others = known.length > MOST_TOLD ? `, and ${known.length - MOST_TOLD} more` : ''
  return refuse(
    'invalid-input',
    `The site has no category ${wanted}; it has ${names.join(', ')}${others}.`,
    'Choose one of these, or make it there.',
    { field: 'options' },
  )
}

const exists = z.object({ code: z.literal('term_exists'), data: z.object({ term_id: z.coerce.number().int() }) })

/** The numbers of tags; those that the site does not have yet are made. */
export const tagsFor = async (site: Site, wanted: readonly Named[]): Promise<number[]> => {
  const ids = new Set<number>()
  for (const one of wanted) {
    const bare = typeof one === 'string' ? one.trim().replace(/^#/, '') : one
    if (bare !== '') ids.add(typeof bare === 'number' ? await tagNumbered(site, bare) : await tagNamed(site, bare))
  }
  return [...ids]
}

const tagNumbered = async (site: Site, id: number): Promise<number> => {
  const [found] = await site.ask(z.array(term), 'GET', 'wp/v2/tags', { query: { include: id, _fields: FIELDS } })
  const next = 'Name the tag instead: one that the site does not have is made.'
  return found?.id ?? refuse('invalid-input', `The site has no tag with the number ${id}.`, next, { field: 'options' })
}

/** To make a tag that is there already tells its number. */
const tagNamed = async (site: Site, name: string): Promise<number> => {
  try {
    return (await site.ask(term, 'POST', 'wp/v2/tags', { json: { name: name.toWellFormed() } })).id
  } catch (error) {
    const there = error instanceof RequestFailed ? exists.safeParse(error.answer?.body) : null
    if (there?.success) return there.data.data.term_id
    throw error
  }
}
