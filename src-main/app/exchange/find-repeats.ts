import type { ImportProblem } from '../../../src-preload/contract/model/exchange.ts'
import type { Millis } from '../../core/records.ts'
import { bareText } from '../../core/same-text.ts'
import { isoInstant } from '../views.ts'
import type { World } from '../world.ts'
import { breathe } from './breathe.ts'
import type { PlannedRow } from './plan-row.ts'
import { problem } from './problems.ts'

/** Rows that say what a post says already, or what a row before them does at the same time; by row. */
export const findRepeats = async (
  { store }: Pick<World, 'store'>,
  rows: readonly PlannedRow[],
): Promise<Map<number, ImportProblem[]>> => {
  const wanted = new Set(rows.map(({ content }) => bareText(content.text)))
  wanted.delete('')
  const there = await textsThere(store, [...wanted])
  const first = new Map<string, number>()
  const found = new Map<number, ImportProblem[]>()
  for (const { row, content, items } of rows) {
    const text = bareText(content.text)
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

/** So many are looked for before others get their turn. */
const SLICE = 500

const textsThere = async (store: World['store'], wanted: readonly string[]): Promise<ReadonlyMap<string, Millis>> => {
  const there = new Map<string, Millis>()
  for (let from = 0; from < wanted.length; from += SLICE) {
    for (const [text, made] of await store.posts.said(wanted.slice(from, from + SLICE))) there.set(text, made)
    await breathe()
  }
  return there
}
