import { refuse } from '../../core/refusal.ts'
import type { Millis } from '../../core/records.ts'
import type { Access, ChannelTools, NativePost, ReadBack } from '../channel.ts'
import { withTitle } from '../kit/article/read-article.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import { mannersOf } from './failures.ts'
import { contentOfPerson, type Post, postsOfPerson, remoteOf, timeOf } from './posts.ts'
import { openServer, type Server } from './server.ts'
import type { LemmySettings } from './settings.ts'

const MAX_PAGES = 10

/** What the account posted since then, in whatever community. */
export const readBack = async (
  access: Access<LemmySettings>,
  since: Millis,
  tools: ChannelTools,
): Promise<ReadBack> => {
  try {
    const { posts, whole } = await readSince(access, openServer(access), since)
    const young = posts.filter((one) => timeOf(one) >= since && !one.deleted)
    const [oldest] = posts.slice(-1).map(timeOf)
    return { kind: 'read', posts: young.map(nativeOf), from: whole ? since : (oldest ?? since) }
  } catch (error) {
    return { kind: 'failed', failure: outcomeOf(error, await mannersOf(access, tools), tools).failure }
  }
}

const readSince = async (
  { settings: { told } }: Access<LemmySettings>,
  server: Server,
  since: Millis,
): Promise<{ posts: Post[]; whole: boolean }> => {
  if (!told) return refuse('internal', 'The account was never checked.', 'Connect it again.')
  const posts: Post[] = []
  let cursor: string | null = null
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const listed: Post[] | null = cursor === null ? await postsOfPerson(server, told.person, page) : null
    const answer: { posts: Post[]; next: string | null } = listed
      ? { posts: listed, next: null }
      : await contentOfPerson(server, told.personId, cursor)
    cursor = answer.next
    posts.push(...answer.posts)
    const isOver = answer.posts.length === 0 || (!listed && cursor === null)
    if (isOver || answer.posts.some((one) => timeOf(one) < since)) return { posts, whole: true }
  }
  return { posts, whole: false }
}

const nativeOf = (post: Post): NativePost => {
  const isImage =
    post.url != null && (post.url_content_type?.startsWith('image/') ?? /\/pictrs\/image\//.test(post.url))
  return {
    remote: remoteOf(post),
    text: withTitle(post.name, (post.body ?? '').replace(/ {2}\n/g, '\n')),
    at: timeOf(post),
    pictures: isImage ? [{ url: post.url ?? '', alt: post.alt_text ?? '' }] : [],
  }
}
