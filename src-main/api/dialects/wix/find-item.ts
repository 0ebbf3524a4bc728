import type { Context } from 'hono'
import type { ItemRow } from '../../../../src-preload/contract/methods.ts'
import type { Post } from '../../../../src-preload/contract/model/post.ts'
import { Refusal } from '../../../core/refusal.ts'
import type { ApiEnv } from '../../api-env.ts'
import { type AccountBook, openAccountBook } from '../kit/account-book.ts'
import { ask } from '../kit/ask.ts'
import { fail } from './application-error.ts'
import { itemView } from './item-view.ts'

/** Aliases that Socialit's programs use are not told to these. */
export const openBook = (c: Context<ApiEnv>): Promise<AccountBook> =>
  openAccountBook(c.var.side, (alias) => !alias.startsWith('sa_'))

/** An item and the post it carries. */
export type Found = { row: ItemRow; post: Post }

/** The item with this id, deleted or not. */
export const findItem = async (c: Context<ApiEnv>, itemId: string): Promise<Found> => {
  const reply = await c.var.side.gate('items.get', { itemId })
  if (!reply.ok) {
    if (reply.failure.code === 'not-found' || reply.failure.code === 'invalid-input') {
      fail(404, 'ITEM_NOT_EXISTS', "Couldn't find the item.")
    }
    throw new Refusal(reply.failure)
  }
  const row = reply.value as ItemRow
  return { row, post: await ask(c.var.side, 'posts.get', { postId: row.postId }) }
}

/** The item, which must be neither deleted nor published: what can still be changed. */
export const findOpenItem = async (c: Context<ApiEnv>, itemId: string): Promise<Found> => {
  const found = await findItem(c, itemId)
  if (found.post.deletedAt !== null) fail(428, 'ITEM_IS_DELETED', 'The item is deleted.')
  if (found.row.state === 'published') fail(428, 'ITEM_IS_PUBLISHED', 'The item is already published.')
  return found
}

export const answerItem = async (c: Context<ApiEnv>, itemId: string): Promise<Response> => {
  const { row, post } = await findItem(c, itemId)
  return c.json({ item: await itemView(c, await openBook(c), row, post.deletedAt !== null) })
}
