import type { Event } from '../../src-preload/contract/events.ts'
import type { Events } from '../core/ports.ts'
import type { AccountRecord, ItemRecord, PostRecord } from '../core/records.ts'
import { accountView, excerpt, itemView, postView } from './views.ts'
import type { World } from './world.ts'

/** Tells listeners what changed, after it was saved. */
export type Announcer = Events & {
  subscribe(listener: (event: Event) => void): () => void
  item(item: ItemRecord, text: string): void
  post(post: PostRecord, items: readonly ItemRecord[]): void
  account(account: AccountRecord): void
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
  return {
    emit,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    item: (item, text) => emit({ kind: 'item-changed', item: itemView(item), text: excerpt(text) }),
    post: (post, items) => emit({ kind: 'post-changed', post: postView(post, items) }),
    account: (account) => emit({ kind: 'account-changed', account: accountView(account) }),
  }
}
