import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { refuse } from '../../core/refusal.ts'
import type { Draft, Work } from '../channel.ts'
import { titleOf } from '../check/check-text.ts'
import { wordsOf } from '../kit/article/name-marker.ts'
import { toMarkdown } from '../kit/markdown.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { LEMMY, lemmyOptions } from '../rules/lemmy.ts'
import { errorOf, type Server } from './server.ts'
import type { LemmySettings } from './settings.ts'

const post = z.object({
  id: z.int(),
  name: z.string(),
  url: z.string().nullish(),
  body: z.string().nullish(),
  creator_id: z.int(),
  community_id: z.int(),
  deleted: z.boolean().default(false),
  removed: z.boolean().default(false),
  ap_id: z.string(),
  alt_text: z.string().nullish(),
  url_content_type: z.string().nullish(),
  published: z.string().optional(),
  published_at: z.string().optional(),
})
export type Post = z.infer<typeof post>
const postView = z.object({ post })
export const onePost = z.object({ post_view: postView })

export const remoteOf = ({ id, ap_id: url }: Post): Remote => ({ id: String(id), url, parts: [] })

/** Servers before 1.0 name it otherwise; some write no zone, and mean UTC. */
export const timeOf = ({ published, published_at: at }: Post): number => {
  const time = at ?? published ?? ''
  return Date.parse(/T[\d:.]+$/.test(time) ? `${time}Z` : time)
}

export const toldOf = ({ options }: Pick<Draft, 'options'>) => lemmyOptions.safeParse(options).data ?? {}

/** The words of a post: a first line that has become the title is not said again. */
export const wordsFor = (draft: Draft): { name: string; body: string } => {
  const name = (titleOf(LEMMY, draft) ?? '').toWellFormed()
  const isTold = (toldOf(draft).title ?? '') !== ''
  const from = isTold ? 0 : endOfTitle(draft)
  const emphasis = draft.emphasis.map((one) => ({ ...one, start: one.start - from, end: one.end - from }))
  const text = draft.text.slice(from)
  // A single break is none in its Markdown without two spaces before it.
  const body = toMarkdown({ text, emphasis: emphasis.filter(({ start }) => start >= 0) })
    .trim()
    .replace(/(?<=\S)\n(?=\S)/g, '  \n')
  return { name, body }
}

/** A link in the first line would be lost in a title. */
const endOfTitle = ({ text, emphasis }: Draft): number => {
  const { 0: line = '', index = 0 } = /\S[^\r\n]*/.exec(text) ?? {}
  const end = index + line.length
  const holdsLink = /https?:\/\//i.test(line) || emphasis.some(({ kind, start }) => kind === 'link' && start < end)
  return holdsLink ? 0 : end
}

const community = z.object({ community_view: z.object({ community: z.object({ id: z.int() }) }) })

/** The community a post goes to, by its number on this server: what the post says, what was chosen, what the account has. */
export const communityOf = async (work: Work<LemmySettings>, server: Server): Promise<number> => {
  const { community: told } = toldOf(work.draft)
  if (told === undefined && work.destination !== null) return Number(work.destination)
  return communityNamed(told ?? work.settings.community, work.settings, server)
}

export const communityNamed = async (written: string, settings: LemmySettings, server: Server): Promise<number> => {
  const name = nameOf(written, settings)
  return (await server.ask(community, 'GET', '/api/v3/community', { query: { name } })).community_view.community.id
}

/** `name@server`, or `name` for one of the server's own. */
const nameOf = (written: string, { server }: LemmySettings): string => {
  const page = /^https?:\/\/([^/]+)\/c\/([^/]+)\/?$/.exec(written)
  const [name = '', host = page?.[1]] = (page?.[2] ?? written.replace(/^!/, '')).split('@')
  return host === undefined || host === new URL(server).host ? name : `${name}@${host}`
}

/** Null when it is gone. */
export const findPost = async (server: Server, id: string): Promise<Post | null> => {
  try {
    const { post_view: view } = await server.ask(onePost, 'GET', '/api/v3/post', { query: { id } })
    return view.post.deleted || view.post.removed ? null : view.post
  } catch (error) {
    const name = error instanceof RequestFailed ? errorOf(error.answer) : null
    if (name !== null && /^(couldnt_find_(post|object)|not_found)$/.test(name)) return null
    throw error
  }
}

const listing = z.object({ posts: z.array(postView) })
const NEWEST = 50

/** The account's own posts with this title among the newest of a community and of the account, newest first. */
export const findAlike = async (
  { settings }: Pick<Work<LemmySettings>, 'settings'>,
  server: Server,
  { name, communityId }: { name: string; communityId: number },
): Promise<Post[]> => {
  const person = settings.told ?? refuse('internal', 'The account was never checked.', 'Connect it again.')
  const shown = { show_nsfw: true, show_read: true, show_hidden: true }
  const query = { community_id: communityId, sort: 'New', limit: NEWEST, type_: 'All', ...shown }
  const [ofCommunity, ofPerson] = await Promise.all([
    server.ask(listing, 'GET', '/api/v3/post/list', { query }),
    postsOfPerson(server, person.person, 1),
  ])
  const found = new Map(
    [...ofCommunity.posts.map((view) => view.post), ...(ofPerson ?? [])].map((one) => [one.id, one]),
  )
  return [...found.values()]
    .filter((one) => one.creator_id === person.personId && one.community_id === communityId && !one.deleted)
    .filter((one) => wordsOf(one.name) === wordsOf(name))
    .toSorted((a, b) => b.id - a.id)
}

/** A page of what a person posted, newest first; null where the server is of a kind that lists it elsewhere. */
export const postsOfPerson = async (server: Server, username: string, page: number): Promise<Post[] | null> => {
  try {
    const query = { username, sort: 'New', limit: NEWEST, page }
    const { posts } = await server.ask(listing, 'GET', '/api/v3/user', { query })
    return posts.map((view) => view.post)
  } catch (error) {
    if (error instanceof RequestFailed && error.answer?.status === 404 && errorOf(error.answer) === null) return null
    throw error
  }
}

const content = z.object({
  items: z.array(z.looseObject({ post })),
  next_page: z.string().nullish(),
})

/** The same of servers since 1.0. */
export const contentOfPerson = async (server: Server, personId: number, cursor: string | null) => {
  const query = { person_id: personId, type_: 'posts', limit: NEWEST, ...(cursor !== null && { page_cursor: cursor }) }
  const { items, next_page: next } = await server.ask(content, 'GET', '/api/v4/person/content', { query })
  return { posts: items.map((item) => item.post), next: next ?? null }
}
