import { CircleAlert, CircleCheck } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../words/say.ts'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { BulkAction, BulkResult } from './bulk-action.ts'
import { doneWord, sumUp } from './bulk-words.ts'
import { sayFailure } from '../../words/say-failure.ts'

type BulkResultsProps = { kind: BulkAction['kind']; results: readonly BulkResult[]; onClose: () => void }

/** What came of each, those that could not be done first. */
export const BulkResults = ({ kind, results, onClose }: BulkResultsProps) => (
  <Dialog
    title={sumUp(kind, results)}
    onClose={onClose}
    actions={
      <Button look="primary" onPress={onClose}>
        {say('common.close')}
      </Button>
    }
  >
    <ul className="bulk-results" aria-label={say('bulk.came-of-each')}>
      {[...results.filter((one) => one.failure !== null), ...results.filter((one) => one.failure === null)].map(
        ({ row, failure }) => (
          <li key={row.id} data-failed={failure !== null || undefined}>
            {failure === null ? (
              <CircleCheck size="1rem" aria-hidden="true" />
            ) : (
              <CircleAlert size="1rem" aria-hidden="true" />
            )}
            <div>
              <p className="bulk-what" dir="auto">
                {row.text.trim() === '' ? say('queue.no-text') : row.text}
              </p>
              <p className="faint">
                {failure === null
                  ? say('bulk.one-done', { account: row.account, outcome: doneWord(kind) })
                  : failedWith(row.account, failure)}
              </p>
            </div>
          </li>
        ),
      )}
    </ul>
  </Dialog>
)

const failedWith = (account: string, failure: Failure): string => {
  const { message, next } = sayFailure(failure)
  return say('bulk.one-failed', { account, message, next })
}
