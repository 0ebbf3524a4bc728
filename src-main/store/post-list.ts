import { sql } from 'kysely'
import { z } from 'zod'
import type { Page, PostFilter } from '../core/ports.ts'
import type { Millis, PostRecord } from '../core/records.ts'
import { type Condition, conditionsOf, hasWords, type Named } from './post-conditions.ts'
import { COUNTED, shortestSource, type Source, these } from './post-sources.ts'
import { cursorOf } from './rows/cursor.ts'
import type { PostRow } from './rows/tables.ts'
import { accountMark } from './search/marks.ts'
import { marked, matchOf } from './search/match.ts'
import { newestMatches, postsWith } from './search/newest-matches.ts'
import { readTerms } from './search/search-terms.ts'
import { withTags } from './search/tag-words.ts'
import type { Connection } from './sqlite/connection.ts'
import { build, type Place, type Query, query } from './sqlite/query.ts'
import { wantedLabels } from './wanted-labels.ts'

const key = z.tuple([z.number(), z.number()])
const cursors = { changed: cursorOf('posts', key), made: cursorOf('posts-made', key) }
const START: [Millis, number] = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]

/** Up to so many posts with the words are sorted at once. */
const FEW = 1000

type Order = PostFilter['order']
type From = { time: Millis; seq: number; limit: number }
type Found = PostRow & { at: Millis }

/** Newest first, by change or by making. */
export const listPosts = (
  connection: Connection,
  filter: PostFilter,
  read: (connection: Connection, rows: PostRow[]) => PostRecord[],
): Page<PostRecord> => {
  connection.settle()
  const cursor = cursors[filter.order]
  const [time, seq] = filter.cursor === undefined ? START : cursor.read(filter.cursor)
  const rows = rowsOf(connection, filter, { time, seq, limit: filter.limit + 1 })
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  const more = last && rows.length > filter.limit
  return { entries: read(connection, page), cursor: more ? cursor.write([last.at, last.seq]) : null }
}

const rowsOf = (connection: Connection, filter: PostFilter, from: From): Found[] => {
  const labels = wantedLabels(connection, filter)
  const terms = readTerms(filter.search)
  if (labels === null || terms.kind === 'nothing') return []
  const conditions = conditionsOf(filter, labels)
  const walk = (source: Source, more: readonly Condition[] = []) =>
    connection.all(walked(filter.order, source, [...conditions, ...more], from))
  if (terms.kind === 'everything') return walk(shortestSource(connection, filter, labels).source)
  const asked = withTags(terms, filter.tags)
  const words = matchOf(connection, asked.kind === 'words' ? asked : terms)
  const match = filter.accountId === undefined ? words : marked(words, accountMark(filter.accountId))
  const few = postsWith(connection, match, FEW + 1)
  if (few.length <= FEW) return walk(these(few))
  const { source, posts } = shortestSource(connection, filter, labels)
  // What the words are asked of one by one must be short, or have no marks to be sought by.
  if (filter.order === 'made' || posts() < COUNTED) return walk(source, [hasWords(match)])
  return newestMatches(connection, {
    list: 'post',
    match,
    limit: from.limit,
    from: from.time,
    walk: null,
    latest: (at) => connection.first(latest.with({ at }))?.changed ?? null,
    load: (seqs, start, end) =>
      connection.all(walked('changed', these(seqs), [...conditions, changedWithin(start, end)], from)),
  })
}

const changedWithin = (start: Millis, end: Millis): Condition => ({
  name: 'changed',
  values: { start, end },
  sql: (place) => sql`post_entry.changed between ${place('start')} and ${place('end')}`,
})

/** Each form of list is built once; there are as many as there are ways of narrowing that are used. */
const walked = (order: Order, source: Source, conditions: readonly Condition[], from: From) => {
  const shape = [order, source.name, ...conditions.map((condition) => condition.name)].join()
  const known = shapes.get(shape) ?? query<Named>()((place) => walk(order, source, conditions, place))
  shapes.set(shape, known)
  return known.with(Object.assign({ ...from }, source.values, ...conditions.map((condition) => condition.values)))
}

const shapes = new Map<string, Query<Named, Found>>()

const walk = (order: Order, source: Source, conditions: readonly Condition[], place: Place<Named>) => {
  const asked = sql.join(
    conditions.map((condition) => sql`and ${condition.sql(place)}`),
    sql` `,
  )
  const branches = source.branches.map((branch) => {
    const { from, at, where } = branch(place, order)
    return sql`select post_entry.seq as seq, ${at} as at from ${from}
      where ${where} and (${at}, post_entry.seq) < (${place('time')}, ${place('seq')}) ${asked}`
  })
  return sql<Found>`select post.*, found.at from (
      ${sql.join(branches, sql` union all `)} order by at desc, seq desc limit ${place('limit')}
    ) as found cross join post on post.seq = found.seq
    order by found.at desc, found.seq desc`
}

const latest = query<{ at: Millis }>()((place) =>
  build
    .selectFrom('post_entry')
    .select('changed')
    .where('changed', '<=', place('at'))
    .orderBy('changed', 'desc')
    .limit(sql.lit(1)),
)
