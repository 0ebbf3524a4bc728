import type { ItemValues } from '../rows/item-row.ts'
import type { Connection } from '../sqlite/connection.ts'
import { build, query } from '../sqlite/query.ts'
import { whole } from './by-place.ts'
import { accountWord } from './search-terms.ts'
import { itemWords, ownText, type PostText, postWords } from './words.ts'

/*
 * Keeps the two search indexes in step with the rows. Both are written in the transaction of the row they belong to,
 * and only when the words or their place changed: most of what happens to an item changes neither.
 */

/** An item as it was indexed before it was written again. */
export type ItemBefore = { post_id: string; search_row: number; override: string }

/** A post's words and its place in the index. */
type Indexed = PostText & { row: number }

export const indexItem = (
  connection: Connection,
  before: ItemBefore | undefined,
  row: number,
  values: ItemValues,
): void => {
  if (before?.search_row === row && before.override === values.override) return
  const post = connection.first(textOfPost.with({ id: values.post_id }))
  if (!post) return
  const reworded = ownText(post, before?.override ?? '{}') !== ownText(post, values.override)
  if (before?.search_row === row && !reworded) return
  if (before) connection.run(dropItem.with({ row: before.search_row }))
  connection.run(
    addItem.with({ row, words: itemWords(post, values.override), account: accountWord(values.account_id) }),
  )
  if (reworded) indexPost(connection, values.post_id, post)
}

/** After the item's row is gone. */
export const unindexItem = (connection: Connection, before: ItemBefore): void => {
  connection.run(dropItem.with({ row: before.search_row }))
  const post = connection.first(textOfPost.with({ id: before.post_id }))
  if (post && ownText(post, before.override) !== '') indexPost(connection, before.post_id, post)
}

/** A post before and after it was written; its items carry its words too. */
export const indexWrittenPost = (
  connection: Connection,
  postId: string,
  before: Indexed | undefined,
  post: Indexed,
): void => {
  if (before && before.row !== post.row) connection.run(dropPost.with({ row: before.row }))
  if (before?.text !== post.text || before.tags !== post.tags) indexItemsOf(connection, postId, post)
  else if (before.row === post.row) return
  indexPost(connection, postId, post)
}

export const unindexPost = (connection: Connection, postId: string, row: number): void => {
  for (const item of connection.all(itemsOfPost.with({ postId }))) {
    connection.run(dropItem.with({ row: item.search_row }))
  }
  connection.run(dropPost.with({ row }))
}

const indexItemsOf = (connection: Connection, postId: string, post: Indexed): void => {
  for (const item of connection.all(itemsOfPost.with({ postId }))) {
    connection.run(dropItem.with({ row: item.search_row }))
    const words = itemWords(post, item.override)
    connection.run(addItem.with({ row: item.search_row, words, account: accountWord(item.account_id) }))
  }
}

const indexPost = (connection: Connection, postId: string, post: Indexed): void => {
  const overrides = connection.all(itemsOfPost.with({ postId })).map((item) => item.override)
  connection.run(dropPost.with({ row: post.row }))
  connection.run(addPost.with({ row: post.row, words: postWords(post, overrides) }))
}

const textOfPost = query<{ id: string }>()((place) =>
  build.selectFrom('post').select(['text', 'tags', 'search_row as row']).where('id', '=', place('id')),
)

const itemsOfPost = query<{ postId: string }>()((place) =>
  build
    .selectFrom('item')
    .select(['search_row', 'override', 'account_id'])
    .where('post_id', '=', place('postId'))
    .orderBy('seq'),
)

const addItem = query<{ row: number; words: string; account: string }>()((place) =>
  build
    .insertInto('item_search')
    .values({ rowid: whole(place('row')), words: place('words'), account: place('account') }),
)

const dropItem = query<{ row: number }>()((place) =>
  build.deleteFrom('item_search').where('rowid', '=', whole(place('row'))),
)

const addPost = query<{ row: number; words: string }>()((place) =>
  build.insertInto('post_search').values({ rowid: whole(place('row')), words: place('words') }),
)

const dropPost = query<{ row: number }>()((place) =>
  build.deleteFrom('post_search').where('rowid', '=', whole(place('row'))),
)
