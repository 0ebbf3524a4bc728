import { sql } from 'kysely'
import type { Millis } from '../../core/records.ts'
import type { Connection } from '../sqlite/connection.ts'
import { build, query } from '../sqlite/query.ts'
import { accountMark, marksOf, sameDay } from './marks.ts'
import { ownText, type PostText, wordsOf } from './words.ts'

/*
 * Keeps the search index in step with the rows, in their own transaction. A post is indexed once however many of its
 * items were written with it, and only when words or marks changed: most of what happens to an item changes neither.
 */

/** A post as it was before it was written again. */
export type PostBefore = PostText & { updated_at: Millis }

/** An item as it was before it was written again. */
export type ItemBefore = { post_id: string; override: string; sort_at: Millis }

export const postWritten = (connection: Connection, id: string, before: PostBefore | undefined, now: PostBefore) => {
  const same = before?.text === now.text && before.tags === now.tags && sameDay(before.updated_at, now.updated_at)
  if (!same) indexLater(connection, id)
}

export const itemWritten = (connection: Connection, before: ItemBefore | undefined, now: ItemBefore): void => {
  if (before && sameDay(before.sort_at, now.sort_at) && !reworded(connection, before, now)) return
  indexLater(connection, now.post_id)
}

export const itemRemoved = (connection: Connection, before: ItemBefore): void => indexLater(connection, before.post_id)

export const postRemoved = (connection: Connection, seq: number): void => void connection.run(drop.with({ seq }))

/** What was sent is kept as an override, mostly with the post's own words: then there is nothing new to index. */
const reworded = (connection: Connection, before: ItemBefore, now: ItemBefore): boolean => {
  if (before.override === now.override) return false
  const text = connection.first(post.with({ id: now.post_id }))?.text ?? ''
  return ownText(text, before.override) !== ownText(text, now.override)
}

const indexLater = (connection: Connection, postId: string): void =>
  connection.beforeCommit(`search ${postId}`, () => indexPost(connection, postId))

/** Puts a post into the index as its rows are now. */
export const indexPost = (connection: Connection, id: string): void => {
  const found = connection.first(post.with({ id }))
  if (!found) return
  const items = connection.all(itemsOf.with(found))
  const marks = new Set(marksOf('post', found.updated_at))
  for (const item of items) for (const mark of marksOf('item', item.sort_at)) marks.add(mark)
  for (const item of items) marks.add(accountMark(item.account_id))
  const overrides = items.map((item) => item.override)
  connection.run(drop.with(found))
  connection.run(add.with({ seq: found.seq, words: wordsOf(found, overrides), marks: [...marks].join(' ') }))
}

const post = query<{ id: string }>()((place) =>
  build.selectFrom('post').select(['seq', 'text', 'tags', 'updated_at']).where('id', '=', place('id')),
)

const itemsOf = query<{ seq: number }>()((place) =>
  build
    .selectFrom('item')
    .select(['override', 'account_id', 'sort_at'])
    .where('post_seq', '=', place('seq'))
    .orderBy('seq'),
)

// Numbers are bound as floating point; the index takes whole ones only.
const whole = (number: Parameters<typeof sql>[1]) => sql<number>`cast(${number} as integer)`

const add = query<{ seq: number; words: string; marks: string }>()((place) =>
  build.insertInto('post_search').values({ rowid: whole(place('seq')), words: place('words'), marks: place('marks') }),
)

const drop = query<{ seq: number }>()((place) =>
  build.deleteFrom('post_search').where('rowid', '=', whole(place('seq'))),
)
