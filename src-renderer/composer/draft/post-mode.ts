import type { Post } from '../../../src-preload/contract/model/post.ts'

/**
 * What editing means for a post: `writing`: every change is saved as it is typed; `queued`: some of it will be sent by
 * itself, so changes count only when the person says so; `sending`: it cannot be changed right now; `done`: all of it
 * stands in the world.
 */
export type PostMode = 'writing' | 'queued' | 'sending' | 'done'

export const postMode = (post: Post | null): PostMode => {
  const states = new Set(post?.items.map((item) => item.state))
  if (states.has('publishing') || states.has('unconfirmed')) return 'sending'
  if (states.has('scheduled') || states.has('waiting')) return 'queued'
  return states.size === 1 && states.has('published') ? 'done' : 'writing'
}
