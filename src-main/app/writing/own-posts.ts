import type { Store } from '../../core/ports.ts'
import type { ItemRecord, PostRecord } from '../../core/records.ts'

/** A published post and where it went. */
export type OwnPost = { post: PostRecord; items: readonly ItemRecord[] }

/** So far back it is looked for something to say again elsewhere. */
const RECENT = 50

/** The newest published posts with words, made here or on a channel. */
export const readOwnPosts = async (store: Store): Promise<OwnPost[]> => {
  const { entries } = await store.posts.list({ statuses: ['published'], order: 'made', limit: RECENT })
  const posts = entries.filter(({ text }) => text.trim() !== '')
  const items = await store.items.ofPosts(posts.map(({ id }) => id))
  return posts.map((post) => ({ post, items: items.filter(({ postId }) => postId === post.id) }))
}
