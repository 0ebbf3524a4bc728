import type { ItemState } from '../../src-preload/contract/model/item.ts'
import type { Narrowing } from './item-narrowing.ts'
import type { ItemRow } from './rows/tables.ts'
import type { Connection } from './sqlite/connection.ts'
import { build, each, type Place, query } from './sqlite/query.ts'

/** A list of items as both orders take it: every state named, the search read. */
export type Wanted = {
  states: readonly ItemState[]
  accountId: string | undefined
  narrowing: Narrowing
  match: string | null
  /** Numbers of the posts whose items they are, where these are known to be few. */
  posts: readonly number[] | null
  limit: number
  cursor: string | undefined
}

/** Raw rows of one page, and the cursor of the next. */
export type RowPage = { rows: ItemRow[]; cursor: string | null }

/** How many items of a list are in a state; `rests`: without a next time. */
export type Standing = { state: ItemState; rests: 0 | 1; n: number }

/** How many items the list has, its search aside: what tells which way of listing is short. */
export const standing = (connection: Connection, { states, accountId }: Wanted): Standing[] => {
  const of = { states: JSON.stringify(states) }
  return connection.all(accountId === undefined ? inAll.with(of) : inAccount.with({ ...of, accountId }))
}

/** All of them together. */
export const total = (among: readonly Standing[]): number => among.reduce((sum, { n }) => sum + n, 0)

const standings = (place: Place<{ states: string }>) =>
  build
    .selectFrom('item_count')
    .select((row) => ['state', 'rests', row.fn.sum<number>('n').as('n')])
    .where('state', 'in', each<ItemState>(place('states')))
    .groupBy(['state', 'rests'])

const inAll = query<{ states: string }>()(standings)

const inAccount = query<{ states: string; accountId: string }>()((place) =>
  standings(place).where('account_id', '=', place('accountId')),
)
