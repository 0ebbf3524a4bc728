import { useState } from 'react'
import type { Bridge } from '../../../src-preload/contract/bridge.ts'
import type { Item } from '../../../src-preload/contract/model/item.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { backToBefore, type Way, wayOfDeleting, wayOfScheduling, wayOfTagging } from '../way-back.ts'
import { type BulkAction, type BulkResult, type BulkRow, runBulk } from './bulk-action.ts'
import { sumUp } from './bulk-words.ts'

type Told = { kind: BulkAction['kind']; results: readonly BulkResult[] }

/** What is taken back: rows as they were, and those of them that are items. */
type Before<T> = { rows: readonly T[]; items: readonly Item[] }

/** Does the same to what is picked, remembers how to take it back, and keeps what could not be done. */
export const useBulk = <T extends BulkRow>(
  picked: readonly T[],
  itemsOf: (rows: readonly T[]) => readonly Item[],
  onPick: (rows: readonly T[]) => void,
) => {
  const { link, toasts, past } = useDesk()
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<Told | null>(null)

  const run = async (action: BulkAction): Promise<void> => {
    const { bridge } = link
    setBusy(true)
    // Where they stand is asked before it is changed.
    const deleting = action.kind === 'delete' ? await wayOfDeleting(bridge, postIdsOf(picked)) : null
    const results = await runBulk(bridge, picked, action)
    setBusy(false)
    const failed = results.filter((one) => one.failure !== null)
    const done = results.filter((one) => one.failure === null).map((one) => one.row)
    // What could not be done stays picked, so that something else can be tried with it.
    onPick(failed.map((one) => one.row))
    if (failed.length > 0) setTold({ kind: action.kind, results })
    if (done.length === 0) return
    const says = sumUp(action.kind, results)
    // What failed has nothing to be taken back; what was done has, whatever became of the others.
    const way = deleting?.(postIdsOf(done)) ?? wayFor(bridge, action, { rows: done, items: itemsOf(done) })
    if (way !== null) past.did({ says, ...way })
    else if (failed.length === 0) toasts.tell(says)
  }

  return { run, busy, told, close: () => setTold(null) }
}

const postIdsOf = (rows: readonly BulkRow[]): string[] => [...new Set(rows.map((row) => row.postId))]

/** Null: what was done cannot be taken back. */
const wayFor = <T extends BulkRow>(bridge: Bridge, action: BulkAction, { rows, items }: Before<T>): Way | null => {
  switch (action.kind) {
    case 'retry':
    case 'delete':
      return null
    case 'tag':
      return wayOfTagging(bridge, rows, action)
    case 'schedule':
      return wayOfScheduling(bridge, postIdsOf(rows), action.when)
    case 'cancel':
    case 'reschedule': {
      const undo = action.kind === 'reschedule' && action.when.kind === 'now' ? null : backToBefore(bridge, items)
      if (undo === null) return null
      const redo = async () =>
        (await runBulk(bridge, rows, action)).find((one) => one.failure !== null)?.failure ?? null
      return { undo, redo }
    }
  }
}
