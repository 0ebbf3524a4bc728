import { sql } from 'kysely'
import { z } from 'zod'
import type { Millis } from '../core/records.ts'
import { type RowPage, standing, total, type Wanted } from './item-standing.ts'
import { cursorOf } from './rows/cursor.ts'
import type { ItemRow } from './rows/tables.ts'
import { accountMark } from './search/marks.ts'
import { marked } from './search/match.ts'
import { newestMatches } from './search/newest-matches.ts'

import type { Connection } from './sqlite/connection.ts'
import { type Bound, build, each, type Place, type Query, query, type Value } from './sqlite/query.ts'

const cursor = cursorOf('latest', z.tuple([z.number(), z.number()]))
const START: [Millis, number] = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]

/** So few items are asked one by one whether they have the words. */
const FEW = 1000

/** By sort time, newest first. */
export const latestItems = (connection: Connection, wanted: Wanted): RowPage => {
  const [time, seq] = wanted.cursor === undefined ? START : cursor.read(wanted.cursor)
  const from = { time, seq, limit: wanted.limit + 1 }
  const rows =
    wanted.match === null ? connection.all(merged(wanted, from)) : found(connection, wanted, wanted.match, from)
  const page = rows.slice(0, wanted.limit)
  const last = page.at(-1)
  return { rows: page, cursor: last && rows.length > wanted.limit ? cursor.write([last.sort_at, last.seq]) : null }
}

type From = { time: Millis; seq: number; limit: number }
type Named = Record<string, Value>

/**
 * One ordered search of an index for each state, merged row by row until the page is full: so each list reads as many
 * rows as it shows. There are as many queries as there are numbers of states, with and without account and search.
 */
const merged = (wanted: Wanted, from: From): Bound<ItemRow> => {
  const shape = `${wanted.states.length} ${wanted.accountId === undefined} ${wanted.match === null}`
  const known = shapes.get(shape) ?? query<Named>()((place) => merge(wanted, place))
  shapes.set(shape, known)
  const states = Object.fromEntries(wanted.states.map((state, index) => [`state${index}`, state]))
  return known.with({ ...from, ...states, accountId: wanted.accountId ?? null, match: wanted.match })
}

const shapes = new Map<string, Query<Named, ItemRow>>()

const merge = ({ states, accountId, match }: Wanted, place: Place<Named>) => {
  const inState = (index: number) =>
    build
      .selectFrom('item')
      .selectAll()
      .where('hidden', '=', sql.lit(0 as const))
      .where(sql<boolean>`state = ${place(`state${index}`)}`)
      .where(sql<boolean>`(sort_at, seq) < (${place('time')}, ${place('seq')})`)
      .$if(accountId !== undefined, (one) => one.where(sql<boolean>`account_id = ${place('accountId')}`))
      .$if(match !== null, (one) => one.where(hasWords(place('match'))))
  return states
    .slice(1)
    .reduce((all, _, index) => all.unionAll(inState(index + 1)), inState(0))
    .orderBy('sort_at', 'desc')
    .orderBy('seq', 'desc')
    .limit(sql<number>`${place('limit')}`)
}

/** Whether the post of an item has the words. */
export const hasWords = (match: Parameters<typeof sql>[1]) =>
  sql<boolean>`exists (
    select 1 from post_search
    where post_search match ${match} and post_search.rowid = item.post_seq
  )`

const found = (connection: Connection, wanted: Wanted, match: string, from: From): ItemRow[] => {
  const states = JSON.stringify(wanted.states)
  const { accountId = null } = wanted
  return newestMatches(connection, {
    list: 'item',
    match: accountId === null ? match : marked(match, accountMark(accountId)),
    limit: from.limit,
    from: from.time,
    walk: total(standing(connection, wanted)) <= FEW ? () => connection.all(merged(wanted, from)) : null,
    latest: (at) => {
      const newest = accountId === null ? newestInAll.with({ at, states }) : newestIn.with({ at, states, accountId })
      return connection.first(newest)?.at ?? null
    },
    load: (posts, start, end) =>
      connection.all(itemsOf.with({ ...from, posts: JSON.stringify(posts), states, accountId, start, end })),
  })
}

const newestInAll = query<{ at: Millis; states: string }>()(
  (place) => sql<{ at: Millis | null }>`select max((
      select sort_at from item
      where hidden = 0 and state = one.value and sort_at <= ${place('at')}
      order by sort_at desc limit 1
    )) as at from json_each(${place('states')}) as one`,
)

const newestIn = query<{ at: Millis; states: string; accountId: string }>()(
  (place) => sql<{ at: Millis | null }>`select max((
      select sort_at from item
      where hidden = 0 and account_id = ${place('accountId')} and state = one.value and sort_at <= ${place('at')}
      order by sort_at desc limit 1
    )) as at from json_each(${place('states')}) as one`,
)

type These = From & { posts: string; states: string; accountId: string | null; start: Millis; end: Millis }

const itemsOf = query<These>()(
  (place) => sql<ItemRow>`select item.*
    from json_each(${place('posts')}) as one
      cross join item indexed by item_of_post on item.post_seq = one.value
    where item.hidden = 0 and item.sort_at between ${place('start')} and ${place('end')}
      and item.state in ${each(place('states'))}
      and (${place('accountId')} is null or item.account_id = ${place('accountId')})
      and (item.sort_at, item.seq) < (${place('time')}, ${place('seq')})
    order by item.sort_at desc, item.seq desc limit ${place('limit')}`,
)
