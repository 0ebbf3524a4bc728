import { sql } from 'kysely'
import { searchTables } from '../migrations/0001-first.ts'
import type { Connection } from '../sqlite/connection.ts'
import { query } from '../sqlite/query.ts'
import { indexPost } from './search-index.ts'

/** Whether the search index is whole in itself. */
export const isSearchWhole = (connection: Connection): boolean => {
  try {
    connection.run({ sql: `insert into post_search (post_search) values ('integrity-check')`, parameters: [] })
    return true
  } catch {
    return false
  }
}

/** Makes the search index anew out of the posts, in one step. */
export const rebuildSearch = (connection: Connection): void => {
  connection.begin()
  try {
    for (const table of ['post_word', 'post_search']) connection.script(`drop table if exists ${table}`)
    for (const table of searchTables) connection.script(table)
    for (const { id } of connection.all(everyPost.with({}))) indexPost(connection, id)
    connection.commit()
  } catch (error) {
    connection.rollback()
    throw error
  }
}

const everyPost = query<Record<string, never>>()(() => sql<{ id: string }>`select id from post order by seq`)
