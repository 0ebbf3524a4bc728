import type { Parsed } from '../../src-preload/contract/methods.ts'
import type { Item } from '../../src-preload/contract/model/item.ts'
import type { When } from '../../src-preload/contract/model/post.ts'
import type { Handlers } from '../core/gate.ts'
import { type Move, move } from '../core/lifecycle.ts'
import type { Store } from '../core/ports.ts'
import { granted, refuse } from '../core/refusal.ts'
import type { ItemRecord, Millis, PostRecord } from '../core/records.ts'
import { answerLost } from './after-outcome.ts'
import { takeBack } from './hand-over.ts'
import { createLiveChanges } from './live-changes.ts'
import { canBeAsked, findItem, findPost } from './lookups.ts'
import { narrowing } from './narrowing.ts'
import type { Parts } from './parts.ts'
import { atTheTime, placeItems } from './placement.ts'
import { soonest } from './release.ts'
import { createReorder } from './reorder.ts'
import { createRestore } from './restore.ts'
import { closeGaps } from './slot-gaps.ts'
import { attemptView, itemRowView, itemView } from './views.ts'
import { because } from '../core/told.ts'

export const createItemHandlers = (parts: Parts) => {
  const { world, announcer, queue, outbox } = parts
  const { store, clock } = world

  const announced = async (item: ItemRecord): Promise<Item> => {
    const post = await findPost(store, item.postId)
    announcer.item(item, item.override.text ?? post.text)
    await queue.changed()
    return itemView(item)
  }

  /** Changes one item as the person asked, in one step; slots it leaves are closed up. */
  const changed = async (
    itemId: string,
    by: (item: ItemRecord, post: PostRecord, within: Store, now: Millis) => Promise<ItemRecord>,
  ): Promise<Item> => {
    const { item, moved } = await store.transaction(async (within) => {
      const before = await findItem(within, itemId)
      const now = clock.now()
      const after = await by(before, await findPost(within, before.postId), within, now)
      const left = before.slot && before.slot.at !== after.slot?.at ? [before] : []
      return { item: after, moved: await closeGaps(within, parts, left, now) }
    })
    await announcer.moved(store, moved)
    return announced(item)
  }

  /** Moves that need no room anywhere. */
  const moved = (itemId: string, by: (item: ItemRecord, now: Millis) => Move) =>
    changed(itemId, async (item, _post, within, now) => {
      const after = granted(move(item, by(item, now), now))
      await within.items.put(after)
      await outbox.item(within, item.state, after)
      return after
    })

  const placed = async (within: Store, post: PostRecord, item: ItemRecord, when: When): Promise<ItemRecord> => {
    const [after] = await placeItems(within, parts, post, [item], when)
    return after ?? item
  }

  /** What its channel holds is taken back first. */
  const freed = async (itemId: string) => takeBack(parts, [await findItem(store, itemId)])

  const cancel = async ({ itemId }: Parsed<'items.cancel'>) => {
    await freed(itemId)
    return moved(itemId, () => ({ kind: 'cancel' }))
  }

  const reschedule = async ({ itemId, when }: Parsed<'items.reschedule'>) => {
    await freed(itemId)
    return changed(itemId, (item, post, within) => placed(within, post, atTheTime(item), when))
  }

  /** What waits before it for the same reasons is tried first, or it would have to go on waiting for that. */
  const tryAhead = async (within: Store, item: ItemRecord, now: Millis) => {
    const meant = item.schedule?.at ?? 0
    const reasons = ['offline', 'unreachable', 'rate-limited'] as const
    for (const other of await within.items.inStates(['waiting'], { reasons, accountId: item.accountId })) {
      if (other.id === item.id || other.schedule === null || other.schedule.at >= meant) continue
      await within.items.put(granted(move(other, { kind: 'release', at: Math.min(now, other.schedule.at) }, now)))
    }
  }

  const retry = ({ itemId }: Parsed<'items.retry'>) =>
    changed(itemId, async (item, post, within, now) => {
      const step = async (by: Move) => {
        const after = granted(move(item, by, now))
        await within.items.put(after)
        return after
      }
      // Whoever is told to go before its turn need not stand in line at all.
      if (item.waiting?.reason === 'turn') return placed(within, post, item, { kind: 'now' })
      if (item.state === 'waiting') {
        queue.insist(item.accountId)
        const at = soonest(item, now)
        // A limit holds from the start; anything else before its time only by a clock that was ahead: now is its time.
        const early = at > now && item.waiting?.reason !== 'quota'
        const meant = early ? await placed(within, post, item, { kind: 'now' }) : item
        await tryAhead(within, meant, now)
        return early ? meant : step({ kind: 'release', at })
      }
      if (item.state === 'unconfirmed' && canBeAsked(world.channels.get(item.channel), item)) {
        return step({ kind: 'ask-later', failure: item.failure ?? answerLost(true), askAt: now })
      }
      if (item.state === 'failed' || item.state === 'missed') return placed(within, post, item, { kind: 'now' })
      return refuse(
        'illegal-transition',
        `This post is ${item.state}; only what failed, was missed or is waiting can be retried.`,
        'Look at its current state; it may have changed meanwhile.',
        { told: because('retry-forbidden', { state: item.state }) },
      )
    })

  /** A post that the person wants sent again is meant for now, however long it was unconfirmed, unless a time is said. */
  const settle = ({ itemId, found, url, when = { kind: 'now' } }: Parsed<'items.settle'>) =>
    found
      ? moved(itemId, () => ({
          kind: 'settle-found',
          remote: { id: url ?? 'confirmed by hand', url: url ?? null, parts: [] },
        }))
      : changed(itemId, async (item, post, within, now) =>
          placed(within, post, granted(move(item, { kind: 'settle-absent' }, now)), when),
        )

  const live = createLiveChanges(parts, announced)

  return {
    'items.list': async (filter) => {
      const found = await store.items.list(narrowing(filter))
      return { entries: await rows(store, found.entries), cursor: found.cursor }
    },
    'items.get': async ({ itemId }) => {
      const item = await findItem(store, itemId)
      const [row] = await rows(store, [item])
      if (!row)
        return refuse('not-found', 'The post of this item is gone.', 'Look at the queue.', {
          told: because('post-gone'),
        })
      return { ...row, history: (await store.attempts.ofItem(itemId)).map(attemptView) }
    },
    'items.cancel': cancel,
    'items.reschedule': reschedule,
    'items.reorder': createReorder(parts),
    'items.restore': createRestore(parts),
    'items.retry': retry,
    'items.settle': settle,
    'items.edit': live.edit,
    'items.unpublish': live.unpublish,
  } satisfies Partial<Handlers>
}

/** Items with their words and their account's name; items of posts that are gone are left out. */
export const rows = async (store: Store, items: readonly ItemRecord[]) => {
  const posts = new Map(
    (await store.posts.getMany([...new Set(items.map((item) => item.postId))])).map((post) => [post.id, post]),
  )
  const names = new Map((await store.accounts.list()).map((account) => [account.id, account.name]))
  return items.flatMap((item) => {
    const post = posts.get(item.postId)
    return post ? [itemRowView(item, post, names.get(item.accountId) ?? item.accountId)] : []
  })
}
