import type { Bridge } from '../../../src-preload/contract/bridge.ts'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { Input, ItemRow } from '../../../src-preload/contract/methods.ts'
import { type WhenChoice, whenOf } from '../../composer/send/when-choice.ts'
import type { ReviewChoice } from './review-words.ts'

/** The core takes so many at once. */
const MOST = 100

/** What came of a decision: the rows it was done to, and why it could not be done to the first of the others. */
export type Decided = { done: readonly ItemRow[]; failure: Failure | null }

/** Does what was decided to rows that were missed, those meant first first, so that slots are taken in their order. */
export const decide = (
  bridge: Bridge,
  rows: readonly ItemRow[],
  choice: ReviewChoice,
  time?: WhenChoice,
): Promise<Decided> => {
  switch (choice) {
    case 'publish-now':
      return inBulk(bridge, rows, { kind: 'publish-now' })
    case 'next-slot':
      return inBulk(bridge, rows, { kind: 'reschedule', when: { kind: 'slot' } })
    case 'time':
      return inBulk(bridge, rows, { kind: 'reschedule', when: time === undefined ? { kind: 'now' } : whenOf(time) })
    case 'skip':
      return inBulk(bridge, rows, { kind: 'cancel' })
  }
}

/** Makes them missed again, as far as they have not gone out. */
export const undo = (bridge: Bridge, rows: readonly ItemRow[]): Promise<Decided> =>
  inBulk(bridge, rows, { kind: 'put-back' })

type Action = Input<'items.bulk'>['action']

const inBulk = async (bridge: Bridge, rows: readonly ItemRow[], action: Action): Promise<Decided> => {
  const inOrder = rows.toSorted((a, b) => dueAt(a) - dueAt(b))
  const done: ItemRow[] = []
  let failure: Failure | null = null
  for (let from = 0; from < inOrder.length; from += MOST) {
    const some = inOrder.slice(from, from + MOST)
    const reply = await bridge.call('items.bulk', { itemIds: some.map((row) => row.id), action })
    if (!reply.ok) return { done, failure: reply.failure }
    for (const [index, one] of reply.value.results.entries()) {
      const row = some[index]
      if (one.ok && row) done.push(row)
      else if (!one.ok) failure ??= one.failure
    }
  }
  return { done, failure }
}

export const dueAt = (row: ItemRow): number => (row.schedule === null ? 0 : Date.parse(row.schedule.at))
