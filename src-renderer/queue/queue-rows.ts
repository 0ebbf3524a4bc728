import type { Item } from '../../src-preload/contract/model/item.ts'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import { onlyCoreCanTell } from '../filter/narrowing.ts'
import { type QueueFilter, type QueueOrder, statesOf, TABS } from './queue-filter.ts'

/** The time an item is sorted and grouped by among the latest: when it was published, was meant to be, or was changed. */
export const sortTime = (item: Item): number => Date.parse(item.publishedAt ?? item.schedule?.at ?? item.updatedAt)

/** Negative when `a` comes first. The same order as the store's, so that pages and events fit together. */
export const compareRows = (order: QueueOrder, a: Item, b: Item): number => {
  if (order === 'latest') return sortTime(b) - sortTime(a) || compareText(b.id, a.id)
  const [first, second] = [a, b].map((item) => (item.nextAt === null ? Infinity : Date.parse(item.nextAt)))
  return first === second ? compareText(a.id, b.id) : (first ?? 0) - (second ?? 0)
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * What is loaded so far: rows in order, from the top to `end`, the row that the last page ended with as it was then: the
 * next page begins behind it, wherever that row may have moved since. Null: everything is loaded.
 */
export type Loaded = { readonly rows: readonly ItemRow[]; readonly end: ItemRow | null }

/** Puts the next page behind what is there. A row that events brought meanwhile stays, the newer one of two. */
export const mergePage = (rows: readonly ItemRow[], page: readonly ItemRow[], order: QueueOrder): ItemRow[] => {
  const known = new Map(rows.map((row) => [row.id, row]))
  const fresh = page.filter((row) => !known.has(row.id))
  const newer = new Map(page.filter((row) => isNewer(row, known.get(row.id))).map((row) => [row.id, row]))
  const merged = newer.size === 0 ? [...rows, ...fresh] : [...rows.map((row) => newer.get(row.id) ?? row), ...fresh]
  const last = rows.at(-1)
  const first = fresh[0]
  const inOrder = newer.size === 0 && (last === undefined || first === undefined || compareRows(order, last, first) < 0)
  return inOrder ? merged : merged.toSorted((a, b) => compareRows(order, a, b))
}

const isNewer = (row: ItemRow, known: ItemRow | undefined): boolean =>
  known !== undefined && known.updatedAt < row.updatedAt

/** What an event tells of an item. The words are whole only when the whole post came with it. */
export type ItemNews = { item: Item; text?: string; tags?: readonly string[]; mediaIds?: readonly string[] }

/** What became of the list: as it was, changed, or changed by a row whose words must still be fetched. */
export type Merged = { rows: readonly ItemRow[]; lacking: string | null }

/**
 * Takes a changed item into what is loaded: moved, changed, added or taken out, as the filter says. What sorts behind
 * the loaded part is left for its page. Whether a new item has what is looked for only the core can tell: `lacking`
 * names it.
 */
export const mergeItem = (
  loaded: Loaded,
  filter: QueueFilter,
  news: ItemNews,
  accountName: (accountId: string) => string,
): Merged => {
  const { rows } = loaded
  const { item } = news
  const { order } = TABS[filter.tab]
  const index = rows.findIndex((row) => row.id === item.id)
  const known = rows[index]
  const unchanged: Merged = { rows, lacking: null }
  if (known !== undefined && known.updatedAt > item.updatedAt) return unchanged
  const others = known === undefined ? rows : rows.toSpliced(index, 1)
  if (!fits(item, filter) || (news.tags !== undefined && !hasTags(news.tags, filter.tags))) {
    return known === undefined ? unchanged : { rows: others, lacking: null }
  }
  if (known === undefined ? onlyCoreCanTell(filter) : mayHaveLeft(known, item, filter)) {
    return { rows: others, lacking: item.id }
  }
  const row: ItemRow = {
    ...item,
    // Its own text comes with the item; the post's only with the whole post.
    text: news.text ?? item.override.text ?? known?.text ?? '',
    account: known?.account ?? accountName(item.accountId),
    mediaIds: [...(news.mediaIds ?? known?.mediaIds ?? [])],
    tags: [...(news.tags ?? known?.tags ?? [])],
  }
  if (loaded.end !== null && compareRows(order, loaded.end, row) < 0) return { rows: others, lacking: null }
  const place = placeFor(others, row, order)
  const whole = news.text !== undefined || known !== undefined
  return { rows: others.toSpliced(place, 0, row), lacking: whole ? null : item.id }
}

const fits = (item: Item, filter: QueueFilter): boolean =>
  statesOf(filter).includes(item.state) &&
  (filter.accountId === null || filter.accountId === item.accountId) &&
  (filter.channel === null || filter.channel === item.channel) &&
  (filter.external === null || filter.external === item.external)

/** Moved in time while only some days are on show. */
const mayHaveLeft = (known: Item, item: Item, { from, to }: QueueFilter): boolean =>
  (from !== null || to !== null) && sortTime(known) !== sortTime(item)

const hasTags = (has: readonly string[], asked: readonly string[]): boolean =>
  asked.every((tag) => has.some((one) => one.toLowerCase() === tag.toLowerCase()))

const placeFor = (rows: readonly ItemRow[], row: ItemRow, order: QueueOrder): number => {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    const at = rows[middle]
    if (at !== undefined && compareRows(order, at, row) < 0) low = middle + 1
    else high = middle
  }
  return low
}
