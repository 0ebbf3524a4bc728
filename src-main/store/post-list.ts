import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Page, PostFilter } from '../core/ports.ts'
import type { PostRecord } from '../core/records.ts'
import { cursorOf } from './rows/cursor.ts'
import type { PostRow } from './rows/tables.ts'
import { byPlace, type From, seqOf, type Stretch, whole } from './search/by-place.ts'
import { readTerms } from './search/search-terms.ts'
import type { Connection } from './sqlite/connection.ts'
import { build, type Place, query } from './sqlite/query.ts'

const cursor = cursorOf('posts', z.tuple([z.number(), z.number()]))
const FIRST: [number, number] = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]

/** Fewer drafts than this are looked through one by one rather than sought among all posts with the words. */
const FEW = 1000

/** Newest change first. */
export const listPosts = (
  connection: Connection,
  filter: PostFilter,
  read: (connection: Connection, rows: PostRow[]) => PostRecord[],
): Page<PostRecord> => {
  const terms = readTerms(filter.search)
  if (terms.kind === 'nothing') return { entries: [], cursor: null }
  const [time, seq] = filter.cursor === undefined ? FIRST : cursor.read(filter.cursor)
  const drafts = filter.drafts === true
  const from = { time, seq, limit: filter.limit + 1 }
  const rows =
    terms.kind === 'everything'
      ? connection.all((drafts ? latestDrafts : latest).with(from))
      : drafts && connection.all(someDrafts.with({ limit: FEW })).length < FEW
        ? connection.all(matchingDrafts.with({ ...from, match: terms.match }))
        : byPlace(from, key, (range) =>
            connection.all((drafts ? soughtDrafts : soughtAll).with({ ...range, time, seq, match: terms.match })),
          )
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return {
    entries: read(connection, page),
    cursor: last && rows.length > filter.limit ? cursor.write(key(last)) : null,
  }
}

const key = (row: PostRow): [number, number] => [row.updated_at, row.seq]

type Wanted = From & { match: string }
type Values = Wanted & Stretch

const NOT_DELETED = sql<boolean>`deleted_at is null`
const DRAFT = sql<boolean>`started = 0`

const list = (place: Place<From>) =>
  build
    .selectFrom('post')
    .selectAll()
    .where(NOT_DELETED)
    .where(sql<boolean>`(updated_at, seq) < (${place('time')}, ${place('seq')})`)
    .orderBy('updated_at', 'desc')
    .orderBy('seq', 'desc')
    .limit(place('limit'))

const matches = (place: Place<Wanted>) =>
  sql<boolean>`exists (
    select 1 from post_search where post_search match ${place('match')} and post_search.rowid = post.search_row
  )`

const latest = query<From>()(list)
const latestDrafts = query<From>()((place) => list(place).where(DRAFT))
const matchingDrafts = query<Wanted>()((place) => list(place).where(DRAFT).where(matches(place)))
const someDrafts = query<{ limit: number }>()((place) =>
  build.selectFrom('post').select('seq').where(NOT_DELETED).where(DRAFT).limit(place('limit')),
)

const sought = (which: RawBuilder<boolean>) =>
  query<Values>()(
    (place) => sql<PostRow>`select post.*
      from post_search cross join post on post.seq = ${seqOf(sql`post_search.rowid`)}
      where post_search match ${place('match')}
        and post_search.rowid between ${whole(place('bottom'))} and ${whole(place('top'))}
        and ${which} and (updated_at, seq) < (${place('time')}, ${place('seq')})
      order by post_search.rowid desc limit ${place('limit')}`,
  )
const soughtAll = sought(NOT_DELETED)
const soughtDrafts = sought(sql`${NOT_DELETED} and ${DRAFT}`)
