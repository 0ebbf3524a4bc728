import { CircleAlert, Hourglass } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Failure } from '../../src-preload/contract/failure.ts'
import { type Sayable, sayFailure } from '../words/say-failure.ts'
import { say } from '../words/say.ts'
import './failure-note.css'

type FailureNoteProps = {
  failure: Sayable & Pick<Failure, 'detail'>
  /** What can be done about it right here. */
  children?: ReactNode
  /** Reads it aloud when it appears. */
  announce?: boolean
  /** `wait`: nothing is wrong that will not pass. */
  tone?: 'trouble' | 'wait'
}

const FailureWords = ({ failure }: Pick<FailureNoteProps, 'failure'>) => {
  const { message, next, own } = sayFailure(failure)
  return (
    <>
      <p className="failure-message">{message}</p>
      {next !== '' && <p>{next}</p>}
      {own !== null && (
        <p className="failure-own" lang="en">
          {own}
        </p>
      )}
    </>
  )
}

/** What happened, what to do next, and on request what the other side said. */
export const FailureNote = ({ failure, children, announce = true, tone = 'trouble' }: FailureNoteProps) => (
  <div className={`failure-note failure-${tone}`} {...(announce ? { role: 'alert' } : {})}>
    {tone === 'wait' ? (
      <Hourglass size="1.125rem" aria-hidden="true" />
    ) : (
      <CircleAlert size="1.125rem" aria-hidden="true" />
    )}
    <div className="failure-words">
      <FailureWords failure={failure} />
      {failure.detail !== undefined && (
        <details>
          <summary>{say('common.more')}</summary>
          <code>{failure.detail}</code>
        </details>
      )}
      {children !== undefined && <div className="failure-actions">{children}</div>}
    </div>
  </div>
)
