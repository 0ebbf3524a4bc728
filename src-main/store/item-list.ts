import { sql } from 'kysely'
import { itemState } from '../../src-preload/contract/model/item.ts'
import type { ItemFilter, Page } from '../core/ports.ts'
import type { ItemRecord } from '../core/records.ts'
import { latestItems } from './item-list-latest.ts'
import { soonestItems } from './item-list-soonest.ts'
import { narrowingOf } from './item-narrowing.ts'
import { type Label, wantedLabels } from './wanted-labels.ts'
import type { ItemRow } from './rows/tables.ts'
import { matchOf } from './search/match.ts'
import { readTerms } from './search/search-terms.ts'
import { withTags } from './search/tag-words.ts'
import type { Connection } from './sqlite/connection.ts'
import { build, query } from './sqlite/query.ts'
import type { Wanted } from './item-standing.ts'

export const listItems = (
  connection: Connection,
  filter: ItemFilter,
  read: (connection: Connection, rows: readonly ItemRow[]) => ItemRecord[],
): Page<ItemRecord> => {
  connection.settle()
  const terms = readTerms(filter.search)
  const tags = wantedLabels(connection, { tags: filter.tags })
  const labels = wantedLabels(connection, { tags: filter.tags, channel: filter.channel })
  if (terms.kind === 'nothing' || tags === null || labels === null) return { entries: [], cursor: null }
  const byTags = filter.order === 'latest' ? withTags(terms, filter.tags) : terms
  const words = byTags.kind === 'words' ? byTags : null
  const few = byTags === terms ? FEW : FEW_BESIDE_WORDS
  const wanted: Wanted = {
    states: itemState.options.filter((state) => filter.states?.includes(state) ?? true),
    accountId: filter.accountId,
    narrowing: narrowingOf(filter, tags),
    match: words ? matchOf(connection, words) : null,
    posts: fewPosts(connection, labels[0], filter.external, few),
    limit: filter.limit,
    cursor: filter.cursor,
  }
  const page = filter.order === 'latest' ? latestItems(connection, wanted) : soonestItems(connection, wanted)
  return { entries: read(connection, page.rows), cursor: page.cursor }
}

/** Of so few posts the items are looked at all together; of fewer, where words find them as well. */
const FEW = 2000
const FEW_BESIDE_WORDS = 300

const fewPosts = (
  connection: Connection,
  label: Label | undefined,
  external: boolean | undefined,
  few: number,
): readonly number[] | null => {
  if (label && label.posts <= few) return connection.all(postsWith.with({ label: label.id })).map((row) => row.seq)
  if (external !== true) return null
  const rows = connection.all(externalPosts.with({ limit: FEW + 1 }))
  return rows.length <= FEW ? rows.map((row) => row.seq) : null
}

const postsWith = query<{ label: number }>()((place) =>
  build.selectFrom('post_label').select('seq').where('label', '=', place('label')),
)

/** Of external posts, by their items, since that is what the list asks for. */
const externalPosts = query<{ limit: number }>()(
  (place) => sql<{ seq: number }>`select post_seq as seq from item indexed by item_external
    where external = 1 and hidden = 0 limit ${place('limit')}`,
)
