import { sql } from 'kysely'
import type { ItemRecord, Millis } from '../core/records.ts'
import { putRemotes } from './item-remotes.ts'
import { entryChanged, itemsMoved, phaseOf } from './post-entry.ts'
import { type ItemValues, toItemValues } from './rows/item-row.ts'
import type { Flag, ItemRow } from './rows/tables.ts'
import { itemRemoved, itemWritten } from './search/search-index.ts'
import type { Connection } from './sqlite/connection.ts'
import { build, places, query } from './sqlite/query.ts'

export const putItem = (connection: Connection, item: ItemRecord): void => {
  const values = toItemValues(item)
  const before = connection.first(written.with({ id: item.id }))
  connection.run(before ? updateOf(before, values).with(values) : insert.with(values))
  putRemotes(connection, before, item)
  itemWritten(connection, before, values)
  entryTouched(connection, before, values)
}

/** Most of what happens to an item changes nothing about its post in the lists. */
const entryTouched = (connection: Connection, before: Before | undefined, now: ItemValues): void => {
  if (!before || before.hidden || before.channel !== now.channel) entryChanged(connection, now.post_id)
  else if (phaseOf([before.state]) !== phaseOf([now.state]) || before.set_for !== setFor(now)) {
    itemsMoved(connection, before.post_seq)
  }
}

const setFor = (item: ItemValues): Millis | null =>
  item.schedule === null && item.published_at === null ? null : item.sort_at

export const removeItem = (connection: Connection, id: string): void => {
  const before = connection.first(written.with({ id }))
  if (!before) return
  connection.run(remove.with({ id }))
  itemRemoved(connection, before)
  entryChanged(connection, before.post_id)
}

/** As it was before it was written again. */
type Before = Pick<
  ItemRow,
  'post_seq' | 'post_id' | 'hidden' | 'state' | 'override' | 'sort_at' | 'parts' | 'versions'
> &
  Pick<ItemRow, (typeof INDEXED)[number]> & { set_for: Millis | null }

const written = query<{ id: string }>()((place) =>
  build
    .selectFrom('item')
    .select([
      ...(['post_seq', 'post_id', 'hidden', 'state', 'override', 'sort_at', 'parts', 'versions', ...INDEXED] as const),
      sql<Millis | null>`iif(schedule is null and published_at is null, null, sort_at)`.as('set_for'),
    ])
    .where('id', '=', place('id')),
)

// An item keeps its post and account for life, so their indexes need not be touched when it moves on.
const LASTING = ['id', 'post_id', 'account_id'] as const satisfies (keyof ItemValues)[]
const CHANGING = [
  'created_at',
  'state',
  'next_at',
  'sort_at',
  'schedule',
  'waiting_reason',
  'waiting_since',
  'failure',
  'attempts',
  'tries',
  'marker',
  'parts',
  'lease_until',
  'held',
  'published_at',
  'unpublished_at',
  'updated_at',
  'override',
  'charge_credits',
  'charge_standing',
  'changes',
  'versions',
] as const satisfies (keyof ItemValues)[]

// These have indexes that SQLite would write again with every update that names them, changed or not.
const CHARGED = ['charge_feature', 'charge_at'] as const
const SLOT = ['slot_plan', 'slot_at'] as const
const REMOTE = ['remote'] as const
const SOURCE = ['channel', 'external'] as const
const GROUPS = [CHARGED, SLOT, REMOTE, SOURCE]
const INDEXED = [...CHARGED, ...SLOT, ...REMOTE, ...SOURCE] as const satisfies (keyof ItemValues)[]

const insert = query<ItemValues>()((place) =>
  build.insertInto('item').values({
    ...places(place, [...LASTING, ...CHANGING, ...INDEXED]),
    post_seq: sql`(select seq from post where id = ${place('post_id')})`,
    hidden: sql`coalesce((select deleted_at is not null from post where id = ${place('post_id')}), 0)`,
  }),
)

const updates = new Map<string, ReturnType<typeof update>>()

/** The update that names, of what is indexed apart, only what changed. */
const updateOf = (before: Before, now: ItemValues): ReturnType<typeof update> => {
  const changed = GROUPS.filter((group) => group.some((column) => before[column] !== now[column])).flat()
  const shape = `${changed.join()} ${before.hidden}`
  const known = updates.get(shape) ?? update(changed, before.hidden)
  updates.set(shape, known)
  return known
}

/** What is hidden may be back: it is put again, and its post may be there. */
const update = (changed: readonly (typeof INDEXED)[number][], hidden: Flag) =>
  query<ItemValues>()((place) =>
    build
      .updateTable('item')
      .set({
        ...places(place, [...CHANGING, ...changed]),
        ...(hidden && { hidden: sql<Flag>`(select deleted_at is not null from post where post.seq = item.post_seq)` }),
      })
      .where('id', '=', place('id')),
  )

const remove = query<{ id: string }>()((place) => build.deleteFrom('item').where('id', '=', place('id')))
