import type { Bridge } from '../../../src-preload/contract/bridge.ts'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { ItemRow } from '../../../src-preload/contract/methods.ts'
import type { When } from '../../../src-preload/contract/model/post.ts'

/** One thing that is done to several rows, each for itself. */
export type BulkAction =
  | { kind: 'cancel' | 'retry' }
  | { kind: 'reschedule'; when: When }
  /** These are about whole posts, with all their accounts. */
  | { kind: 'schedule'; when: When }
  | { kind: 'delete' }
  | { kind: 'tag'; add: readonly string[]; remove: readonly string[] }

/** What is needed of a row to do something to it, and to name it. */
export type BulkRow = Pick<ItemRow, 'id' | 'postId' | 'text' | 'account' | 'tags'>

/** What came of it for one row; null: it was done. */
export type BulkResult<T extends BulkRow = BulkRow> = { row: T; failure: Failure | null }

/** The core takes so many at once. */
const MOST = 100

const OF_POSTS: ReadonlySet<BulkAction['kind']> = new Set(['schedule', 'delete', 'tag'])

/** Does it to all rows, so many at a time, and tells of each what came of it, in the order of the rows. */
export const runBulk = async <T extends BulkRow>(
  bridge: Bridge,
  rows: readonly T[],
  action: BulkAction,
): Promise<readonly BulkResult<T>[]> => {
  const idOf = (row: T): string => (OF_POSTS.has(action.kind) ? row.postId : row.id)
  const ids = [...new Set(rows.map(idOf))]
  const failures = new Map<string, Failure>()
  for (let from = 0; from < ids.length; from += MOST) {
    const some = ids.slice(from, from + MOST)
    const reply = await ask(bridge, some, action)
    if (!reply.ok) for (const id of some) failures.set(id, reply.failure)
    else for (const one of reply.value.results) if (!one.ok) failures.set(one.id, one.failure)
  }
  return rows.map((row) => ({ row, failure: failures.get(idOf(row)) ?? null }))
}

const ask = (bridge: Bridge, ids: string[], action: BulkAction) => {
  switch (action.kind) {
    case 'cancel':
    case 'retry':
      return bridge.call('items.bulk', { itemIds: ids, action: { kind: action.kind } })
    case 'reschedule':
      return bridge.call('items.bulk', { itemIds: ids, action })
    case 'schedule':
      return bridge.call('posts.bulk', { postIds: ids, action })
    case 'delete':
      return bridge.call('posts.bulk', { postIds: ids, action: { kind: 'delete' } })
    case 'tag':
      return bridge.call('posts.bulk', {
        postIds: ids,
        action: { kind: 'tag', add: [...action.add], remove: [...action.remove] },
      })
  }
}
