import type { Context } from 'hono'
import { z } from 'zod'
import type { Input, Output } from '../../../../src-preload/contract/methods.ts'
import type { ApiEnv, Side } from '../../api-env.ts'
import { ask } from '../kit/ask.ts'
import { openBook } from './find-item.ts'
import { itemView } from './item-view.ts'
import { readFilter } from './read-filter.ts'

/** Beyond this a cursor is the way to page. */
const MOST_OFFSET = 10_000

const limit = z.int().min(1).max(100).default(50)

/** The fields by which items can be sorted; both ask for the time they were published at or are set for. */
const sorting = z.strictObject({
  fieldName: z.enum(['schedulingInfo.scheduledDate', 'publishedDate']),
  order: z.enum(['ASC', 'DESC']).default('ASC'),
})

export const wireQuery = z.strictObject({
  query: z
    .strictObject({
      filter: z.record(z.string(), z.unknown()).nullish(),
      sort: z.array(sorting).max(1).nullish(),
      paging: z.strictObject({ limit, offset: z.int().min(0).max(MOST_OFFSET).default(0) }).nullish(),
      cursorPaging: z.strictObject({ limit, cursor: z.string().max(200).nullish() }).nullish(),
    })
    .refine((query) => query.paging == null || query.cursorPaging == null, 'Use paging or cursorPaging, not both.')
    .nullish(),
})

type Page = Output<'items.list'>
type Filter = Input<'items.list'>

export const queryItems = async (c: Context<ApiEnv>, { query }: z.infer<typeof wireQuery>): Promise<Response> => {
  const book = await openBook(c)
  const narrowed = readFilter(book, query?.filter ?? {}, ['query', 'filter'])
  const [sort] = query?.sort ?? []
  const filter: Filter = { ...narrowed, order: sort?.order === 'ASC' ? 'soonest' : 'latest' }
  const offset = query?.paging?.offset ?? 0
  const page = await read(c.var.side, filter, {
    limit: query?.paging?.limit ?? query?.cursorPaging?.limit ?? 50,
    offset,
    cursor: query?.cursorPaging?.cursor ?? undefined,
  })
  return c.json({
    items: await Promise.all(page.entries.map((row) => itemView(c, book, row))),
    pagingMetadata: {
      count: page.entries.length,
      ...(query?.cursorPaging == null && { offset }),
      hasNext: page.cursor !== null,
      ...(page.cursor !== null && { cursors: { next: page.cursor } }),
    },
  })
}

const EMPTY: Page = { entries: [], cursor: null }

/** One page. A filter that nothing can meet (what is deleted is in no list) is answered without asking. */
const read = async (
  side: Side,
  filter: Filter,
  paging: { limit: number; offset: number; cursor: string | undefined },
): Promise<Page> => {
  if (filter.states?.length === 0) return EMPTY
  let { cursor } = paging
  for (let left = paging.offset; left > 0;) {
    const skipped: Page = await ask(side, 'items.list', listed(filter, Math.min(left, 200), cursor))
    if (skipped.cursor === null) return EMPTY
    left -= skipped.entries.length
    ;({ cursor } = skipped)
  }
  return ask(side, 'items.list', listed(filter, paging.limit, cursor))
}

const listed = (filter: Filter, limit: number, cursor: string | undefined | null): Filter => ({
  ...filter,
  limit,
  ...(cursor != null && { cursor }),
})
