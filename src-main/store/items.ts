import type { ItemState } from '../../src-preload/contract/model/item.ts'
import { itemState } from '../../src-preload/contract/model/item.ts'
import type { Store } from '../core/ports.ts'
import { knownRemotes } from './item-remotes.ts'
import { listItems } from './item-list.ts'
import { ahead, due, inStates, soonest } from './item-queue.ts'
import { spreadItems } from './item-spread.ts'
import { putItem, removeItem } from './item-writing.ts'
import { toItem } from './rows/item-row.ts'
import type { Quarantine } from './rows/quarantine.ts'
import type { ItemRow } from './rows/tables.ts'
import type { Connection } from './sqlite/connection.ts'
import { type Bound, build, each, query } from './sqlite/query.ts'
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
    spread: (spans, filter) => session.read((connection) => spreadItems(connection, spans, filter, records)),
    due: (now, limit, exceptAccounts) =>
      session.read((connection) => pending(connection, due(now, limit, exceptAccounts))),
    next: () => session.read((connection) => pending(connection, soonest(4))[0]),
    inStates: (states, of = {}) =>
      session.read((connection) => records(connection, connection.all(inStates(states, of)))),
    counts: () => session.read(countItems),
    inSlots: (planId, from) =>
      session.read((connection) => records(connection, connection.all(inSlots.with({ planId, from })))),
    slotsHeld: (planId, { from, to }) =>
      session.read((connection) => connection.all(slotsHeld.with({ planId, from, to })).map((row) => row.at)),
    setByHand: (times, exceptPostId = '') =>
      session.read((connection) =>
        times.length === 0 ? [] : connection.all(setByHand.with({ times: JSON.stringify(times), exceptPostId })),
      ),
    knownRemotes: (accountId, remoteIds) =>
      session.read((connection) => knownRemotes(connection, accountId, remoteIds)),
    ahead: (accountId, meant, keeps) =>
      session.read((connection) => records(connection, connection.all(ahead({ accountId, meant, ...keeps })))[0]),
    lastSent: (accountId) =>
      session.read((connection) => records(connection, connection.all(lastSent.with({ accountId })))[0]),
    lastPublishedAt: (accountId) =>
      session.read((connection) => connection.first(lastPublished.with({ accountId }))?.published_at ?? null),
  }
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

const totals = query<Record<string, never>>()(() =>
  build
    .selectFrom('item_count')
    .select((row) => ['state', row.fn.sum<number>('n').as('n')])
    .groupBy('state'),
)

const inSlots = query<{ planId: string; from: number }>()((place) =>
  build
    .selectFrom('item')
    .selectAll()
    .where('hidden', '=', sql.lit(0 as const))
    .where('slot_plan', 'is not', null)
    .where('slot_plan', '=', place('planId'))
    .where('slot_at', '>=', place('from'))
    .where(sql<boolean>`state in ('scheduled', 'waiting', 'publishing', 'unconfirmed', 'published')`)
    .orderBy('slot_at')
    .orderBy('seq'),
)

const slotsHeld = query<{ planId: string; from: number; to: number }>()(
  (place) => sql<{ at: number }>`select distinct slot_at as at from item indexed by item_in_slot
    where slot_plan is not null and hidden = 0 and slot_plan = ${place('planId')}
      and slot_at >= ${place('from')} and slot_at < ${place('to')}
      and state in ('scheduled', 'waiting', 'publishing', 'unconfirmed', 'published')
    order by slot_at`,
)

const setByHand = query<{ times: string; exceptPostId: string }>()(
  (place) => sql<{ at: number; postId: string }>`select sort_at as at, max(post_id) as "postId"
    from item indexed by item_by_state
    where hidden = 0 and state in ('scheduled', 'waiting', 'publishing', 'unconfirmed')
      and sort_at in ${each(place('times'))} and slot_plan is null and post_id <> ${place('exceptPostId')}
    group by sort_at`,
)

const lastSent = query<{ accountId: string }>()((place) =>
  build
    .selectFrom('item')
    .selectAll()
    .where('hidden', '=', sql.lit(0 as const))
    .where('account_id', '=', place('accountId'))
    .where('state', '=', sql.lit('published' as const))
    .where('external', '=', sql.lit(0 as const))
    .orderBy('sort_at', 'desc')
    .limit(sql.lit(1)),
)

const lastPublished = query<{ accountId: string }>()((place) =>
  build
    .selectFrom('item')
    .select('published_at')
    .where('hidden', '=', sql.lit(0 as const))
    .where('account_id', '=', place('accountId'))
    .where('state', '=', sql.lit('published' as const))
    .orderBy('sort_at', 'desc')
    .limit(sql.lit(1)),
)
