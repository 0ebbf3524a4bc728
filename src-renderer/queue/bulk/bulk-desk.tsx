import { useState } from 'react'
import type { ItemRow } from '../../../src-preload/contract/methods.ts'
import { whenOf } from '../../composer/send/when-choice.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { WhenDialog } from '../when-dialog.tsx'
import { type BulkAction, type BulkResult, runBulk } from './bulk-action.ts'
import { BulkBar, type BulkQuestion } from './bulk-bar.tsx'
import { BulkResults } from './bulk-results.tsx'
import { BulkTagDialog } from './bulk-tag-dialog.tsx'
import { countPosts, sumUp } from './bulk-words.ts'

type BulkDeskProps = {
  picked: readonly ItemRow[]
  loaded: readonly ItemRow[]
  onPick: (rows: readonly ItemRow[]) => void
}

/** Doing the same to several posts: the bar, what is asked first, and what came of each. */
export const BulkDesk = ({ picked, loaded, onPick }: BulkDeskProps) => {
  const { link, toasts, settle } = useDesk()
  const [question, setQuestion] = useState<BulkQuestion | null>(null)
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<{ kind: BulkAction['kind']; results: readonly BulkResult[] } | null>(null)

  const run = async (action: BulkAction): Promise<void> => {
    setBusy(true)
    const results = await runBulk(link.bridge, picked, action)
    setBusy(false)
    setQuestion(null)
    const failed = results.filter((one) => one.failure !== null)
    // What could not be done stays picked, so that something else can be tried with it.
    onPick(failed.map((one) => one.row))
    if (failed.length > 0) return setTold({ kind: action.kind, results })
    const postIds = [...new Set(picked.map((row) => row.postId))]
    const restore = async (): Promise<void> =>
      void settle(await link.bridge.call('posts.bulk', { postIds, action: { kind: 'restore' } }))
    const undo = action.kind === 'delete' && postIds.length <= 100
    toasts.tell(sumUp(action.kind, results), undo ? [{ label: 'Undo', run: () => void restore() }] : [])
  }

  return (
    <>
      {picked.length > 0 && (
        <BulkBar
          picked={picked}
          loaded={loaded.length}
          busy={busy}
          onAll={(all) => onPick(all ? loaded : [])}
          onRun={(kind) => void run({ kind })}
          onAsk={setQuestion}
        />
      )}
      {question === 'reschedule' && (
        <WhenDialog
          title={`Reschedule ${countPosts(picked.length)}`}
          onChoose={async (choice) => {
            await run({ kind: 'reschedule', when: whenOf(choice) })
            return null
          }}
          onClose={() => setQuestion(null)}
        />
      )}
      {question === 'tag' && (
        <BulkTagDialog
          rows={picked}
          onTag={(add, remove) => run({ kind: 'tag', add, remove })}
          onClose={() => setQuestion(null)}
        />
      )}
      {question === 'delete' && (
        <ConfirmDialog
          title={`Delete ${countPosts(new Set(picked.map((row) => row.postId)).size)}?`}
          confirm="Delete"
          danger
          onClose={() => setQuestion(null)}
          onConfirm={async () => {
            await run({ kind: 'delete' })
            return null
          }}
        >
          <p>
            They go from Posthorn for all their accounts, and what is scheduled is cancelled. What is published stays
            where it is.
          </p>
        </ConfirmDialog>
      )}
      {told !== null && <BulkResults {...told} onClose={() => setTold(null)} />}
    </>
  )
}
