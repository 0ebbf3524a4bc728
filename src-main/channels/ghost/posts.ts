import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { type NameMarker, wordsOf } from '../kit/article/name-marker.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { saysNone } from './failures.ts'
import type { Site } from './site.ts'

export const post = z.object({
  id: z.string(),
  slug: z.string(),
  url: z.string(),
  title: z.string(),
  status: z.string(),
  html: z.string().nullish(),
  feature_image: z.string().nullish(),
  feature_image_alt: z.string().nullish(),
  created_at: z.string(),
  updated_at: z.string(),
  published_at: z.string().nullish(),
})
export type Post = z.infer<typeof post>

/** As it is shown, beside what it is written in. */
const SHOWN = { formats: 'html' }

export const remoteOf = ({ id, url }: Post): Remote => ({ id, url, parts: [] })

export const isPublic = ({ status }: Post): boolean => status === 'published' || status === 'sent'

const one = z.object({ posts: z.tuple([post]) })

export const makePost = async (site: Site, json: object): Promise<Post> => {
  const query = { ...SHOWN, source: 'html' }
  return (await site.ask(one, 'POST', 'posts/', { json: { posts: [json] }, query, writes: true })).posts[0]
}

/** Changes a post, unless somebody else did since it was read. */
export const changePost = async (
  site: Site,
  { id, updated_at }: Post,
  json: object,
  query: Readonly<Record<string, string>> = {},
): Promise<Post> => {
  const sent = { json: { posts: [{ ...json, updated_at }] }, query: { ...SHOWN, source: 'html', ...query } }
  return (await site.ask(one, 'PUT', `posts/${encodeURIComponent(id)}/`, { ...sent, writes: true })).posts[0]
}

/** Null when there is none. */
export const findPost = (site: Site, id: string): Promise<Post | null> => findAt(site, encodeURIComponent(id))

const findAt = async (site: Site, place: string): Promise<Post | null> => {
  try {
    return (await site.ask(one, 'GET', `posts/${place}/`, { query: SHOWN })).posts[0]
  } catch (error) {
    if (error instanceof RequestFailed && saysNone(error.answer)) return null
    throw error
  }
}

/** By how much the clock of a site may be behind. */
const SLACK = 600_000

/** The post that a marker stands for. Under a name that the person chose another post may stand since long: `taken`. */
export const findMarked = async (site: Site, marker: NameMarker, title: string): Promise<Post | 'taken' | null> => {
  const found = await findAt(site, `slug/${encodeURIComponent(marker.name)}`)
  if (!found || !marker.chosen) return found
  const isOurs = wordsOf(found.title) === wordsOf(title) && Date.parse(found.created_at) >= marker.from - SLACK
  return isOurs ? found : 'taken'
}
