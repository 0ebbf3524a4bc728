import { sql } from 'kysely'
import type { ItemState } from '../../src-preload/contract/model/item.ts'
import { postStatus } from '../core/post-status.ts'
import type { Millis } from '../core/records.ts'
import { changeLabels, dropLabels, labelsOf, putLabels, respellTags } from './post-labels.ts'
import { tagsIn } from './rows/post-row.ts'
import type { Phase, PostEntryTable } from './rows/list-tables.ts'
import type { Flag, ItemTable } from './rows/tables.ts'
import type { Connection } from './sqlite/connection.ts'
import { build, type Place, places, query } from './sqlite/query.ts'

/*
 * Keeps what lists know of posts in step with the rows, in their own transaction: once for each post, however many of
 * its items were written with it.
 */

/** The post was put, or it has other items than before. */
export const entryChanged = (connection: Connection, postId: string): void =>
  connection.beforeCommit(`entry ${postId}`, () => putEntry(connection, postId))

/** An item of it moved on. */
export const itemsMoved = (connection: Connection, seq: number): void =>
  connection.beforeCommit(`items ${seq}`, () => {
    const entry = connection.first(entryOf.with({ seq }))
    if (entry) writeEntry(connection, entry, { ...entry, ...summary(connection.all(itemsOf.with({ seq }))) })
  })

/** For once, when there is no transaction to wait for. */
export const putEntry = (connection: Connection, postId: string): void => {
  const post = connection.first(postOf.with({ postId }))
  if (!post) return
  const { seq } = post
  const entry = connection.first(entryOf.with({ seq }))
  if (post.deleted_at !== null) {
    if (entry) dropEntry(connection, seq)
    return
  }
  const { updated_at: changed, created_at: made, external } = post
  const items = connection.all(itemsOf.with({ seq }))
  writeEntry(connection, entry, { seq, changed, made, external, ...summary(items) })
  const labels = labelsOf(tagsIn(post.tags), items)
  const moved = entry && (entry.changed !== changed || entry.made !== made)
  if (entry) changeLabels(connection, labels, { seq, changed, made }, moved === true)
  else putLabels(connection, labels, { seq, changed, made })
  respellTags(connection, labels)
}

/** What is deleted or cannot be read is in no list. */
export const dropEntry = (connection: Connection, seq: number): void => {
  dropLabels(connection, seq)
  connection.run(drop.with({ seq }))
}

const writeEntry = (connection: Connection, before: PostEntryTable | undefined, now: PostEntryTable): void => {
  if (!before) connection.run(insert.with(now))
  else if (MARKS.some((mark) => before[mark] !== now[mark])) connection.run(update.with(now))
  else if (before.phase !== now.phase || before.set_for !== now.set_for) connection.run(move.with(now))
}

type Item = Pick<ItemTable, 'state' | 'sort_at'> & { timed: Flag }

const summary = (items: readonly Item[]): { phase: Phase; set_for: Millis | null } => {
  const times = items.filter((item) => item.timed).map((item) => item.sort_at)
  return { phase: phaseOf(items.map((item) => item.state)), set_for: times.length > 0 ? Math.min(...times) : null }
}

/** What the states of a post's items come to in lists. */
export const phaseOf = (states: readonly ItemState[]): Phase => {
  const status = postStatus(states)
  return status === 'scheduled' || status === 'publishing' ? 'ahead' : status
}

const MARKS = ['changed', 'made', 'external'] as const
const MOVING = ['phase', 'set_for'] as const

const entryOf = query<{ seq: number }>()((place) =>
  build.selectFrom('post_entry').selectAll().where('seq', '=', place('seq')),
)

const insert = query<PostEntryTable>()((place) =>
  build.insertInto('post_entry').values(places(place, ['seq', ...MARKS, ...MOVING])),
)

const setting = (columns: readonly (keyof PostEntryTable)[]) => (place: Place<PostEntryTable>) =>
  build.updateTable('post_entry').set(places(place, columns)).where('seq', '=', place('seq'))
const update = query<PostEntryTable>()(setting([...MARKS, ...MOVING]))
const move = query<PostEntryTable>()(setting(MOVING))

const drop = query<{ seq: number }>()((place) => build.deleteFrom('post_entry').where('seq', '=', place('seq')))

const postOf = query<{ postId: string }>()((place) =>
  build
    .selectFrom('post')
    .select(['seq', 'updated_at', 'created_at', 'deleted_at', 'external', 'tags'])
    .where('id', '=', place('postId')),
)

const itemsOf = query<{ seq: number }>()((place) =>
  build
    .selectFrom('item')
    .select([
      'state',
      'account_id',
      'channel',
      'sort_at',
      sql<Flag>`schedule is not null or published_at is not null`.as('timed'),
    ])
    .where('post_seq', '=', place('seq'))
    .where('hidden', '=', sql.lit(0 as const)),
)
