import { setImmediate as aTurn } from 'node:timers/promises'
import type { Snapshot } from '../../../src-preload/contract/model/snapshot.ts'
import { withDatabase } from './with-database.ts'

type Counts = NonNullable<Snapshot['counts']>

/** So many posts are counted in one go: some tens of milliseconds, even where the disk must be asked. */
const SLICE = 20_000

/**
 * What copies of the database hold. A copy never changes, so each is counted once; and little by little, since nothing
 * else is done meanwhile: in a million posts a count takes seconds.
 */
export const createSnapshotCounts = () => {
  const known = new Map<string, Promise<Counts | null>>()
  return {
    /** Null: it cannot be read. `changedAt`: when its file was written last, in milliseconds since 1970. */
    of: (path: string, version: number, changedAt: number): Promise<Counts | null> => {
      const key = `${path} ${changedAt}`
      const counted = known.get(key) ?? count(path, version)
      known.set(key, counted)
      // What cannot be read now may be later.
      void counted.then((counts) => counts === null && known.delete(key))
      return counted
    },
  }
}

/** The file is never held open over a turn: whoever removes it meanwhile is not kept from it. */
const count = async (path: string, version: number): Promise<Counts | null> => {
  const rest = withDatabase(path, (database) => database.prepare(REST).get() as Counts & { last: number })
  if (rest === null) return null
  const { last, ...counts } = rest
  let posts = 0
  for (let from = 0; from < last; from += SLICE) {
    await aTurn()
    const slice = withDatabase(path, (database) =>
      database
        .prepare(postsOf(version))
        .pluck()
        .get({ from, to: from + SLICE }),
    )
    if (slice === null) return null
    posts += Number(slice)
  }
  return { ...counts, posts }
}

const postsOf = (version: number) => `select count(*) from post
  where rowid > :from and rowid <= :to and deleted_at is null ${version > 1 ? 'and external = 0' : ''}`

const REST = `select
  (select coalesce(max(rowid), 0) from post) as last,
  (select coalesce(sum(n), 0) from item_count
    where state in ('scheduled', 'waiting', 'publishing', 'unconfirmed')) as pending,
  (select coalesce(sum(n), 0) from item_count where state = 'published') as published,
  (select count(*) from account) as accounts`
