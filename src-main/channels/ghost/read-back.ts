import { z } from 'zod'
import type { Millis } from '../../core/records.ts'
import type { Access, ChannelTools, NativePost, ReadBack } from '../channel.ts'
import { readArticle, withTitle } from '../kit/article/read-article.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import { mannersOf } from './failures.ts'
import { type Post, post, remoteOf } from './posts.ts'
import type { GhostSettings } from './settings.ts'
import { openSite, type Site } from './site.ts'

const PAGE = 100
const MAX_PAGES = 10

const page = z.object({ posts: z.array(post) })

/** What the site published since then. */
export const readBack = async (
  access: Access<GhostSettings>,
  since: Millis,
  tools: ChannelTools,
): Promise<ReadBack> => {
  try {
    const { posts, whole } = await readSince(await openSite(access, tools), since)
    const oldest = timeOf(posts.at(-1))
    return { kind: 'read', posts: await Promise.all(posts.map(nativeOf)), from: whole ? since : oldest }
  } catch (error) {
    return { kind: 'failed', failure: outcomeOf(error, mannersOf(access), tools).failure }
  }
}

const readSince = async (site: Site, since: Millis): Promise<{ posts: Post[]; whole: boolean }> => {
  const posts: Post[] = []
  // As its database writes times: some compare them letter by letter.
  const from = new Date(since).toISOString().slice(0, 19).replace('T', ' ')
  for (let number = 1; number <= MAX_PAGES; number += 1) {
    const query = {
      filter: `status:[published,sent]+published_at:>='${from}'`,
      order: 'published_at desc',
      formats: 'html',
      limit: String(PAGE),
      page: String(number),
    }
    const found = (await site.ask(page, 'GET', 'posts/', { query })).posts
    posts.push(...found)
    if (found.length < PAGE) return { posts, whole: true }
  }
  return { posts, whole: false }
}

const timeOf = (found: Post | undefined): Millis => Date.parse(found?.published_at ?? '')

const nativeOf = async (found: Post): Promise<NativePost> => {
  const { text, pictures } = await readArticle(found.html ?? '')
  const { feature_image: image, feature_image_alt: alt } = found
  const heads = image && !pictures.some(({ url }) => url === image) ? [{ url: image, alt: alt ?? '' }] : []
  return {
    remote: remoteOf(found),
    text: withTitle(found.title, text),
    at: timeOf(found),
    pictures: [...heads, ...pictures],
  }
}
