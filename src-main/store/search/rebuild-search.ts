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
  const forced = drop(connection)
  inOneStep(connection, () => {
    for (const table of searchTables) connection.script(table)
    for (const { id } of connection.all(everyPost.with({}))) indexPost(connection, id)
  })
  // What the old one took is not free yet.
  if (forced) connection.script('vacuum')
}

const DROP = ['drop table if exists post_word', 'drop table if exists post_search']

/** A damaged page cannot be freed, so the index is struck from the list of tables; says whether that was needed. */
const drop = (connection: Connection): boolean => {
  try {
    inOneStep(connection, () => DROP.forEach((sql) => connection.script(sql)))
    return false
  } catch {
    const version = connection.first<{ schema_version: number }>({ sql: 'pragma schema_version', parameters: [] })
    connection.unguarded(`pragma writable_schema = on;
      delete from sqlite_schema where name in ('post_word', 'post_search') or name glob 'post_search_*';
      pragma schema_version = ${(version?.schema_version ?? 0) + 1};
      pragma writable_schema = off`)
    return true
  }
}

const inOneStep = (connection: Connection, work: () => void): void => {
  connection.begin()
  try {
    work()
    connection.commit()
  } catch (error) {
    connection.rollback()
    throw error
  }
}

const everyPost = query<Record<string, never>>()(() => sql<{ id: string }>`select id from post order by seq`)
