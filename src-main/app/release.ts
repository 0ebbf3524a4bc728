import type { WaitingReason } from '../../src-preload/contract/model/item.ts'
import { move } from '../core/lifecycle.ts'
import { granted } from '../core/refusal.ts'
import type { ItemRecord, Millis } from '../core/records.ts'
import type { Announcer } from './announcer.ts'
import type { World } from './world.ts'

/** Lets go of what was held for these reasons, in the order in which it was meant to be sent, and tells. */
export const releaseHeld = async (
  { store }: World,
  announcer: Announcer,
  held: { reasons: readonly WaitingReason[]; accountId?: string },
  at: Millis,
): Promise<void> => {
  const released = await store.transaction(async (within) => {
    const items = await within.items.inStates(['waiting'], held)
    const inOrder = items.toSorted((a, b) => (a.schedule?.at ?? 0) - (b.schedule?.at ?? 0))
    const done: ItemRecord[] = []
    for (const [index, item] of inOrder.entries()) {
      const next = granted(move(item, { kind: 'release', at: at + index }, at))
      await within.items.put(next)
      done.push(next)
    }
    return done
  })
  const posts = new Map((await store.posts.getMany(released.map((item) => item.postId))).map((post) => [post.id, post]))
  for (const item of released) announcer.item(item, item.override.text ?? posts.get(item.postId)?.text ?? '')
}
