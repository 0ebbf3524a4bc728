import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { Millis } from '../../core/records.ts'
import type { Access, ChannelTools, Connected, Destinations, NativePost, ReadBack } from '../channel.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import { outcomeOf, refusalOf } from '../kit/request-failures.ts'
import { type Api, blogPath } from './api.ts'
import { mannersOf } from './failures.ts'
import { blogOf, type Listed, listPosts, PAGE, remoteOf, textOf } from './posts.ts'
import type { TumblrSettings } from './settings.ts'

const info = z.object({
  user: z.object({
    name: z.string(),
    blogs: z.array(z.object({ name: z.string(), title: z.string().default(''), primary: z.boolean().default(false) })),
  }),
})

/** Whose account it is, its first blog, and what was granted. */
export const connect = async (
  access: Access<TumblrSettings>,
  api: Api,
  oauth: OAuth<TumblrSettings>,
  tools: ChannelTools,
): Promise<Connected<TumblrSettings>> => {
  try {
    const { user } = await api.ask('user/info', info)
    const first = user.blogs.find(({ primary }) => primary) ?? user.blogs[0]
    if (!first) return refuse('rejected-by-channel', 'This account has no blog.', 'Make one at Tumblr.')
    const tokens = await oauth.tokens(access)
    const permissions = oauth.permissions(tokens, access.settings)
    if (permissions.some(({ name, granted }) => name === 'write' && !granted)) {
      refuse('wrong-credentials', 'Tumblr did not grant the permission to post.', 'Sign in again, and agree to all.')
    }
    const settings = { ...access.settings, blog: first.name }
    // Each blog's picture has an address of its own, at which nobody needs to be signed in.
    const path = `/v2/${blogPath(access.destination ?? first.name, 'avatar/128')}`
    const picture = new URL(path, settings.server).href
    return { kind: 'valid', identity: `@${user.name}`, settings, permissions, picture, ...oauth.life(tokens) }
  } catch (error) {
    return refusalOf(error, await mannersOf(access, tools), tools)
  }
}

/** The blogs the person may post to. */
export const destinations = async (
  access: Access<TumblrSettings>,
  api: Api,
  tools: ChannelTools,
): Promise<Destinations> => {
  try {
    const { user } = await api.ask('user/info', info)
    const entries = user.blogs.map(({ name, title }) => ({ id: name, name: title.trim() || name }))
    return { kind: 'known', entries }
  } catch (error) {
    return { kind: 'failed', failure: outcomeOf(error, await mannersOf(access, tools), tools).failure }
  }
}

const MAX_PAGES = 10

/** What stands on the blog since then. */
export const readBack = async (
  access: Access<TumblrSettings>,
  since: Millis,
  api: Api,
  tools: ChannelTools,
): Promise<ReadBack> => {
  try {
    const blog = blogOf(access)
    const posts: Listed[] = []
    let whole = false
    for (let page = 0; page < MAX_PAGES && !whole; page += 1) {
      const [last] = posts.slice(-1)
      const found = await listPosts(api, blog, 'posts', last ? { before: String(last.timestamp) } : {})
      posts.push(...found)
      whole = found.length < PAGE || found.some((one) => timeOf(one) < since)
    }
    const [oldest] = posts.slice(-1).map(timeOf)
    const young = posts.filter((one) => timeOf(one) >= since).map((one) => nativeOf(one, blog))
    return { kind: 'read', posts: young, from: whole ? since : (oldest ?? since) }
  } catch (error) {
    return { kind: 'failed', failure: outcomeOf(error, await mannersOf(access, tools), tools).failure }
  }
}

/** Tumblr counts whole seconds. */
const timeOf = ({ timestamp }: Listed): Millis => timestamp * 1000

const pictures = z.array(z.object({ url: z.string() })).min(1)

const nativeOf = (post: Listed, blog: string): NativePost => ({
  remote: remoteOf(post.id, blog, post.post_url),
  text: textOf(post),
  at: timeOf(post),
  pictures: (post.content ?? []).flatMap(({ type, media, alt_text: alt }) => {
    const url = type === 'image' ? pictures.safeParse(media).data?.[0]?.url : undefined
    return url === undefined ? [] : [{ url, alt: alt ?? '' }]
  }),
})
