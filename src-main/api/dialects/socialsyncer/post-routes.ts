import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Item } from '../../../../src-preload/contract/model/item.ts'
import type { Post } from '../../../../src-preload/contract/model/post.ts'
import { Refusal, refuseInEnglish } from '../../../core/refusal.ts'
import type { Answer, ApiEnv } from '../../api-env.ts'
import type { AccountBook } from '../kit/account-book.ts'
import { ask } from '../kit/ask.ts'
import { atRest } from '../kit/at-rest.ts'
import { findPost } from '../kit/find-post.ts'
import { createOnce } from '../kit/once.ts'
import { readBody, readQuery } from '../kit/read-request.ts'
import { openBook } from './account-routes.ts'
import { listOf, wireFilter } from './list-posts.ts'
import { channelOf } from './platforms.ts'
import { postView } from './post-view.ts'
import { assertWhole, wirePost } from './read-post.ts'
import { savePost } from './save-post.ts'

const edit = z.strictObject({
  content: z.string().min(1).max(100_000),
  platform: z.string().min(1).max(64).optional(),
  accountId: z.string().min(1).max(200).optional(),
})

/** Posts: create, list, get, edit, delete, retry. */
export const postRoutes = (): Hono<ApiEnv> => {
  const routes = new Hono<ApiEnv>()
  const once = createOnce()

  routes.post('/', async (c) => {
    const wire = readBody(c, wirePost)
    assertWhole(wire)
    const key = keyOf(c)
    const work = async (): Promise<Answer> => {
      const book = await openBook(c)
      const saved = await savePost(c, book, wire, key)
      const post = wire.isDraft !== true && wire.publishNow === true ? await rest(c, saved.id) : saved
      return { status: 201, body: JSON.stringify(await postView(c, book, post)) }
    }
    const answer = key === undefined ? await work() : await once(c.var.side, key, JSON.stringify(wire), work)
    return new Response(answer.body, { status: answer.status, headers: { 'Content-Type': 'application/json' } })
  })

  routes.get('/', async (c) => {
    const filter = readQuery(c, wireFilter)
    if (filter.platform !== undefined) await assertPlatform(c, filter.platform)
    const { entries, cursor } = await ask(c.var.side, 'posts.list', listOf(filter))
    const book = await openBook(c)
    return c.json({
      posts: await Promise.all(entries.map((post) => postView(c, book, post))),
      cursor,
      hasMore: cursor !== null,
    })
  })

  routes.get('/:postId', async (c) => answerPost(c, await findPost(c)))

  routes.post('/:postId/edit', async (c) => {
    const wanted = readBody(c, edit)
    const post = await findPost(c)
    const item = await standing(c, await openBook(c), post, wanted)
    await ask(c.var.side, 'items.edit', { itemId: item.id, text: wanted.content })
    return answerPost(c, await findPost(c))
  })

  routes.delete('/:postId', async (c) => {
    const { id: postId } = await findPost(c)
    await ask(c.var.side, 'posts.delete', { postId })
    return c.json({ id: postId, deleted: true })
  })

  routes.post('/:postId/retry', async (c) => {
    const post = await findPost(c)
    const itemIds = post.items.filter(({ state }) => state === 'failed' || state === 'missed').map(({ id }) => id)
    if (itemIds.length === 0) {
      refuseInEnglish('illegal-transition', 'This post has no failed platforms', 'Look at its status.')
    }
    const { results } = await ask(c.var.side, 'items.bulk', { itemIds, action: { kind: 'retry' } })
    // Those that cannot be sent again say so in the answer; only when none can, the call itself has failed.
    const [first] = results
    if (first?.ok === false && results.every(({ ok }) => !ok)) throw new Refusal(first.failure)
    return answerPost(c, await rest(c, post.id))
  })

  return routes
}

/** The caller's own key, of this API key and this dialect alone. */
const keyOf = (c: Context<ApiEnv>): string | undefined => {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return undefined
  if (key.trim() === '' || key.length > 200) {
    refuseInEnglish('invalid-input', 'Idempotency-Key must have 1 to 200 characters', 'Use a UUID.', { field: 'once' })
  }
  return `socialsyncer:${c.var.key.id}:${key}`
}

const rest = (c: Context<ApiEnv>, postId: string): Promise<Post> => atRest(c.var.side, postId, c.req.raw.signal)

const answerPost = async (c: Context<ApiEnv>, post: Post): Promise<Response> =>
  c.json(await postView(c, await openBook(c), post))

const assertPlatform = async (c: Context<ApiEnv>, platform: string): Promise<void> => {
  const { entries } = await ask(c.var.side, 'channels.list', {})
  if (entries.some(({ key }) => key === channelOf(platform))) return
  refuseInEnglish('invalid-input', `There is no platform "${platform}".`, 'Use a name such as instagram.', {
    field: 'platform',
  })
}

/** The one published target that is meant: of the platform or account named, else of the platforms that can edit. */
const standing = async (
  c: Context<ApiEnv>,
  book: AccountBook,
  post: Post,
  wanted: z.infer<typeof edit>,
): Promise<Item> => {
  const { entries } = await ask(c.var.side, 'channels.list', {})
  const editable = new Set(entries.filter(({ can }) => can.edit).map(({ key }) => key))
  const accountId = wanted.accountId === undefined ? undefined : book.find(wanted.accountId).id
  const named = wanted.platform !== undefined || accountId !== undefined
  const [item, second] = post.items.filter(
    (one) =>
      one.state === 'published' &&
      (wanted.platform === undefined || one.channel === channelOf(wanted.platform)) &&
      (accountId === undefined || one.accountId === accountId) &&
      (named || editable.has(one.channel)),
  )
  if (second !== undefined) {
    refuseInEnglish('invalid-input', 'Several published targets can be meant.', 'Name the accountId.', {
      field: 'accountId',
    })
  }
  return (
    item ??
    refuseInEnglish('illegal-transition', 'This post is not published where it can be edited.', 'Look at its status.')
  )
}
