import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { readArticle } from '../kit/article/read-article.ts'
import { type NameMarker, wordsOf } from '../kit/article/name-marker.ts'
import type { Query } from './address-of.ts'
import { refusedWith, type Site } from './site.ts'

/** What is asked of a post, and in whose eyes: as it was written, not as it is shown. */
const FIELDS: Query = {
  context: 'edit',
  _fields: 'id,link,slug,status,date_gmt,modified_gmt,title.raw,content.raw,featured_media',
}

export const post = z.object({
  id: z.int(),
  link: z.string(),
  slug: z.string(),
  status: z.string(),
  /** Without a zone, in UTC. */
  date_gmt: z.string().nullish(),
  modified_gmt: z.string().nullish(),
  title: z.object({ raw: z.string() }),
  content: z.object({ raw: z.string() }),
  featured_media: z.int().default(0),
})
export type Post = z.infer<typeof post>

/** All that a post can be but thrown away. */
export const STATES = 'publish,future,draft,pending,private'

/** Where a post stands for its readers; a preview for those who may edit it. */
export const remoteOf = ({ id, link }: Post): Remote => ({ id: String(id), url: link, parts: [] })

export const timeOf = (utc: string | null | undefined): number => Date.parse(`${utc ?? ''}Z`)

export const writePost = (site: Site, path: string, json: object): Promise<Post> =>
  site.ask(post, 'POST', path, { json, query: FIELDS, writes: true })

export const listPosts = (site: Site, query: Query): Promise<Post[]> =>
  site.ask(z.array(post), 'GET', 'wp/v2/posts', { query: { ...query, ...FIELDS } })

/** Null when there is none, or it was thrown away. */
export const findPost = async (site: Site, id: string): Promise<Post | null> => {
  try {
    const found = await site.ask(post, 'GET', `wp/v2/posts/${encodeURIComponent(id)}`, { query: FIELDS })
    return found.status === 'trash' ? null : found
  } catch (error) {
    if (refusedWith(error, 'rest_post_invalid_id')) return null
    throw error
  }
}

/** By how much the clock of a site may be behind. */
const SLACK = 600_000

/**
 * The post that a marker stands for. Under a name that the person chose another post may stand since long: `taken`.
 */
export const findMarked = async (site: Site, marker: NameMarker, title: string): Promise<Post | 'taken' | null> => {
  // A name that is a number, or that the site keeps for itself, is given a number behind it.
  const names = marker.chosen ? `${marker.name},${marker.name}-2` : marker.name
  const found = await listPosts(site, { slug: names, status: STATES, per_page: 10 })
  if (!marker.chosen) return found[0] ?? null
  for (const one of found) {
    const { text } = await readArticle(one.title.raw)
    const since = timeOf(one.modified_gmt)
    if (wordsOf(text) === wordsOf(title) && !(since < marker.from - SLACK)) return one
  }
  return found.some(({ slug }) => slug === marker.name) ? 'taken' : null
}
