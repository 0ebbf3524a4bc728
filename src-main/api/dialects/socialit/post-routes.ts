import { type Context, Hono } from 'hono'
import type { Input } from '../../../../src-preload/contract/methods.ts'
import type { Post, When } from '../../../../src-preload/contract/model/post.ts'
import { Refusal, refuseInEnglish } from '../../../core/refusal.ts'
import type { ApiEnv } from '../../api-env.ts'
import { ask } from '../kit/ask.ts'
import { findPost } from '../kit/find-post.ts'
import { readBody, readQuery } from '../kit/read-request.ts'
import { readWhen } from '../kit/wire-time.ts'
import { openBook } from './account-routes.ts'
import { insufficientCredits } from './insufficient-credits.ts'
import { listOf, wireFilter } from './list-posts.ts'
import { optionsOf, overrideOf } from './platform-config.ts'
import { creditsTotal, postView, STATUS } from './post-view.ts'
import { type WireChange, wireChange, type WirePost, wirePost } from './read-post.ts'

/** Posts: list, create, get, change, delete. */
export const postRoutes = (): Hono<ApiEnv> => {
  const routes = new Hono<ApiEnv>()

  routes.get('/', async (c) => {
    const { entries, cursor } = await ask(c.var.side, 'posts.list', listOf(readQuery(c, wireFilter)))
    const book = await openBook(c)
    return c.json({
      posts: await Promise.all(entries.map((post) => postView(c.var.side, book, post))),
      next_cursor: cursor,
    })
  })

  routes.post('/', async (c) => create(c, readBody(c, wirePost)))

  routes.get('/:postId', async (c) => answerPost(c, await findPost(c)))

  routes.patch('/:postId', async (c) => {
    const wire = readBody(c, wireChange)
    const post = await findPost(c)
    if (!['draft', 'scheduled'].includes(STATUS[post.status])) {
      refuseInEnglish(
        'illegal-transition',
        `This post is ${STATUS[post.status]}; only a draft or scheduled post can be changed.`,
        'Make a new post.',
      )
    }
    return answerPost(c, await ask(c.var.side, 'posts.save', changeOf(post, wire)))
  })

  routes.delete('/:postId', async (c) => {
    await ask(c.var.side, 'posts.delete', { postId: (await findPost(c)).id })
    return c.json({ ok: true })
  })

  return routes
}

const create = async (c: Context<ApiEnv>, wire: WirePost): Promise<Response> => {
  const book = await openBook(c)
  const accounts = wire.target_account_ids.map((id) => book.find(id))
  const configs = wire.config_by_platform ?? {}
  const when = whenOf(wire)
  try {
    const post = await ask(c.var.side, 'posts.save', {
      text: wire.content,
      media: attachments(wire.media_ids ?? []),
      strict: wire.strict ?? false,
      options: optionsOf(configs),
      targets: accounts.map(({ id, channel }) => ({ accountId: id, override: overrideOf(configs, channel) ?? {} })),
      zone: 'UTC',
      ...(when !== null && { when }),
    })
    return c.json({ post: await postView(c.var.side, book, post) }, 201)
  } catch (error) {
    if (when === null || !(error instanceof Refusal) || error.failure.code !== 'credits-exhausted') throw error
    return insufficientCredits(c, book, accounts, when)
  }
}

/** A time counts before `publish`; without either the post is a draft. */
const whenOf = (wire: WirePost): When | null => {
  if (wire.scheduled_at != null) return readWhen(wire.scheduled_at, 'UTC', ['scheduled_at'])
  return wire.publish === true ? { kind: 'now' } : null
}

/** Only what is sent is changed; a platform that is named is told anew. */
const changeOf = (post: Post, wire: WireChange): Input<'posts.save'> => {
  const configs = wire.config_by_platform
  return {
    postId: post.id,
    ...(wire.content !== undefined && { text: wire.content }),
    ...(wire.media_ids !== undefined && { media: attachments(wire.media_ids, post) }),
    ...(wire.strict !== undefined && { strict: wire.strict }),
    ...(configs !== undefined && {
      options: optionsOf(configs),
      targets: post.items.map(({ accountId, channel, override }) => ({
        accountId,
        override: overrideOf(configs, channel) ?? override,
      })),
    }),
  }
}

/** What a file shows is kept when it stays in the post. */
const attachments = (mediaIds: readonly string[], before?: Post) =>
  mediaIds.map((mediaId) => ({
    mediaId,
    alt: before?.media.find((attachment) => attachment.mediaId === mediaId)?.alt ?? '',
  }))

const answerPost = async (c: Context<ApiEnv>, post: Post): Promise<Response> =>
  c.json({ post: { ...(await postView(c.var.side, await openBook(c), post)), credits_total: creditsTotal(post) } })
