import { itemState } from '../../src-preload/contract/model/item.ts'
import type { ItemFilter, Page } from '../core/ports.ts'
import type { ItemRecord } from '../core/records.ts'
import { latestItems } from './item-list-latest.ts'
import { soonestItems } from './item-list-soonest.ts'
import type { ItemRow } from './rows/tables.ts'
import { matchOf } from './search/match.ts'
import { readTerms } from './search/search-terms.ts'
import type { Connection } from './sqlite/connection.ts'
import type { Wanted } from './item-standing.ts'

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
    match: terms.kind === 'words' ? matchOf(connection, terms) : null,
    limit,
    cursor,
  }
  const page = filter.order === 'latest' ? latestItems(connection, wanted) : soonestItems(connection, wanted)
  return { entries: read(connection, page.rows), cursor: page.cursor }
}
