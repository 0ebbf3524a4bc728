import type { Event } from '../../src-preload/contract/events.ts'
import type { Item } from '../../src-preload/contract/model/item.ts'
import type { ToastStore } from './toast-store.ts'

/** Tells how posts that were just sent came out, while the person still remembers them. */
export type Follower = {
  /** `onEnd` is called when the first of them came to an end. */
  follow(items: readonly Item[], onEnd: () => void): void
  hear(event: Event): void
}

/** A quick channel may be done before the answer to sending is read: the latest news is kept for that. */
const MOST_NEWS = 50

type Names = (accountId: string) => string

export const createFollower = (toasts: ToastStore, nameOf: Names, show: (itemId: string) => void): Follower => {
  const followed = new Map<string, () => void>()
  const news = new Map<string, Item>()

  const judge = (item: Item): void => {
    const onEnd = followed.get(item.id)
    if (onEnd === undefined || item.state === 'scheduled' || item.state === 'publishing') return
    followed.delete(item.id)
    onEnd()
    const name = nameOf(item.accountId)
    const actions = [{ label: 'Show in queue', run: () => show(item.id) }]
    if (item.state === 'published') toasts.tell(`Published to ${name}.`, actions)
    else if (item.failure !== null) {
      toasts.fail({ ...item.failure, message: `${name}: ${item.failure.message}` }, actions)
    }
  }

  return {
    follow: (items, onEnd) => {
      for (const item of items) {
        followed.set(item.id, onEnd)
        const latest = news.get(item.id)
        if (latest !== undefined && latest.updatedAt >= item.updatedAt) judge(latest)
      }
    },
    hear: (event) => {
      if (event.kind !== 'item-changed') return
      const { item } = event
      news.delete(item.id)
      news.set(item.id, item)
      for (const oldest of news.keys()) {
        if (news.size <= MOST_NEWS) break
        news.delete(oldest)
      }
      judge(item)
    },
  }
}
