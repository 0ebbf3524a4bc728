import type { Event } from '../../src-preload/contract/events.ts'
import type { Events, Store } from '../core/ports.ts'
import type { AccountRecord, ItemRecord, PostRecord } from '../core/records.ts'
import { accountView, excerpt, itemView, postView } from './views.ts'
import type { World } from './world.ts'

/** Tells listeners what changed, after it was saved. */
export type Announcer = Events & {
  subscribe(listener: (event: Event) => void): () => void
  item(item: ItemRecord, text: string): void
  post(post: PostRecord, items: readonly ItemRecord[]): void
  account(account: AccountRecord): void
  /** Items that moved without having been asked for one by one. */
  moved(store: Store, items: readonly ItemRecord[]): Promise<void>
}

export const createAnnouncer = ({ log }: World): Announcer => {
  const listeners = new Set<(event: Event) => void>()
  const emit = (event: Event) => {
    for (const listener of listeners) {
      try {
        listener(event)
      } catch (error) {
        // One broken listener must not keep the news from the others, nor undo what was saved.
        log.error('a listener failed', { kind: event.kind, error: String(error) })
      }
    }
  }
  const item = (record: ItemRecord, text: string) =>
    emit({ kind: 'item-changed', item: itemView(record), text: excerpt(text) })
  return {
    emit,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    item,
    moved: async (store, items) => {
      const posts = new Map((await store.posts.getMany(items.map((one) => one.postId))).map((post) => [post.id, post]))
      for (const one of items) item(one, one.override.text ?? posts.get(one.postId)?.text ?? '')
    },
    post: (post, items) => emit({ kind: 'post-changed', post: postView(post, items) }),
    account: (account) => emit({ kind: 'account-changed', account: accountView(account) }),
  }
}
