import type { HookEvent } from '../../src-preload/contract/model/hook.ts'
import type { ItemState } from '../../src-preload/contract/model/item.ts'
import type { Store } from '../core/ports.ts'
import type { AccountRecord, DeliveryRecord, HookRecord, ItemRecord } from '../core/records.ts'
import { newMessage } from './hook-messages.ts'
import { accountView, itemView, postView } from './views.ts'
import type { World } from './world.ts'

/** Writes down what webhooks are to be told, in the transaction in which it happens; it is sent afterwards. */
export type Outbox = {
  /** An item came from one state to its present one. A post of several items is told item by item. */
  item(within: Store, was: ItemState, item: ItemRecord): Promise<void>
  /** An account came from one connection to its present one; null: it is new. */
  account(within: Store, was: AccountRecord['connection'] | null, account: AccountRecord): Promise<void>
  put(within: Store, delivery: DeliveryRecord): Promise<void>
  /** To be called within the transaction that changes which webhooks there are. */
  hooksChanged(): void
  /** `tell` is called when something was put, still within its transaction. */
  onPut(tell: () => void): void
}

export const createOutbox = (world: World): Outbox => {
  /** Kept in memory, so that nothing is read where nobody wants to know; null: not looked up yet. */
  let active: readonly HookRecord[] | null = null
  let tell = () => {}

  const wanting = async (within: Store, event: HookEvent) => {
    active ??= (await within.hooks.list()).filter((hook) => hook.active)
    return active.filter((hook) => hook.events.includes(event))
  }

  const put = async (within: Store, delivery: DeliveryRecord) => {
    await within.deliveries.put(delivery)
    tell()
  }

  const write = async (within: Store, event: HookEvent, data: () => Promise<Record<string, unknown>>) => {
    const hooks = await wanting(within, event)
    if (hooks.length === 0) return
    const told = await data()
    for (const hook of hooks) await put(within, newMessage(world, hook.id, event, told))
  }

  return {
    item: async (within, was, item) => {
      const event = itemEvent(was, item)
      if (!event) return
      await write(within, event, async () => {
        const post = await within.posts.get(item.postId)
        return {
          item: itemView(item),
          post: post ? postView(post, await within.items.ofPosts([post.id])) : null,
        }
      })
    },
    account: async (within, was, account) => {
      for (const event of accountEvents(was, account.connection)) {
        await write(within, event, () => Promise.resolve({ account: accountView(account) }))
      }
    },
    put,
    hooksChanged: () => void (active = null),
    onPut: (listener) => void (tell = listener),
  }
}

/**
 * `post.scheduled`: it got a time to come, or another one. What is published at once was never scheduled, and what
 * goes back into the queue by itself after a try still has its time.
 */
const itemEvent = (was: ItemState, { state, charge }: ItemRecord): HookEvent | null => {
  if (state === 'published') return was === state ? null : 'post.published'
  if (state === 'failed') return was === state ? null : 'post.failed'
  const planned = (state === 'scheduled' || state === 'waiting') && charge?.feature === 'SCHEDULE_POST'
  return planned && was !== 'publishing' && was !== 'unconfirmed' ? 'post.scheduled' : null
}

const accountEvents = (
  was: AccountRecord['connection'] | null,
  is: AccountRecord['connection'],
): readonly HookEvent[] => {
  if (was === is) return []
  if (is === 'signed-out' || is === 'disconnected') return [`account.${is}`]
  const events: HookEvent[] = was === 'valid' || was === 'expiring' ? [] : ['account.connected']
  return is === 'expiring' ? [...events, 'account.expiring'] : events
}
