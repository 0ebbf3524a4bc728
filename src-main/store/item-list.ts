import type { ItemState } from '../../src-preload/contract/model/item.ts'
import { itemState } from '../../src-preload/contract/model/item.ts'
import type { ItemFilter, Page } from '../core/ports.ts'
import type { ItemRecord } from '../core/records.ts'
import { latestItems } from './item-list-latest.ts'
import { soonestItems } from './item-list-soonest.ts'
import type { ItemRow } from './rows/tables.ts'
import { readTerms } from './search/search-terms.ts'
import type { Connection } from './sqlite/connection.ts'
import { build, each, query } from './sqlite/query.ts'

/** A list as both orders take it: every state named, the search read, and how many rows it has without the search. */
export type Wanted = {
  states: readonly ItemState[]
  accountId: string | undefined
  match: string | null
  among: number
  limit: number
  cursor: string | undefined
}

/** Raw rows of one page, and the cursor of the next. */
export type RowPage = { rows: ItemRow[]; cursor: string | null }

export const listItems = (
  connection: Connection,
  filter: ItemFilter,
  read: (connection: Connection, rows: readonly ItemRow[]) => ItemRecord[],
): Page<ItemRecord> => {
  const terms = readTerms(filter.search)
  if (terms.kind === 'nothing') return { entries: [], cursor: null }
  const states = itemState.options.filter((state) => filter.states?.includes(state) ?? true)
  const { accountId, limit, cursor } = filter
  const wanted: Wanted = {
    states,
    accountId,
    match: terms.kind === 'match' ? terms.match : null,
    among: countOf(connection, states, accountId),
    limit,
    cursor,
  }
  const page = filter.order === 'latest' ? latestItems(connection, wanted) : soonestItems(connection, wanted)
  return { entries: read(connection, page.rows), cursor: page.cursor }
}

const countOf = (connection: Connection, states: readonly ItemState[], accountId: string | undefined): number => {
  const of = { states: JSON.stringify(states) }
  const sum = connection.first(accountId === undefined ? inAll.with(of) : inAccount.with({ ...of, accountId }))
  return sum?.n ?? 0
}

const inAll = query<{ states: string }>()((place) =>
  build
    .selectFrom('item_count')
    .select((row) => row.fn.sum<number | null>('n').as('n'))
    .where('state', 'in', each<ItemState>(place('states'))),
)

const inAccount = query<{ states: string; accountId: string }>()((place) =>
  build
    .selectFrom('item_count')
    .select((row) => row.fn.sum<number | null>('n').as('n'))
    .where('account_id', '=', place('accountId'))
    .where('state', 'in', each<ItemState>(place('states'))),
)
