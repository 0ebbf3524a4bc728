import { sql } from 'kysely'
import type { Connection } from './sqlite/connection.ts'
import { build, query } from './sqlite/query.ts'

/** Each tag that posts have now, by name without regard to case, and how many have it. */
export const listTags = (connection: Connection): { tag: string; posts: number }[] => {
  connection.settle()
  return connection.all(inUse.with({}))
}

const inUse = query<Record<string, never>>()(() =>
  build
    .selectFrom('label')
    .select(['name as tag', 'posts'])
    .where('kind', '=', sql.lit('tag' as const))
    .where('posts', '>', sql.lit(0))
    .orderBy('key'),
)
