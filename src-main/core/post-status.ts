import type { ItemState } from '../../src-preload/contract/model/item.ts'
import type { PostStatus } from '../../src-preload/contract/model/post.ts'

/**
 * The post's status as its items say. What is still on its way outranks what is over; a post with some targets
 * published and others given up is `partial`.
 */
export const postStatus = (states: readonly ItemState[]): PostStatus => {
  const has = (...wanted: ItemState[]) => states.some((state) => wanted.includes(state))
  if (has('publishing', 'unconfirmed')) return 'publishing'
  if (has('scheduled', 'waiting')) return 'scheduled'
  if (has('published')) return has('failed', 'missed') ? 'partial' : 'published'
  if (has('failed', 'missed')) return 'failed'
  if (has('draft') || states.length === 0) return 'draft'
  return 'cancelled'
}
