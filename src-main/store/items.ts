import type { ItemState } from '../../src-preload/contract/model/item.ts'
import { itemState } from '../../src-preload/contract/model/item.ts'
import type { Store } from '../core/ports.ts'
import type { ItemRecord } from '../core/records.ts'
import { listItems } from './item-list.ts'
import { due, inStates, soonest } from './item-queue.ts'
import { type ItemValues, toItem, toItemValues } from './rows/item-row.ts'
import type { Quarantine } from './rows/quarantine.ts'
import type { ItemRow } from './rows/tables.ts'
import { itemRemoved, itemWritten } from './search/search-index.ts'
import type { Connection } from './sqlite/connection.ts'
import { type Bound, build, each, places, query } from './sqlite/query.ts'
import type { Session } from './sqlite/session.ts'
import { sql } from 'kysely'

export const createItems = (session: Session, quarantine: Quarantine): Store['items'] => {
  const records = (connection: Connection, rows: readonly ItemRow[]) =>
    quarantine.read(connection, 'item', rows, (row) => row.id, toItem)

  /** Rows that cannot be read leave the queue as they are met, so a second look sees those behind them. */
  const pending = (connection: Connection, bound: Bound<ItemRow>) => {
    const rows = connection.all(bound)
    const read = records(connection, rows)
    return read.length === rows.length ? read : records(connection, connection.all(bound))
  }

  return {
    get: (id) =>
      session.read((connection) => {
        const row = connection.first(byId.with({ id }))
        return row && records(connection, [row])[0]
      }),
    ofPosts: (postIds) =>
      session.read((connection) =>
        records(connection, connection.all(byPosts.with({ postIds: JSON.stringify(postIds) }))),
      ),
    put: (item) => session.write((connection) => putItem(connection, item)),
    remove: (id) => session.write((connection) => removeItem(connection, id)),
    list: (filter) => session.read((connection) => listItems(connection, filter, records)),
    due: (now, limit, exceptAccounts) =>
      session.read((connection) => pending(connection, due(now, limit, exceptAccounts))),
    next: () => session.read((connection) => pending(connection, soonest(4))[0]),
    inStates: (states, of = {}) =>
      session.read((connection) => records(connection, connection.all(inStates(states, of)))),
    counts: () => session.read(countItems),
  }
}

const putItem = (connection: Connection, item: ItemRecord): void => {
  const values = toItemValues(item)
  const before = connection.first(written.with({ id: item.id }))
  connection.run(before ? update.with(values) : insert.with(values))
  itemWritten(connection, before, values)
}

const removeItem = (connection: Connection, id: string): void => {
  const before = connection.first(written.with({ id }))
  if (!before) return
  connection.run(remove.with({ id }))
  itemRemoved(connection, before)
}

const countItems = (connection: Connection): Record<ItemState, number> => {
  const counts = Object.fromEntries(itemState.options.map((state) => [state, 0])) as Record<ItemState, number>
  for (const { state, n } of connection.all(totals.with({}))) counts[state] = n
  return counts
}

const byId = query<{ id: string }>()((place) => build.selectFrom('item').selectAll().where('id', '=', place('id')))

const byPosts = query<{ postIds: string }>()((place) =>
  build
    .selectFrom('item')
    .selectAll()
    .where('post_seq', 'in', (post) =>
      post
        .selectFrom('post')
        .select('seq')
        .where('id', 'in', each<string>(place('postIds'))),
    )
    .orderBy('seq'),
)

const written = query<{ id: string }>()((place) =>
  build.selectFrom('item').select(['post_id', 'override', 'sort_at']).where('id', '=', place('id')),
)

// An item keeps its post and account for life, so their indexes need not be touched when it moves on.
const LASTING = ['id', 'post_id', 'account_id'] as const satisfies (keyof ItemValues)[]
const CHANGING = [
  'channel',
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
  'remote',
  'published_at',
  'unpublished_at',
  'updated_at',
  'override',
] as const satisfies (keyof ItemValues)[]

const insert = query<ItemValues>()((place) =>
  build.insertInto('item').values({
    ...places(place, [...LASTING, ...CHANGING]),
    post_seq: sql`(select seq from post where id = ${place('post_id')})`,
    hidden: sql`coalesce((select deleted_at is not null from post where id = ${place('post_id')}), 0)`,
  }),
)

const update = query<ItemValues>()((place) =>
  build
    .updateTable('item')
    .set({
      ...places(place, CHANGING),
      hidden: sql`(select deleted_at is not null from post where post.seq = item.post_seq)`,
    })
    .where('id', '=', place('id')),
)

const remove = query<{ id: string }>()((place) => build.deleteFrom('item').where('id', '=', place('id')))

const totals = query<Record<string, never>>()(() =>
  build
    .selectFrom('item_count')
    .select((row) => ['state', row.fn.sum<number>('n').as('n')])
    .groupBy('state'),
)
