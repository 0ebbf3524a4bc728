import type { UnreadableRow } from '../../../src-preload/contract/model/snapshot.ts'
import type { Clock, Log } from '../../core/ports.ts'
import type { Connection } from '../sqlite/connection.ts'
import { dropEntry, putEntry } from '../post-entry.ts'
import { build, query } from '../sqlite/query.ts'
import { toJson } from './json.ts'

export type Kind =
  | 'post'
  | 'item'
  | 'attempt'
  | 'account'
  | 'setting'
  | 'meter'
  | 'slot-plan'
  | 'template'
  | 'key'
  | 'receipt'
  | 'import'
  | 'hook'
  | 'delivery'

/** Turns rows into records and puts aside those that cannot be read, so that one of them never spoils a list. */
export type Quarantine = {
  read<Row, Record>(
    connection: Connection,
    kind: Kind,
    rows: readonly Row[],
    key: (row: Row) => string,
    toRecord: (row: Row) => Record,
  ): Record[]
}

/**
 * A copy goes to the quarantine, the row itself stays; items, and those of a post, leave lists and the queue, deliveries
 * are sent no more.
 */
export const createQuarantine = (tools: { clock: Clock; log: Log }): Quarantine => {
  const putAside = (connection: Connection, kind: Kind, key: string, row: unknown, error: unknown) => {
    const why = error instanceof Error ? error.message.slice(0, 2000) : String(error)
    tools.log.error(`put aside a ${kind} that cannot be read`, { key, why })
    try {
      connection.run(keep.with({ kind, key, content: toJson(row), why, at: tools.clock.now() }))
      if (kind === 'item') hideItem(connection, key)
      if (kind === 'post') hidePost(connection, key)
      if (kind === 'delivery') connection.run(stopDelivery.with({ key }))
    } catch (failure) {
      // A disk that is full or read-only must not keep the other rows from being read.
      tools.log.error('could not write down what was put aside', { key, failure: String(failure) })
    }
  }

  return {
    read: (connection, kind, rows, key, toRecord) => {
      const records = []
      for (const row of rows) {
        try {
          records.push(toRecord(row))
        } catch (error) {
          putAside(connection, kind, key(row), row, error)
        }
      }
      return records
    },
  }
}

type Kept = { kind: string; key: string; content: string; why: string; at: number }

const keep = query<Kept>()((place) =>
  build
    .insertInto('quarantine')
    .values({
      kind: place('kind'),
      key: place('key'),
      content: place('content'),
      why: place('why'),
      at: place('at'),
    })
    .onConflict((conflict) => conflict.doNothing()),
)

const hideItem = (connection: Connection, key: string): void => {
  const item = connection.first(hide.with({ key }))
  if (item) putEntry(connection, item.post_id)
}

const hidePost = (connection: Connection, key: string): void => {
  connection.run(hideItemsOf.with({ key }))
  const post = connection.first(seqOf.with({ key }))
  if (post) dropEntry(connection, post.seq)
}

const seqOf = query<{ key: string }>()((place) => build.selectFrom('post').select('seq').where('id', '=', place('key')))

const hide = query<{ key: string }>()((place) =>
  build.updateTable('item').set({ hidden: 1 }).where('id', '=', place('key')).returning('post_id'),
)

const hideItemsOf = query<{ key: string }>()((place) =>
  build
    .updateTable('item')
    .set({ hidden: 1 })
    .where('post_seq', '=', (post) => post.selectFrom('post').select('seq').where('id', '=', place('key'))),
)

const stopDelivery = query<{ key: string }>()((place) =>
  build.updateTable('delivery').set({ next_at: null }).where('id', '=', place('key')),
)

/** Items that are hidden because of what was put aside; one that was put again is in the lists again. */
export const countUnreadable = (connection: Connection): number =>
  connection.all<{ count: number }>(unreadable.with({}))[0]?.count ?? 0

const unreadable = query<Record<string, never>>()(() => {
  const keys = (kind: Kind) => build.selectFrom('quarantine').select('key').where('kind', '=', kind)
  return build
    .selectFrom('item')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('hidden', '=', 1)
    .where((row) =>
      row.or([
        row('id', 'in', keys('item')),
        row('post_seq', 'in', build.selectFrom('post').select('seq').where('id', 'in', keys('post'))),
      ]),
    )
})

/** Newest first. */
export const listUnreadable = (connection: Connection, limit: number): UnreadableRow[] =>
  connection.all(newest.with({ limit })).map((row) => ({ ...row, at: new Date(row.at).toISOString() }))

const newest = query<{ limit: number }>()((place) =>
  build.selectFrom('quarantine').selectAll().orderBy('at', 'desc').orderBy('kind').orderBy('key').limit(place('limit')),
)
