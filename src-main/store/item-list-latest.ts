import { sql } from 'kysely'
import { z } from 'zod'
import type { Millis } from '../core/records.ts'
import { isWithin, type Narrowing } from './item-narrowing.ts'
import { type RowPage, standing, total, type Wanted } from './item-standing.ts'
import { cursorOf } from './rows/cursor.ts'
import type { ItemRow } from './rows/tables.ts'
import { accountMark } from './search/marks.ts'
import { marked } from './search/match.ts'
import { newestMatches } from './search/newest-matches.ts'
import type { Connection } from './sqlite/connection.ts'
import { type Bound, each, type Place, type Query, query, type Value } from './sqlite/query.ts'

const cursor = cursorOf('latest', z.tuple([z.number(), z.number()]))
const START: [Millis, number] = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]

/** So few items are asked one by one whether they have the words. */
const FEW = 1000

/** By sort time, newest first. */
export const latestItems = (connection: Connection, wanted: Wanted): RowPage => {
  const [time, seq] = wanted.cursor === undefined ? START : cursor.read(wanted.cursor)
  const from = { time, seq, limit: wanted.limit + 1 }
  const rows = wanted.posts
    ? connection.all(itemsOf.with(these(wanted, from, wanted.posts)))
    : wanted.match === null
      ? connection.all(merged(wanted, from))
      : found(connection, wanted, wanted.match, from)
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
  return known.with({
    ...from,
    ...states,
    accountId: wanted.accountId ?? null,
    match: wanted.match,
    ...wanted.narrowing,
  })
}

const shapes = new Map<string, Query<Named, ItemRow>>()

const merge = ({ states, accountId, match }: Wanted, place: Place<Named>) => {
  // Named, since the planner would take the other with equal ease.
  const index = sql.ref(accountId === undefined ? 'item_by_state' : 'item_by_account')
  const inState = (_: string, number: number) => sql`select item.* from item indexed by ${index}
    where hidden = 0 and state = ${place(`state${number}`)}
      and (sort_at, seq) < (${place('time')}, ${place('seq')})
      ${accountId === undefined ? sql`` : sql`and account_id = ${place('accountId')}`}
      and ${isWithin(place as Place<Narrowing>)}
      ${match === null ? sql`` : sql`and ${hasWords(place('match'))}`}`
  return sql<ItemRow>`${sql.join(states.map(inState), sql` union all `)}
    order by sort_at desc, seq desc limit ${place('limit')}`
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
      connection.all(itemsOf.with({ ...these(wanted, from, posts), match: null, start, end })),
  })
}

const these = (wanted: Wanted, from: From, posts: readonly number[]): These => ({
  ...from,
  ...wanted.narrowing,
  posts: JSON.stringify(posts),
  states: JSON.stringify(wanted.states),
  accountId: wanted.accountId ?? null,
  match: wanted.match,
  start: Number.MIN_SAFE_INTEGER,
  end: Number.MAX_SAFE_INTEGER,
})

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

type These = From &
  Narrowing & {
    posts: string
    states: string
    accountId: string | null
    match: string | null
    start: Millis
    end: Millis
  }

const itemsOf = query<These>()(
  (place) => sql<ItemRow>`select item.*
    from (select distinct value from json_each(${place('posts')})) as one
      cross join item indexed by item_of_post on item.post_seq = one.value
    where item.hidden = 0 and item.sort_at between ${place('start')} and ${place('end')}
      and item.state in ${each(place('states'))}
      and (${place('accountId')} is null or item.account_id = ${place('accountId')})
      and (${place('match')} is null or ${hasWords(place('match'))})
      and ${isWithin(place as Place<Narrowing>)}
      and (item.sort_at, item.seq) < (${place('time')}, ${place('seq')})
    order by item.sort_at desc, item.seq desc limit ${place('limit')}`,
)
