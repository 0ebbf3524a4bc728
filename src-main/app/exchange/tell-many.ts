import type { Parts } from '../parts.ts'

/** Up to so many posts are told one by one. */
const FEW = 100

/** Tells that posts came or changed: each of a few, else that there were very many. */
export const tellMany = async (
  { world: { store }, announcer, queue }: Pick<Parts, 'world' | 'announcer' | 'queue'>,
  postIds: readonly string[],
): Promise<void> => {
  if (postIds.length > FEW) announcer.emit({ kind: 'posts-changed' })
  else {
    const items = Map.groupBy(await store.items.ofPosts(postIds), ({ postId }) => postId)
    for (const post of await store.posts.getMany(postIds)) {
      if (post.deletedAt === null) announcer.post(post, items.get(post.id) ?? [])
      else announcer.emit({ kind: 'post-removed', postId: post.id })
    }
  }
  await queue.changed()
}
