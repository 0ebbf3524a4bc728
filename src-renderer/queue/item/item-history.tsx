import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { Attempt } from '../../../src-preload/contract/model/item.ts'
import type { ItemStory } from '../../../src-preload/contract/methods.ts'
import { outcomeWords } from '../../activity/outcome-words.ts'
import { formatExact, formatToMinute, inOneMinute } from '../../time/format-time.ts'
import { say } from '../../words/say.ts'
import { sayFailure } from '../../words/say-failure.ts'
import './item-history.css'

/** Every attempt to send, newest first, with what was answered. */
export const ItemHistory = ({ story: { history }, zone }: { story: ItemStory; zone: string }) => {
  if (history.length === 0) return null
  const close = inOneMinute(history.map(({ startedAt }) => Date.parse(startedAt)))
  return (
    <section className="item-history" aria-label={say('item.attempts')}>
      <h3>{say('item.attempts')}</h3>
      <ol>
        {history
          .toSorted((a, b) => b.number - a.number)
          .map((attempt) => (
            <AttemptLine key={attempt.number} attempt={attempt} zone={zone} close={close} />
          ))}
      </ol>
    </section>
  )
}

type AttemptLineProps = {
  attempt: Attempt
  zone: string
  /** The instants of attempts that follow each other so closely that their seconds matter. */
  close: ReadonlySet<number>
}

const AttemptLine = ({ attempt, zone, close }: AttemptLineProps) => {
  const at = Date.parse(attempt.startedAt)
  const exact = formatExact(at, zone)
  return (
    <li data-outcome={attempt.outcome}>
      <p>
        <strong>{outcomeWords(attempt).label}</strong>
      </p>
      <p className="faint">
        <time dateTime={attempt.startedAt} title={exact}>
          {close.has(at) ? exact : formatToMinute(at, zone)}
        </time>
      </p>
      {attempt.failure !== null && <Why failure={attempt.failure} />}
    </li>
  )
}

const Why = ({ failure }: { failure: Failure }) => {
  const { message, next, own } = sayFailure(failure)
  return (
    <details>
      <summary>{message}</summary>
      <p>{next}</p>
      {own !== null && <p lang="en">{own}</p>}
      {failure.detail !== undefined && <code>{failure.detail}</code>}
    </details>
  )
}
