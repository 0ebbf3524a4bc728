import { CircleCheck, CircleX } from 'lucide-react'
import { ProgressBar } from 'react-aria-components'
import { useStore } from 'zustand'
import type { ImportJob } from '../../src-preload/contract/model/exchange.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { say, sayNumber } from '../words/say.ts'
import { StageBody } from './stage-body.tsx'
import { UndoImport } from './undo-import.tsx'
import './run-stage.css'

/** How far it is; then what came of it, and how to take it back. */
export const RunStage = () => {
  const { exchange } = useDesk()
  const job = useStore(exchange.state, (s) => s.job)
  if (job === null) return null
  if (job.state === 'running') return <Running job={job} />
  if (job.result !== null) return <Done job={job} result={job.result} />
  return (
    <StageBody className="run" titleId="run-title">
      <CircleX size="2.5rem" aria-hidden="true" />
      <h2 id="run-title">{say(job.state === 'cancelled' ? 'exchange.cancelled' : 'exchange.failed')}</h2>
      {job.state === 'failed' && job.failure !== null && <FailureNote failure={job.failure} />}
      <p className="soft">{say('exchange.nothing-made')}</p>
      <Button look="primary" onPress={() => exchange.go('rows')}>
        {say('exchange.back-to-rows')}
      </Button>
    </StageBody>
  )
}

const Running = ({ job }: { job: ImportJob }) => {
  const { exchange } = useDesk()
  const says = say(`exchange.running-${job.step}`, { done: sayNumber(job.done), total: sayNumber(job.total) })
  return (
    <StageBody className="run" titleId="run-title">
      <h2 id="run-title">{say('exchange.running')}</h2>
      <ProgressBar
        className="run-bar"
        aria-label={say('exchange.running')}
        value={job.done}
        maxValue={Math.max(1, job.total)}
        valueLabel={says}
      >
        {({ percentage }) => <span style={{ width: `${percentage ?? 0}%` }} />}
      </ProgressBar>
      <p className="soft">{says}</p>
      <Button onPress={() => void exchange.cancel()}>{say('exchange.call-off')}</Button>
    </StageBody>
  )
}

type DoneProps = { job: ImportJob; result: NonNullable<ImportJob['result']> }

const Done = ({ result }: DoneProps) => {
  const { exchange, route } = useDesk()
  const undone = useStore(exchange.state, (s) => s.undone)
  return (
    <StageBody className="run" titleId="run-title">
      <CircleCheck size="2.5rem" aria-hidden="true" />
      <h2 id="run-title" aria-live="polite">
        {undone === null
          ? say('exchange.done', { count: result.posts })
          : say('exchange.undone', { count: undone.deleted })}
      </h2>
      <p className="soft">
        {undone === null
          ? say('exchange.done-what', { drafts: sayNumber(result.drafts), scheduled: sayNumber(result.scheduled) })
          : undone.kept > 0 && say('exchange.undone-kept', { count: undone.kept })}
      </p>
      <div className="choose-ways">
        {undone === null && result.scheduled > 0 && (
          <Button look="primary" onPress={() => route.go({ room: 'queue', itemId: null })}>
            {say('exchange.show-queue')}
          </Button>
        )}
        {undone === null && result.drafts > 0 && (
          <Button onPress={() => route.go({ room: 'drafts' })}>{say('exchange.show-drafts')}</Button>
        )}
        {undone === null && <UndoImport record={result} />}
        <Button look="quiet" onPress={() => exchange.reset()}>
          {say('exchange.another-file')}
        </Button>
      </div>
    </StageBody>
  )
}
