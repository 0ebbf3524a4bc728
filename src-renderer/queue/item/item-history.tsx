import type { Attempt, AttemptOutcome } from '../../../src-preload/contract/model/item.ts'
import type { ItemStory } from '../../../src-preload/contract/methods.ts'
import { formatExact } from '../../time/format-time.ts'

const OUTCOMES: Readonly<Record<AttemptOutcome, string>> = {
  open: 'Being sent',
  published: 'Published',
  rejected: 'Refused',
  retry: 'Not sent; to be tried again',
  limited: 'Asked to wait',
  'signed-out': 'Signed out',
  unclear: 'No answer came',
  'handed-over': 'Handed to the network’s own schedule',
  'settled-found': 'Found where it belongs',
  'settled-absent': 'Not there; may be sent again',
}

/** Every attempt to send, newest first, with what was answered. */
export const ItemHistory = ({ story: { history }, zone }: { story: ItemStory; zone: string }) => {
  if (history.length === 0) return null
  return (
    <section className="item-history" aria-label="Attempts">
      <h3>Attempts</h3>
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
      <strong>{attempt.failure?.code === 'by-hand' ? 'Made ready for you to post' : OUTCOMES[attempt.outcome]}</strong>
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
