import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { say } from '../words/say.ts'
import type { ImportStage } from './exchange-store.ts'
import './stage.css'
import './stage-list.css'

const STAGES = ['file', 'columns', 'rows', 'run'] as const

/** Where in the import the person is; what was done can be gone back to, and nothing is lost by it. */
export const StageList = () => {
  const { exchange } = useDesk()
  const { stage, source, job } = useStore(exchange.state)
  const at = STAGES.findIndex((one) => one === stage)
  return (
    <nav className="stages" aria-label={say('exchange.steps')}>
      <p className="stages-name">
        <bdi>{source?.name}</bdi>
        {job?.state !== 'running' && (
          <Button
            size="small"
            look="quiet"
            icon={<X size="0.875rem" aria-hidden="true" />}
            onPress={() => exchange.reset()}
          >
            {say('exchange.another-file')}
          </Button>
        )}
      </p>
      <ol>
        {STAGES.map((one, index) => (
          <li key={one} data-state={index < at ? 'done' : index === at ? 'now' : 'later'}>
            <StageMark stage={one} number={index + 1} done={index < at} now={index === at} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

type StageMarkProps = { stage: (typeof STAGES)[number]; number: number; done: boolean; now: boolean }

const StageMark = ({ stage, number, done, now }: StageMarkProps) => {
  const { exchange } = useDesk()
  const name = say(`exchange.stage-${stage}`)
  const mark = done ? <Check size="0.875rem" aria-hidden="true" /> : <span aria-hidden="true">{number}</span>
  const running = useStore(
    exchange.state,
    (s) => s.stage === 'run' && s.job?.state !== 'failed' && s.job?.state !== 'cancelled',
  )
  if (!done || running)
    return (
      <span className="stage" {...(now ? { 'aria-current': 'step' } : {})}>
        <span className="stage-mark">{mark}</span>
        <span className="words">{name}</span>
      </span>
    )
  return (
    <button type="button" className="stage" onClick={() => exchange.go(stage)}>
      <span className="stage-mark">{mark}</span>
      <span className="words">{name}</span>
    </button>
  )
}

type StageFootProps = { back: ImportStage | null; children: ReactNode }

/** Back on the one side, on on the other. */
export const StageFoot = ({ back, children }: StageFootProps) => {
  const { exchange } = useDesk()
  return (
    <footer className="stage-foot">
      {back !== null && <Button onPress={() => exchange.go(back)}>{say('exchange.back')}</Button>}
      <div className="stage-next">{children}</div>
    </footer>
  )
}
