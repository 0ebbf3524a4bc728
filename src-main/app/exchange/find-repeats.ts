import type { ImportProblem } from '../../../src-preload/contract/model/exchange.ts'
import { isoInstant } from '../views.ts'
import type { World } from '../world.ts'
import { breathe } from './breathe.ts'
import type { PlannedRow } from './plan-row.ts'
import { problem } from './problems.ts'

/** The posts made last are looked through, so many: older ones are repeated on purpose if at all. */
const LOOKED_THROUGH = 10_000
const PAGE = 200

const bare = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

/** Rows that say what a post says already, or what a row before them does at the same time; by row. */
export const findRepeats = async (
  { store }: Pick<World, 'store'>,
  rows: readonly PlannedRow[],
): Promise<Map<number, ImportProblem[]>> => {
  const wanted = new Set(rows.map(({ content }) => bare(content.text)))
  wanted.delete('')
  const there = await textsThere(store, wanted)
  const first = new Map<string, number>()
  const found = new Map<number, ImportProblem[]>()
  for (const { row, content, items } of rows) {
    const text = bare(content.text)
    if (text === '') continue
    const since = there.get(text)
    const key = JSON.stringify([text, items.map(({ account, schedule }) => [account.id, schedule?.at ?? null])])
    const before = first.get(key)
    if (before === undefined) first.set(key, row)
    const problems = [
      ...(since === undefined
        ? []
        : [problem('warning', 'text', 'duplicate-post', { day: isoInstant(since).slice(0, 10) })]),
      ...(before === undefined ? [] : [problem('warning', 'text', 'duplicate-row', { row: before + 1 })]),
    ]
    if (problems.length > 0) found.set(row, problems)
  }
  return found
}

const textsThere = async (store: World['store'], wanted: ReadonlySet<string>): Promise<Map<string, number>> => {
  const there = new Map<string, number>()
  let cursor: string | undefined
  for (let seen = 0; seen < LOOKED_THROUGH && wanted.size > 0; seen += PAGE) {
    const page = await store.posts.list({ order: 'made', limit: PAGE, ...(cursor !== undefined && { cursor }) })
    for (const post of page.entries) {
      const text = bare(post.text)
      if (wanted.has(text) && !there.has(text)) there.set(text, post.createdAt)
    }
    if (page.cursor === null) break
    cursor = page.cursor
    await breathe()
  }
  return there
}
