import { useEffect, useState } from 'react'
import type { ItemRow } from '../../../src-preload/contract/methods.ts'
import { whenOf } from '../../composer/send/when-choice.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { focusHome } from '../../ui/focus-home.ts'
import { WhenDialog } from '../when-dialog.tsx'
import { useTimedDeed } from '../../commands/timed-deed.ts'
import { useCommand } from '../../commands/use-command.ts'
import { say } from '../../words/say.ts'
import type { BulkAction } from './bulk-action.ts'
import { BulkBar, type BulkQuestion } from './bulk-bar.tsx'
import { BulkResults } from './bulk-results.tsx'
import { BulkTagDialog } from './bulk-tag-dialog.tsx'
import { countPosts } from './bulk-words.ts'
import { PickedTold } from './picked-told.tsx'
import { useBulk } from './use-bulk.ts'

type BulkDeskProps = {
  picked: readonly ItemRow[]
  loaded: readonly ItemRow[]
  onPick: (rows: readonly ItemRow[]) => void
}

const rowsThemselves = (rows: readonly ItemRow[]): readonly ItemRow[] => rows

/** Doing the same to several posts: the bar, what is asked first, and what came of each. */
export const BulkDesk = ({ picked, loaded, onPick }: BulkDeskProps) => {
  const [question, setQuestion] = useState<BulkQuestion | null>(null)
  const bulk = useBulk(picked, rowsThemselves, onPick)
  const run = async (action: BulkAction): Promise<void> => {
    await bulk.run(action)
    setQuestion(null)
  }
  const any = picked.length > 0
  // The bar goes with what was picked; who was in it is back in the list.
  useEffect(() => (any ? () => void requestAnimationFrame(focusHome) : undefined), [any])
  useCommand('queue.reschedule', () => setQuestion('reschedule'), any)
  useTimedDeed(() =>
    any
      ? {
          group: 'queue',
          says: 'commands.move-to',
          about: countPosts(picked.length),
          from: null,
          run: (time) => void run({ kind: 'reschedule', when: { kind: 'at', ...time } }),
        }
      : null,
  )
  useCommand('queue.delete', () => setQuestion('delete'), any)
  useCommand('queue.close', () => onPick([]), any)

  return (
    <>
      <PickedTold posts={any ? countPosts(picked.length) : null} />
      {picked.length > 0 && (
        <BulkBar
          picked={picked}
          loaded={loaded.length}
          busy={bulk.busy}
          onAll={(all) => onPick(all ? loaded : [])}
          onRun={(kind) => void run({ kind })}
          onAsk={setQuestion}
        />
      )}
      {question === 'reschedule' && (
        <WhenDialog
          title={say('bulk.reschedule-title', { posts: countPosts(picked.length) })}
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
          title={say('bulk.delete-title', { posts: countPosts(new Set(picked.map((row) => row.postId)).size) })}
          confirm={say('common.delete')}
          danger
          onClose={() => setQuestion(null)}
          onConfirm={async () => {
            await run({ kind: 'delete' })
            return null
          }}
        >
          <p>{say('bulk.delete-help')}</p>
        </ConfirmDialog>
      )}
      {bulk.told !== null && <BulkResults {...bulk.told} onClose={bulk.close} />}
    </>
  )
}
