import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { Draft } from '../channel.ts'
import { titleOf } from '../check/check-text.ts'
import { wordsOf } from '../kit/article/name-marker.ts'
import { toMarkdown } from '../kit/markdown.ts'
import { FOREM, foremOptions, MOST_TAGS } from '../rules/forem.ts'
import type { Site } from './site.ts'

export const article = z.object({
  id: z.int(),
  title: z.string(),
  url: z.string().default(''),
  body_markdown: z.string().nullish(),
  cover_image: z.string().nullish(),
  published: z.boolean().optional(),
  published_at: z.string().nullish(),
})
export type Article = z.infer<typeof article>

export const remoteOf = ({ id, url }: Article): Remote => ({ id: String(id), url: url || null, parts: [] })

export const toldOf = ({ options }: Pick<Draft, 'options'>) => foremOptions.safeParse(options).data ?? {}

/** Title and text: a first line that has become the title is not said again. */
export const wordsFor = (draft: Draft): { title: string; body: string } => {
  const title = (titleOf(FOREM, draft) ?? '').toWellFormed()
  const { 0: line = '', index = 0 } = /\S[^\r\n]*/.exec(draft.text) ?? {}
  const keeps = toldOf(draft).title !== undefined || /https?:\/\//i.test(line)
  const from = keeps || draft.text.slice(index + line.length).trim() === '' ? 0 : index + line.length
  const emphasis = draft.emphasis
    .map((one) => ({ ...one, start: one.start - from, end: one.end - from }))
    .filter(({ start }) => start >= 0)
  return { title, body: toMarkdown({ text: draft.text.slice(from), emphasis }).trim() }
}

/** Tags as a Forem has them, without what it would refuse; all of them, though it takes four. */
export const tagsOf = (draft: Draft): string[] => {
  const names = [...(toldOf(draft).tags ?? []), ...draft.tags].map((tag) =>
    tag.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
  )
  return [...new Set(names.filter((name) => name !== ''))]
}

/** What else an article is told. */
export const besideOf = (draft: Draft) => {
  const { description, series, canonical_url, organization_id } = toldOf(draft)
  const tags = tagsOf(draft).slice(0, MOST_TAGS)
  return {
    ...(tags.length > 0 && { tags }),
    ...(description !== undefined && { description }),
    ...(series !== undefined && { series }),
    ...(canonical_url !== undefined && { canonical_url }),
    ...(organization_id !== undefined && { organization_id }),
  }
}

const PAGE = 100
/** An account may keep many drafts, and they come first. */
const MAX_PAGES = 5

/** Articles of the person's own, a page of them; drafts come first among `all`. */
export const listOwn = (site: Site, which: 'all' | 'published', page: number): Promise<Article[]> =>
  site.ask(z.array(article), 'GET', `articles/me/${which}`, { query: { page: String(page), per_page: String(PAGE) } })

/** Whether a page has all there is. */
export const isLast = (page: readonly Article[]): boolean => page.length < PAGE

/** The person's own articles and drafts with this title. */
export const findAlike = async (site: Site, title: string): Promise<Article[]> => {
  const found: Article[] = []
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const articles = await listOwn(site, 'all', page)
    found.push(...articles.filter((one) => wordsOf(one.title) === wordsOf(title)))
    if (isLast(articles)) break
  }
  return found.toSorted((a, b) => b.id - a.id)
}
