import type { Attempt, AttemptOutcome } from '../../../src-preload/contract/model/item.ts'
import type { ItemStory } from '../../../src-preload/contract/methods.ts'
import { formatExact } from '../../time/format-time.ts'
import { say } from '../../words/say.ts'

const outcomeName = (outcome: AttemptOutcome): string => say(`item.outcome-${outcome}`)

/** Every attempt to send, newest first, with what was answered. */
export const ItemHistory = ({ story: { history }, zone }: { story: ItemStory; zone: string }) => {
  if (history.length === 0) return null
  return (
    <section className="item-history" aria-label={say('item.attempts')}>
      <h3>{say('item.attempts')}</h3>
      <ol>
        {history
          .toSorted((a, b) => b.number - a.number)
          .map((attempt) => (
            <AttemptLine key={attempt.number} attempt={attempt} zone={zone} />
          ))}
      </ol>
    </section>
  )
}

const AttemptLine = ({ attempt, zone }: { attempt: Attempt; zone: string }) => (
  <li data-outcome={attempt.outcome}>
    <p>
      <strong>{attempt.failure?.code === 'by-hand' ? say('item.made-ready') : outcomeName(attempt.outcome)}</strong>
    </p>
    <p className="faint">{formatExact(Date.parse(attempt.startedAt), zone)}</p>
    {attempt.failure !== null && (
      <details>
        <summary>{attempt.failure.message}</summary>
        <p>{attempt.failure.next}</p>
        {attempt.failure.detail !== undefined && <code>{attempt.failure.detail}</code>}
      </details>
    )}
  </li>
)
