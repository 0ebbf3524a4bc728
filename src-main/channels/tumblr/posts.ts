import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { refuse } from '../../core/refusal.ts'
import type { Draft, Work } from '../channel.ts'
import { wordsOf } from '../kit/article/name-marker.ts'
import { type Api, blogPath } from './api.ts'
import { block, textBlocks, toldOf } from './blocks.ts'
import type { TumblrSettings } from './settings.ts'

/** Posts of older kinds have HTML in place of blocks. */
const listed = z.object({
  id_string: z.string(),
  genesis_post_id: z.string().nullish(),
  post_url: z.string().optional(),
  timestamp: z.number().default(0),
  state: z.string().default('published'),
  content: z.array(block).optional(),
  title: z.string().nullish(),
  body: z.string().nullish(),
  caption: z.string().nullish(),
})
const listing = z.object({ posts: z.array(listed) })
export type Listed = Omit<z.infer<typeof listed>, 'id_string'> & { id: string }

/** The blog a post goes to, by name: the one chosen, else the person's first. */
export const blogOf = ({ destination, settings }: Pick<Work<TumblrSettings>, 'destination' | 'settings'>): string =>
  destination ?? settings.blog ?? refuse('internal', 'The account was never checked.', 'Connect it again.')

export const remoteOf = (id: string, blog: string, url?: string): Remote => ({
  id,
  url: url ?? `https://www.tumblr.com/${blog}/${id}`,
  parts: [],
})

export const PAGE = 20

/** Where Tumblr lists posts of this state; null: nowhere. */
const LISTS = { published: 'posts', draft: 'posts/draft', queue: 'posts/queue', private: null } as const

/** Posts of a blog, newest first. */
export const listPosts = async (
  api: Api,
  blog: string,
  list: 'posts' | 'posts/draft' | 'posts/queue',
  query: Readonly<Record<string, string>> = {},
): Promise<Listed[]> => {
  const { posts } = await api.ask(blogPath(blog, list), listing, {
    query: { limit: String(PAGE), npf: 'true', ...query },
  })
  return posts.map(({ id_string: id, ...post }) => ({ ...post, id }))
}

/** What stands, or waits, with these words among the newest of its list. Refuses for a state that is not listed. */
export const findAlike = async (work: Work<TumblrSettings>, api: Api): Promise<Listed[]> => {
  const { state = 'published' } = toldOf(work.draft)
  const list = LISTS[state]
  if (list === null) return []
  const wanted = saysOf(work.draft)
  return (await listPosts(api, blogOf(work), list)).filter((one) => sayingOf(one) === wanted)
}

/** Whether Tumblr can be asked for a post of this state. */
export const isListed = (draft: Draft): boolean => LISTS[toldOf(draft).state ?? 'published'] !== null

/** The words of a post and how many files it has. */
const saysOf = (draft: Draft): string => {
  const words = [toldOf(draft).title ?? '', ...textBlocks(draft).map(({ text }) => text)].join(' ')
  return `${wordsOf(words)} ${draft.media.length}`
}

const sayingOf = (post: Listed): string =>
  `${wordsOf(textOf(post))} ${(post.content ?? []).filter(({ type }) => type === 'image' || type === 'video').length}`

/** The words that stand there, paragraphs apart by a blank line. */
export const textOf = ({ content, title, body, caption }: Listed): string =>
  content
    ? content.flatMap(({ type, text = '' }) => (type === 'text' ? [text] : [])).join('\n\n')
    : [title, body, caption]
        .filter(Boolean)
        .join('\n\n')
        .replace(/<[^>]*>/g, ' ')
        .trim()
