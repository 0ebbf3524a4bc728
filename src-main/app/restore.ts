import type { Parsed } from '../../src-preload/contract/methods.ts'
import type { Place } from '../../src-preload/contract/model/item.ts'
import type { When } from '../../src-preload/contract/model/post.ts'
import type { Store } from '../core/ports.ts'
import { refuse } from '../core/refusal.ts'
import type { ItemRecord, Millis } from '../core/records.ts'
import { resolveWall } from '../core/zones.ts'
import { takeBack } from './hand-over.ts'
import { findItem, findPost } from './lookups.ts'
import type { Parts } from './parts.ts'
import { placeItems } from './placement.ts'
import { closeGaps, openGap } from './slot-gaps.ts'
import { itemView } from './views.ts'
import { because } from '../core/told.ts'

/** Gives items back the times and slots they had, all or none. */
export const createRestore =
  (parts: Parts) =>
  async ({ places }: Parsed<'items.restore'>) => {
    const { world, announcer, queue } = parts
    const { store, clock } = world
    const before = await Promise.all(places.map(({ itemId }) => findItem(store, itemId)))
    await takeBack(parts, before)
    const postIds = new Set(before.map((item) => item.postId))
    const { items, others } = await store.transaction(async (within) => {
      const now = clock.now()
      const items: ItemRecord[] = []
      const left: ItemRecord[] = []
      const others: ItemRecord[] = []
      for (const place of places) {
        const item = await findItem(within, place.itemId)
        const { after, moved } = await putBack(within, parts, item, place, postIds, now)
        if (item.slot && item.slot.at !== after.slot?.at) left.push(item)
        items.push(after)
        others.push(...moved)
      }
      return { items, others: [...others, ...(await closeGaps(within, parts, left, now))] }
    })
    await announcer.moved(store, [...items, ...others])
    await queue.changed()
    return { items: items.map(itemView) }
  }

/** Without its slot, where the plan is gone or whoever has the slot now cannot leave it: the time is what counts. */
const putBack = async (
  within: Store,
  parts: Parts,
  item: ItemRecord,
  { schedule, slot }: Place,
  postIds: ReadonlySet<string>,
  now: Millis,
): Promise<{ after: ItemRecord; moved: readonly ItemRecord[] }> => {
  const post = await findPost(within, item.postId)
  if (post.deletedAt !== null)
    refuse('not-found', 'This post was deleted.', 'Restore it first.', { told: because('post-deleted') })
  const wanted = slot && { planId: slot.planId, at: Date.parse(slot.at) }
  const moved = wanted && (await openGap(within, parts, wanted, postIds, now))
  const [placed = item] = await placeItems(within, parts, post, [item], whenOf(schedule))
  if (!moved) return { after: placed, moved: [] }
  const after = { ...placed, slot: wanted }
  await within.items.put(after)
  return { after, moved }
}

/** As it was meant, where that is still the same instant. */
const whenOf = ({ wall, zone, at }: Place['schedule']): When => {
  const resolved = resolveWall(wall, zone)
  return resolved.ok && resolved.value.at === Date.parse(at)
    ? { kind: 'at', wall, zone }
    : { kind: 'instant', at, zone }
}
