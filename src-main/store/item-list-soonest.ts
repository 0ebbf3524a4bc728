import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Millis } from '../core/records.ts'
import { isWithin, type Narrowing } from './item-narrowing.ts'
import { hasWords } from './item-list-latest.ts'
import { type RowPage, type Standing, standing, total, type Wanted } from './item-standing.ts'
import { cursorOf } from './rows/cursor.ts'
import type { ItemRow } from './rows/tables.ts'
import { postsWith } from './search/newest-matches.ts'
import type { Connection } from './sqlite/connection.ts'
import { each, type Place, query } from './sqlite/query.ts'

type Key = [nextAt: Millis | null, id: string]
const cursor = cursorOf<Key>('soonest', z.tuple([z.number().nullable(), z.string()]))
const START: Key = [Number.MIN_SAFE_INTEGER, '']

/** Up to so many rows are sorted at once; above, the list is walked in its order until the page is full. */
const FEW = 2000

/** Of so few it is asked before sorting whether they have the words. */
const FEW_TO_ASK = 200

/** By the time something happens next, then by id; what rests comes last. */
export const soonestItems = (connection: Connection, wanted: Wanted): RowPage => {
  const from = wanted.cursor === undefined ? START : cursor.read(wanted.cursor)
  const among = standing(connection, wanted)
  const moving = from[0] === null ? [] : half(connection, { ...wanted, among }, 0, from, wanted.limit + 1)
  const missing = wanted.limit + 1 - moving.length
  const start = from[0] === null ? from : START
  const resting = missing > 0 ? half(connection, { ...wanted, among }, 1, start, missing) : []
  const rows = [...moving, ...resting]
  const page = rows.slice(0, wanted.limit)
  const last = page.at(-1)
  return { rows: page, cursor: last && rows.length > wanted.limit ? cursor.write([last.next_at, last.id]) : null }
}

/** The list's first half has a next time, its second half rests. */
const half = (
  connection: Connection,
  wanted: Wanted & { among: readonly Standing[] },
  rests: 0 | 1,
  [nextAt, id]: Key,
  limit: number,
): ItemRow[] => {
  const inHalf = wanted.among.filter((one) => one.rests === rests && one.n > 0).map((one) => one.state)
  if (inHalf.length === 0) return []
  const { accountId = null, match } = wanted
  const values = {
    states: JSON.stringify(inHalf),
    accountId,
    match,
    rests,
    nextAt: nextAt ?? 0,
    id,
    limit,
    ...wanted.narrowing,
  }
  const posts = wanted.posts ?? (match === null ? null : postsWith(connection, match, FEW + 1))
  if (posts && posts.length <= FEW)
    return connection.all(
      sortedOf.with({ ...values, match: wanted.posts ? match : null, posts: JSON.stringify(posts) }),
    )
  const known = total(wanted.among.filter((one) => inHalf.includes(one.state)))
  const read = known <= FEW ? known : connection.all(windowed.with({ ...values, few: FEW + 1 })).length
  if (read <= (match === null ? FEW : FEW_TO_ASK))
    return connection.all((accountId === null ? sortedAll : sortedIn).with(values))
  return connection.all((rests ? walkResting : walkMoving).with(values))
}

type Values = {
  states: string
  accountId: string | null
  match: string | null
  rests: 0 | 1
  nextAt: Millis
  id: string
  limit: number
} & Narrowing

const wantedOnes = (place: Place<Values>) => sql<boolean>`
  item.hidden = 0 and item.state in ${each(place('states'))}
  and (${place('accountId')} is null or item.account_id = ${place('accountId')})
  and ${isWithin(place)}`

const withWords = (place: Place<Values>) => sql<boolean>`
  (${place('match')} is null or ${hasWords(place('match'))})`

const afterCursor = (place: Place<Values>) => sql<boolean>`
  (item.next_at is null) = ${place('rests')}
  and (coalesce(item.next_at, 0), item.id) > (${place('nextAt')}, ${place('id')})`

const inOrder = (place: Place<Values>) => sql`order by item.next_at, item.id limit ${place('limit')}`

const sortedOf = query<Values & { posts: string }>()(
  (place) => sql<ItemRow>`select item.*
    from (select distinct value from json_each(${place('posts')})) as one
      cross join item indexed by item_of_post on item.post_seq = one.value
    where ${wantedOnes(place)} and ${withWords(place)} and ${afterCursor(place)} ${inOrder(place)}`,
)

/** How many stand within a stretch of time, as far as that matters. */
const windowed = query<Values & { few: number }>()(
  (place) => sql<{ seq: number }>`select seq from item indexed by item_by_state
    where hidden = 0 and state in ${each(place('states'))} and sort_at between ${place('since')} and ${place('until')}
    limit ${place('few')}`,
)

const sorted = (index: string, which: (place: Place<Values>) => RawBuilder<boolean>) =>
  query<Values>()(
    (place) => sql<ItemRow>`select item.* from item indexed by ${sql.ref(index)}
      where item.hidden = 0 and item.state in ${each(place('states'))} and ${which(place)} and ${isWithin(place)}
        and ${withWords(place)} and ${afterCursor(place)} ${inOrder(place)}`,
  )
const sortedAll = sorted('item_by_state', () => sql`true`)
const sortedIn = sorted('item_by_account', (place) => sql`account_id = ${place('accountId')}`)

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
