import { sql } from 'kysely'
import { z } from 'zod'
import type { RowPage, Wanted } from './item-list.ts'
import { cursorOf } from './rows/cursor.ts'
import type { ItemRow } from './rows/tables.ts'
import { byPlace, type From, seqOf, type Stretch, whole } from './search/by-place.ts'
import { ofAccount } from './search/search-terms.ts'
import type { Connection } from './sqlite/connection.ts'
import { type Bound, build, each, type Place, type Query, query, type Value } from './sqlite/query.ts'

const cursor = cursorOf('latest', z.tuple([z.number(), z.number()]))
const START: [number, number] = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]

/** Fewer items than this are looked through one by one rather than sought among all with the words. */
const FEW = 1000

/** By sort time, newest first. */
export const latestItems = (connection: Connection, wanted: Wanted): RowPage => {
  const [time, seq] = wanted.cursor === undefined ? START : cursor.read(wanted.cursor)
  const from = { time, seq, limit: wanted.limit + 1 }
  const rows =
    wanted.match === null || wanted.among <= FEW
      ? connection.all(merged(wanted, from))
      : byPlace(from, key, (stretch) => connection.all(sought(wanted, from, stretch)))
  const page = rows.slice(0, wanted.limit)
  const last = page.at(-1)
  return { rows: page, cursor: last && rows.length > wanted.limit ? cursor.write(key(last)) : null }
}

const key = (row: ItemRow): [number, number] => [row.sort_at, row.seq]

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
      .$if(match !== null, (one) => one.where(matches(place('match'))))
  return states
    .slice(1)
    .reduce((all, _, index) => all.unionAll(inState(index + 1)), inState(0))
    .orderBy('sort_at', 'desc')
    .orderBy('seq', 'desc')
    .limit(sql<number>`${place('limit')}`)
}

/** Whether an item of an outer query has the words. */
export const matches = (match: Parameters<typeof sql>[1]) =>
  sql<boolean>`exists (
    select 1 from item_search where item_search match ${match} and item_search.rowid = item.search_row
  )`

const sought = (wanted: Wanted, { time, seq }: From, stretch: Stretch): Bound<ItemRow> => {
  const values = { ...stretch, time, seq, states: JSON.stringify(wanted.states), match: wanted.match ?? '' }
  return wanted.accountId === undefined
    ? soughtInAll.with(values)
    : soughtInAccount.with({
        ...values,
        match: ofAccount(values.match, wanted.accountId),
        accountId: wanted.accountId,
      })
}

type Sought = Stretch & { time: number; seq: number; states: string; match: string }

const newestMatches = (place: Place<Sought>, only = sql<boolean>`true`) =>
  sql<ItemRow>`select item.*
    from item_search cross join item on item.seq = ${seqOf(sql`item_search.rowid`)}
    where item_search match ${place('match')}
      and item_search.rowid between ${whole(place('bottom'))} and ${whole(place('top'))}
      and hidden = 0 and state in ${each(place('states'))} and ${only}
      and (sort_at, seq) < (${place('time')}, ${place('seq')})
    order by item_search.rowid desc limit ${place('limit')}`

const soughtInAll = query<Sought>()(newestMatches)
const soughtInAccount = query<Sought & { accountId: string }>()((place) =>
  newestMatches(place, sql`account_id = ${place('accountId')}`),
)
