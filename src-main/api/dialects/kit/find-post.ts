import type { Context } from 'hono'
import type { Post } from '../../../../src-preload/contract/model/post.ts'
import { failedInEnglish, Refusal } from '../../../core/refusal.ts'
import type { ApiEnv } from '../../api-env.ts'

const NOT_FOUND = failedInEnglish('not-found', 'Post not found', 'List the posts and use an id of theirs.')

/** The post of the address. What was deleted, or made on the channel itself, is not here, and a wrong id is nobody's. */
export const findPost = async (c: Context<ApiEnv>): Promise<Post> => {
  const reply = await c.var.side.gate('posts.get', { postId: c.req.param('postId') })
  if (!reply.ok) {
    const unknown = reply.failure.code === 'not-found' || reply.failure.code === 'invalid-input'
    throw new Refusal(unknown ? NOT_FOUND : reply.failure)
  }
  const post = reply.value as Post
  if (post.deletedAt !== null || post.external) throw new Refusal(NOT_FOUND)
  return post
}
