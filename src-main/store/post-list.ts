import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Page, PostFilter } from '../core/ports.ts'
import type { Millis, PostRecord } from '../core/records.ts'
import { cursorOf } from './rows/cursor.ts'
import type { PostRow } from './rows/tables.ts'
import { matchOf } from './search/match.ts'
import { newestMatches } from './search/newest-matches.ts'
import { readTerms } from './search/search-terms.ts'
import type { Connection } from './sqlite/connection.ts'
import { build, each, type Place, query } from './sqlite/query.ts'

const cursor = cursorOf('posts', z.tuple([z.number(), z.number()]))
const START: [Millis, number] = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]

/** So few drafts are asked one by one whether they have the words. */
const FEW = 1000

/** Newest change first. */
export const listPosts = (
  connection: Connection,
  filter: PostFilter,
  read: (connection: Connection, rows: PostRow[]) => PostRecord[],
): Page<PostRecord> => {
  const terms = readTerms(filter.search)
  if (terms.kind === 'nothing') return { entries: [], cursor: null }
  const [time, seq] = filter.cursor === undefined ? START : cursor.read(filter.cursor)
  const from = { time, seq, limit: filter.limit + 1 }
  const drafts = filter.drafts === true
  const rows =
    terms.kind === 'words'
      ? found(connection, matchOf(connection, terms), drafts, from)
      : connection.all((drafts ? latestDrafts : latest).with(from))
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  const more = last && rows.length > filter.limit
  return { entries: read(connection, page), cursor: more ? cursor.write([last.updated_at, last.seq]) : null }
}

type From = { time: Millis; seq: number; limit: number }

const found = (connection: Connection, match: string, drafts: boolean, from: From): PostRow[] => {
  const few = drafts && connection.all(someDrafts.with({ limit: FEW })).length < FEW
  return newestMatches(connection, {
    list: 'post',
    match,
    limit: from.limit,
    from: from.time,
    walk: few ? () => connection.all(draftsWith.with({ ...from, match })) : null,
    latest: (at) => connection.first((drafts ? newestDraft : newest).with({ at }))?.updated_at ?? null,
    load: (posts, start, end) =>
      connection.all((drafts ? theseDrafts : these).with({ ...from, posts: JSON.stringify(posts), start, end })),
  })
}

const VISIBLE = sql<boolean>`deleted_at is null`
const DRAFTS = sql<boolean>`deleted_at is null and started = 0`

const list = (place: Place<From>, which: RawBuilder<boolean>) =>
  build
    .selectFrom('post')
    .selectAll()
    .where(which)
    .where(sql<boolean>`(updated_at, seq) < (${place('time')}, ${place('seq')})`)
    .orderBy('updated_at', 'desc')
    .orderBy('seq', 'desc')
    .limit(place('limit'))

const latest = query<From>()((place) => list(place, VISIBLE))
const latestDrafts = query<From>()((place) => list(place, DRAFTS))

const draftsWith = query<From & { match: string }>()((place) =>
  list(place, DRAFTS).where(
    sql<boolean>`exists (
      select 1 from post_search where post_search match ${place('match')} and post_search.rowid = post.seq
    )`,
  ),
)

const someDrafts = query<{ limit: number }>()((place) =>
  build.selectFrom('post').select('seq').where(DRAFTS).limit(place('limit')),
)

const newestOf = (which: RawBuilder<boolean>) =>
  query<{ at: Millis }>()((place) =>
    build
      .selectFrom('post')
      .select('updated_at')
      .where(which)
      .where('updated_at', '<=', place('at'))
      .orderBy('updated_at', 'desc')
      .limit(sql.lit(1)),
  )
const newest = newestOf(VISIBLE)
const newestDraft = newestOf(DRAFTS)

const theseOf = (which: RawBuilder<boolean>) =>
  query<From & { posts: string; start: Millis; end: Millis }>()((place) =>
    list(place, which)
      .where('seq', 'in', each<number>(place('posts')))
      // Without the sign the index by time would be taken, and all of it be read.
      .where(sql<boolean>`+updated_at between ${place('start')} and ${place('end')}`),
  )
const these = theseOf(VISIBLE)
const theseDrafts = theseOf(DRAFTS)
