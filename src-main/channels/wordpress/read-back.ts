import { z } from 'zod'
import type { Millis } from '../../core/records.ts'
import type { Access, ChannelTools, NativePost, ReadBack } from '../channel.ts'
import { readArticle, withTitle } from '../kit/article/read-article.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import { mannersOf } from './failures.ts'
import { listPosts, type Post, remoteOf, timeOf } from './posts.ts'
import type { WordPressSettings } from './settings.ts'
import { openSite, type Site } from './site.ts'

const PAGE = 100
const MAX_PAGES = 10

/** What the user posted. A draft is among them when it has a name: those begun by hand get theirs when they are published. */
export const readBack = async (
  access: Access<WordPressSettings>,
  since: Millis,
  tools: ChannelTools,
): Promise<ReadBack> => {
  try {
    const site = await openSite(access)
    const { posts, whole } = await readSince(site, access.settings.userId ?? (await readUserId(site)), since)
    const from = whole ? since : timeOf(posts.at(-1)?.date_gmt)
    const shown = posts.filter(({ slug, date_gmt }) => slug !== '' && timeOf(date_gmt) >= from)
    return { kind: 'read', posts: await Promise.all(shown.map(nativeOf)), from }
  } catch (error) {
    return { kind: 'failed', failure: outcomeOf(error, mannersOf(access), tools).failure }
  }
}

const readUserId = async (site: Site): Promise<number> =>
  (await site.ask(z.object({ id: z.int() }), 'GET', 'wp/v2/users/me', { query: { _fields: 'id' } })).id

const readSince = async (site: Site, author: number, since: Millis): Promise<{ posts: Post[]; whole: boolean }> => {
  const posts: Post[] = []
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const status = 'publish,private,draft,pending'
    const found = await listPosts(site, { author, status, orderby: 'date', per_page: PAGE, page })
    posts.push(...found)
    if (found.length < PAGE || timeOf(found.at(-1)?.date_gmt) < since) return { posts, whole: true }
  }
  return { posts, whole: false }
}

const nativeOf = async (post: Post): Promise<NativePost> => {
  const title = await readArticle(post.title.raw)
  const { text, pictures } = await readArticle(post.content.raw)
  return { remote: remoteOf(post), text: withTitle(title.text, text), at: timeOf(post.date_gmt), pictures }
}
