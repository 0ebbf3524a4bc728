import { sql } from 'kysely'
import type { Span, SpreadFilter } from '../core/ports.ts'
import type { ItemRecord } from '../core/records.ts'
import { isWithin, narrowingOf, type Narrowing } from './item-narrowing.ts'
import type { ItemRow } from './rows/tables.ts'
import type { Connection } from './sqlite/connection.ts'
import { each, type Place, type Query, query, type Value } from './sqlite/query.ts'
import { type Label, wantedLabels } from './wanted-labels.ts'

/** Beyond this nobody cares how many it are, and counting is read as well. */
const MOST_COUNTED = 10_000

/**
 * Items over stretches of time, each read through an index in order of time: as many rows as are shown, however many
 * there are.
 */
export const spreadItems = (
  connection: Connection,
  spans: readonly Span[],
  filter: SpreadFilter,
  read: (connection: Connection, rows: readonly ItemRow[]) => ItemRecord[],
): { entries: ItemRecord[]; total: number }[] => {
  connection.settle()
  const labels = wantedLabels(connection, { tags: filter.tags })
  return spans.map((span) => {
    if (labels === null) return { entries: [], total: 0 }
    const asked = askedOf(span, filter, labels)
    const total = connection.first((filter.accountId === undefined ? countAll : countIn).with(asked))?.n ?? 0
    return { entries: total === 0 ? [] : read(connection, connection.all(firstOf(filter).with(asked))), total }
  })
}

type Asked = Narrowing & { states: string; accountId: string; limit: number; most: number }

const askedOf = (span: Span, filter: SpreadFilter, labels: readonly Label[]): Asked & Record<string, Value> => ({
  ...narrowingOf({ ...filter, order: 'latest', from: span.from, to: span.to - 1 }, labels),
  states: JSON.stringify(filter.states),
  ...Object.fromEntries(filter.states.map((state, index) => [`state${index}`, state])),
  accountId: filter.accountId ?? '',
  limit: filter.limit,
  most: MOST_COUNTED,
})

const count = (index: string, ofAccount: boolean) =>
  query<Asked>()(
    (place) => sql<{ n: number }>`select count(*) as n from (
      select 1 from item indexed by ${sql.ref(index)}
      where hidden = 0 and state in ${each(place('states'))}
        ${ofAccount ? sql`and account_id = ${place('accountId')}` : sql``} and ${isWithin(place as Place<Narrowing>)}
      limit ${place('most')}
    )`,
  )
const countAll = count('item_by_state', false)
const countIn = count('item_by_account', true)

type Named = Record<string, Value>

/** One search for each state, merged row by row. There are as many queries as numbers of states, for all and for one account. */
const firstOf = ({ states, accountId }: SpreadFilter): Query<Named, ItemRow> => {
  const shape = `${states.length} ${accountId === undefined}`
  const known = shapes.get(shape) ?? query<Named>()((place) => merge(states.length, accountId !== undefined, place))
  shapes.set(shape, known)
  return known
}

const shapes = new Map<string, Query<Named, ItemRow>>()

const merge = (states: number, ofAccount: boolean, place: Place<Named>) => {
  const index = sql.ref(ofAccount ? 'item_by_account' : 'item_by_state')
  const inState = (_: unknown, number: number) => sql`select item.* from item indexed by ${index}
    where hidden = 0 and state = ${place(`state${number}`)}
      ${ofAccount ? sql`and account_id = ${place('accountId')}` : sql``} and ${isWithin(place as Place<Narrowing>)}`
  return sql<ItemRow>`${sql.join(Array.from({ length: states }, inState), sql` union all `)}
    order by sort_at, seq limit ${place('limit')}`
}
