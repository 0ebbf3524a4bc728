import { move } from '../../core/lifecycle.ts'
import type { Store } from '../../core/ports.ts'
import { granted, refuse } from '../../core/refusal.ts'
import type { ImportRecord, ItemRecord, Millis } from '../../core/records.ts'
import { takeBack } from '../hand-over.ts'
import type { Parts } from '../parts.ts'
import { closeGaps } from '../slot-gaps.ts'
import { breathe } from './breathe.ts'
import { tellMany } from './tell-many.ts'
import { because } from '../../core/told.ts'

/** So many posts are taken back in one step. */
const SLICE = 50

/** Deletes what an import made and Posthorn has not sent since. */
export const undoImport = async (parts: Parts, importId: string): Promise<{ deleted: number; kept: number }> => {
  const { store, clock } = parts.world
  const record =
    (await store.imports.get(importId)) ??
    refuse('not-found', 'There is no such import.', 'Look at the list.', { told: because('import-gone') })
  if (record.undoneAt !== null)
    refuse('illegal-transition', 'This import was undone already.', 'There is nothing to do.', {
      told: because('import-undone'),
    })
  const gone: string[] = []
  const freed: ItemRecord[] = []
  for (let from = 0; from < record.postIds.length; from += SLICE) {
    const postIds = record.postIds.slice(from, from + SLICE)
    await takeBack(parts, await store.items.ofPosts(postIds))
    await store.transaction(async (within) => {
      const removed = await hideUnsent(within, record, postIds, clock.now())
      gone.push(...removed.postIds)
      freed.push(...removed.items)
    })
    await breathe()
  }
  const now = clock.now()
  const moved = await store.transaction(async (within) => {
    await within.imports.put({ ...record, undoneAt: now })
    return closeGaps(within, parts, freed, now)
  })
  await parts.announcer.moved(store, moved)
  await tellMany(parts, gone)
  return { deleted: gone.length, kept: record.postIds.length - gone.length }
}

const hideUnsent = async (within: Store, record: ImportRecord, postIds: readonly string[], now: Millis) => {
  const items = Map.groupBy(await within.items.ofPosts(postIds), ({ postId }) => postId)
  const hidden: { postIds: string[]; items: ItemRecord[] } = { postIds: [], items: [] }
  for (const post of await within.posts.getMany(postIds)) {
    const own = items.get(post.id) ?? []
    if (post.deletedAt !== null || own.some((item) => isSent(item, record.at))) continue
    for (const item of own) {
      if (item.state === 'scheduled' || item.state === 'waiting') {
        await within.items.put(granted(move(item, { kind: 'cancel' }, now)))
        hidden.items.push(item)
      }
    }
    await within.posts.put({ ...post, deletedAt: now, updatedAt: now })
    hidden.postIds.push(post.id)
  }
  return hidden
}

/** Sent since; what was published before was only brought along. */
const isSent = ({ state, publishedAt }: ItemRecord, since: Millis): boolean =>
  state === 'publishing' || state === 'unconfirmed' || (state === 'published' && (publishedAt ?? 0) >= since)
