import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Millis } from '../core/records.ts'
import type { RowPage, Wanted } from './item-list.ts'
import { matches } from './item-list-latest.ts'
import { cursorOf } from './rows/cursor.ts'
import type { ItemRow } from './rows/tables.ts'
import { seqOf } from './search/by-place.ts'
import type { Connection } from './sqlite/connection.ts'
import { each, type Place, query } from './sqlite/query.ts'

type Key = [nextAt: Millis | null, id: string]
const cursor = cursorOf<Key>('soonest', z.tuple([z.number().nullable(), z.string()]))
const START: Key = [Number.MIN_SAFE_INTEGER, '']

/** Up to so many rows are sorted at once; above, the list is walked in its order until the page is full. */
const FEW = 2000

/** By the time something happens next, then by id; what rests comes last. */
export const soonestItems = (connection: Connection, wanted: Wanted): RowPage => {
  const from = wanted.cursor === undefined ? START : cursor.read(wanted.cursor)
  const values = {
    states: JSON.stringify(wanted.states),
    accountId: wanted.accountId ?? null,
    match: wanted.match,
    rests: from[0] === null ? 1 : 0,
    nextAt: from[0] ?? 0,
    id: from[1],
    limit: wanted.limit + 1,
  }
  const rows = rowsOf(connection, wanted, values)
  const page = rows.slice(0, wanted.limit)
  const last = page.at(-1)
  return { rows: page, cursor: last && rows.length > wanted.limit ? cursor.write([last.next_at, last.id]) : null }
}

const rowsOf = (connection: Connection, wanted: Wanted, values: Values): ItemRow[] => {
  const { match } = wanted
  if (match !== null && connection.all(someMatches.with({ match, limit: FEW })).length < FEW) {
    return connection.all(sortedMatches.with({ ...values, match }))
  }
  if (wanted.among <= FEW) return connection.all((wanted.accountId === undefined ? sorted : sortedOf).with(values))
  const moving = values.rests ? [] : connection.all(walkMoving.with(values))
  if (moving.length === values.limit) return moving
  // The list goes on with what rests, from its beginning unless the page before ended there.
  const resting = { ...values, id: values.rests ? values.id : '', limit: values.limit - moving.length }
  return [...moving, ...connection.all(walkResting.with(resting))]
}

type Values = {
  states: string
  accountId: string | null
  match: string | null
  rests: number
  nextAt: Millis
  id: string
  limit: number
}

const wantedOnes = (place: Place<Values>) => sql<boolean>`
  hidden = 0 and state in ${each(place('states'))}
  and (${place('accountId')} is null or account_id = ${place('accountId')})`

const withWords = (place: Place<Values>) => sql<boolean>`
  (${place('match')} is null or ${matches(place('match'))})`

const afterCursor = (place: Place<Values>) => sql<boolean>`
  (next_at is null, coalesce(next_at, 0), id) > (${place('rests')}, ${place('nextAt')}, ${place('id')})`

const inOrder = (place: Place<Values>) => sql`order by next_at is null, next_at, id limit ${place('limit')}`

const someMatches = query<{ match: string; limit: number }>()(
  (place) => sql<{ rowid: number }>`select rowid from item_search
    where item_search match ${place('match')} limit ${place('limit')}`,
)

const sortedMatches = query<Values & { match: string }>()(
  (place) => sql<ItemRow>`select item.*
    from item_search cross join item on item.seq = ${seqOf(sql`item_search.rowid`)}
    where item_search match ${place('match')} and ${wantedOnes(place)} and ${afterCursor(place)} ${inOrder(place)}`,
)

const sortedIn = (index: RawBuilder<unknown>, which: (place: Place<Values>) => RawBuilder<boolean>) =>
  query<Values>()(
    (place) => sql<ItemRow>`select item.* from item indexed by ${index}
      where hidden = 0 and state in ${each(place('states'))} and ${which(place)}
        and ${withWords(place)} and ${afterCursor(place)} ${inOrder(place)}`,
  )
const sorted = sortedIn(sql`item_by_state`, () => sql`true`)
const sortedOf = sortedIn(sql`item_by_account`, (place) => sql`account_id = ${place('accountId')}`)

const walkMoving = query<Values>()(
  (place) => sql<ItemRow>`select item.* from item indexed by item_due
    where next_at is not null and (next_at, id) > (${place('nextAt')}, ${place('id')})
      and ${wantedOnes(place)} and ${withWords(place)}
    order by next_at, id limit ${place('limit')}`,
)

const walkResting = query<Values>()(
  (place) => sql<ItemRow>`select item.* from item indexed by item_by_id
    where next_at is null and id > ${place('id')} and ${wantedOnes(place)} and ${withWords(place)}
    order by id limit ${place('limit')}`,
)
