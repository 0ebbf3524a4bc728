import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { refuse } from '../../core/refusal.ts'
import type { Change, ChannelTools, Followed, Work } from '../channel.ts'
import { changeOf, outcomeOf } from '../kit/request-failures.ts'
import { type Api, blogPath } from './api.ts'
import { block, contentOf } from './blocks.ts'
import { isMissing, mannersOf } from './failures.ts'
import { besideOf } from './publish.ts'
import { blogOf, listPosts, remoteOf } from './posts.ts'
import type { TumblrSettings } from './settings.ts'

type Changing = Work<TumblrSettings>

const standing = z.object({
  content: z.array(block).default([]),
  state: z.string().default('published'),
  publish_on: z.string().nullish(),
})

/** Null when it is gone. */
const findPost = async (work: Changing, api: Api, id: string) => {
  try {
    const query = { post_format: 'npf' }
    return await api.ask(blogPath(blogOf(work), `posts/${encodeURIComponent(id)}`), standing, { query })
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Gives a post other words, and what else is told; its files stay. */
export const edit = async (work: Changing, remote: Remote, api: Api, tools: ChannelTools): Promise<Change> => {
  try {
    const found = await findPost(work, api, remote.id)
    if (!found) return refuse('not-found', 'The post is no longer on Tumblr.', 'Duplicate it to publish it again.')
    const files = found.content.filter(({ type }) => type === 'image' || type === 'video' || type === 'audio')
    const { publish_on: time, state } = found
    const json = {
      ...contentOf(work.draft, files),
      // What is left out of an edit is taken for what a new post has: a draft would be published by it.
      state: state === 'queued' ? 'queue' : state,
      ...(time != null && { publish_on: time }),
      ...besideOf(work),
    }
    const path = blogPath(blogOf(work), `posts/${encodeURIComponent(remote.id)}`)
    await api.ask(path, z.looseObject({}), { method: 'PUT', json, writes: true })
    return { kind: 'done', remote }
  } catch (error) {
    return changeOf(error, await mannersOf(work, tools), tools)
  }
}

/** Deletes a post; what is gone already is taken down. */
export const unpublish = async (work: Changing, remote: Remote, api: Api, tools: ChannelTools): Promise<Change> => {
  try {
    await deletePost(work, api, remote.id)
    return { kind: 'done', remote }
  } catch (error) {
    return changeOf(error, await mannersOf(work, tools), tools)
  }
}

/** Its number has more digits than a number here can hold, so it goes as text. */
const deletePost = async (work: Changing, api: Api, id: string): Promise<void> => {
  try {
    const asked = { method: 'POST', json: { id }, writes: true } as const
    await api.ask(blogPath(blogOf(work), 'post/delete'), z.unknown(), asked)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

/** What became of a post that Tumblr is to publish: once published it has another number, and tells the old one. */
export const follow = async (work: Changing, held: Remote, api: Api, tools: ChannelTools): Promise<Followed> => {
  try {
    const found = await findPost(work, api, held.id)
    if (found && found.state !== 'published') return { kind: 'held' }
    const published = await findPublished(work, api, held.id)
    if (published) return { kind: 'published', remote: published }
    return found ? { kind: 'published', remote: remoteOf(held.id, blogOf(work)) } : { kind: 'gone' }
  } catch (error) {
    return { kind: 'unknown', failure: outcomeOf(error, await mannersOf(work, tools), tools).failure }
  }
}

const findPublished = async (work: Changing, api: Api, id: string): Promise<Remote | null> => {
  const posts = await listPosts(api, blogOf(work), 'posts')
  const found = posts.find((post) => post.genesis_post_id === id || post.id === id)
  return found ? remoteOf(found.id, blogOf(work), found.post_url) : null
}

/** Takes a post from Tumblr's schedule, unless it was published meanwhile. */
export const takeBack = async (work: Changing, held: Remote, api: Api, tools: ChannelTools): Promise<Change> => {
  try {
    if (await findPublished(work, api, held.id)) {
      refuse('illegal-transition', 'Tumblr has published it already.', 'Take it down, if it is not to stand there.')
    }
    await deletePost(work, api, held.id)
    return { kind: 'done', remote: held }
  } catch (error) {
    return changeOf(error, await mannersOf(work, tools), tools)
  }
}
