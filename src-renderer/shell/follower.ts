import type { Event } from '../../src-preload/contract/events.ts'
import type { Item } from '../../src-preload/contract/model/item.ts'
import { isByHand } from '../queue/item/by-hand.ts'
import type { Timers } from '../time/timers.ts'
import { say } from '../words/say.ts'
import type { ToastAction, ToastStore } from './toast-store.ts'
import { sayFailure } from '../words/say-failure.ts'

/** Tells how posts that were just sent came out, while the person still remembers them. */
export type Follower = {
  /** `onEnd` is called when the first of them came to an end. */
  follow(items: readonly Item[], onEnd: () => void): void
  hear(event: Event): void
}

/** How long the word of sending stands before the word of its end takes its place, so that both can be read. */
const LEAST = 1_500
/** A quick channel may be done before the answer to sending is read: the latest news is kept for that. */
const MOST_NEWS = 50

type Names = (accountId: string) => string

type FollowerTools = {
  toasts: ToastStore
  timers: Timers
  nameOf: Names
  show: (itemId: string) => void
  /** What else can be done about what was published. */
  also?: (item: Item) => readonly ToastAction[]
}

export const createFollower = ({ toasts, timers, nameOf, show, also }: FollowerTools): Follower => {
  const followed = new Map<string, { since: number; onEnd: () => void }>()
  const news = new Map<string, Item>()

  const judge = (item: Item): void => {
    const waited = followed.get(item.id)
    if (waited === undefined || item.state === 'scheduled' || item.state === 'publishing') return
    followed.delete(item.id)
    timers.after(Math.max(0, waited.since + LEAST - timers.now()), () => {
      waited.onEnd()
      tell(item)
    })
  }

  const tell = (item: Item): void => {
    const name = nameOf(item.accountId)
    const actions = [{ label: say('composer.show-in-queue'), run: () => show(item.id) }]
    if (item.state === 'published')
      toasts.tell(say('frame.published-to', { name }), [...actions, ...(also?.(item) ?? [])])
    else if (isByHand(item) && item.failure !== null)
      toasts.tell(`${name}: ${sayFailure(item.failure).message}`, actions)
    else if (item.failure !== null) {
      const { message, told } = item.failure
      toasts.fail({ ...item.failure, message: `${name}: ${message}`, told: told && { ...told, of: name } }, actions)
    }
  }

  return {
    follow: (items, onEnd) => {
      for (const item of items) {
        followed.set(item.id, { since: timers.now(), onEnd })
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
