import { sql } from 'kysely'
import type { ItemRecord } from '../core/records.ts'
import type { ItemRow } from './rows/tables.ts'
import type { Connection } from './sqlite/connection.ts'
import { build, query } from './sqlite/query.ts'

/*
 * By what ids a channel knows items. The id of what stands there is found in the item's own row; further ones, of a
 * thread's parts and of versions before the last, have a table, which most items never need.
 */

/** Which of these ids of a channel belong to items of the account, deleted ones included. */
export const knownRemotes = (connection: Connection, accountId: string, ids: readonly string[]): string[] => {
  const found = connection.all(known.with({ accountId, ids: JSON.stringify(ids) })).map((row) => row.id)
  return [...new Set(found)]
}

export const putRemotes = (
  connection: Connection,
  before: Pick<ItemRow, 'remote' | 'parts' | 'versions'> | undefined,
  now: ItemRecord,
): void => {
  const further = new Set(
    [...now.parts, ...(now.remote?.parts ?? [])].map((part) => part.id).concat(now.versions.map((one) => one.remoteId)),
  )
  const had = before !== undefined && hasFurther(before)
  if (further.size === 0 && !had) return
  connection.run(forget.with({ id: now.id }))
  for (const remoteId of further) connection.run(keep.with({ id: now.id, remoteId }))
}

const hasFurther = ({ remote, parts, versions }: Pick<ItemRow, 'remote' | 'parts' | 'versions'>): boolean =>
  parts !== '[]' || versions !== '[]' || (remote !== null && !remote.includes('"parts":[]'))

const forget = query<{ id: string }>()((place) =>
  build
    .deleteFrom('item_remote')
    .where('item_seq', '=', (item) => item.selectFrom('item').select('seq').where('id', '=', place('id'))),
)

const keep = query<{ id: string; remoteId: string }>()(
  (place) => sql`insert into item_remote (item_seq, remote_id)
    select seq, ${place('remoteId')} from item where id = ${place('id')}`,
)

const known = query<{ accountId: string; ids: string }>()(
  (place) => sql<{ id: string }>`
    select one.value as id from json_each(${place('ids')}) as one
      cross join item indexed by item_by_remote
        on item.remote is not null and iif(json_valid(item.remote), item.remote ->> '$.id', null) = one.value
    where item.account_id = ${place('accountId')}
    union all
    select one.value as id from json_each(${place('ids')}) as one
      cross join item_remote indexed by item_remote_by_id on item_remote.remote_id = one.value
      cross join item on item.seq = item_remote.item_seq
    where item.account_id = ${place('accountId')}`,
)
