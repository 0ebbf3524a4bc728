import { sql } from 'kysely'
import type { Millis } from '../../core/records.ts'
import type { Connection } from '../sqlite/connection.ts'
import { query } from '../sqlite/query.ts'
import { dayOf, type ListName, type Span, stretchOf } from './marks.ts'
import { marked } from './match.ts'

/** A list whose newest matches are wanted. */
export type Sought<R> = {
  list: ListName
  match: string
  limit: number
  /** Where the list goes on: nothing newer is wanted. */
  from: Millis
  /** Goes through the list itself, when it is so short that this is quicker than seeking by time. */
  walk: (() => R[]) | null
  /** The newest time in the list at or before another, found by its own index; null: there is none. */
  latest(at: Millis): Millis | null
  /** The rows of these posts between two times (both included), newest first, as many as the page takes. */
  load(posts: readonly number[], start: Millis, end: Millis): R[]
}

/** So many posts are looked at all together, wherever they lie in the file; of more, only the newest. */
const FEW = 100
/** Posts of one stretch lie near each other. */
const FEW_NEAR = 160

/**
 * The newest rows with the words. When few posts have them, all are looked at; else the stretches of time in which
 * the list has rows are gone through from the newest on, until the page is full. So the work follows the page, not
 * the number of matches.
 */
export const newestMatches = <R>(connection: Connection, sought: Sought<R>): R[] => {
  const all = postsWith(connection, sought.match, FEW + 1)
  if (all.length <= FEW) return sought.load(all, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
  if (sought.walk) return sought.walk()
  return through(sought, stretchOf, sought.from, Number.MIN_SAFE_INTEGER, (stretch, missing) => {
    const posts = postsWith(connection, marked(sought.match, stretch.mark), FEW_NEAR + 1)
    if (posts.length <= FEW_NEAR) return sought.load(posts, stretch.start, stretch.end)
    return through({ ...sought, limit: missing }, dayOf, Math.min(stretch.end, sought.from), stretch.start, (day) =>
      sought.load(postsWith(connection, marked(sought.match, day.mark), -1), day.start, day.end),
    )
  })
}

/** Goes through the spans that have rows, newest first, until there are enough. */
const through = <R>(
  sought: Sought<R>,
  spanOf: (list: ListName, at: Millis) => Span,
  from: Millis,
  until: Millis,
  visit: (span: Span, missing: number) => R[],
): R[] => {
  const rows: R[] = []
  let at = sought.latest(from)
  while (at !== null && at >= until && rows.length < sought.limit) {
    const span = spanOf(sought.list, at)
    rows.push(...visit(span, sought.limit - rows.length))
    at = sought.latest(span.start - 1)
  }
  return rows
}

/** Numbers of posts that match; `limit` -1: all of them. */
export const postsWith = (connection: Connection, match: string, limit: number): number[] =>
  connection.all(matching.with({ match, limit })).map((found) => found.rowid)

const matching = query<{ match: string; limit: number }>()(
  (place) => sql<{ rowid: number }>`select rowid from post_search
    where post_search match ${place('match')} limit ${place('limit')}`,
)
