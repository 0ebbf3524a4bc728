import { useStore } from 'zustand'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Activity } from '../../src-preload/contract/model/activity.ts'
import { useDesk } from '../shell/desk-context.ts'
import { RouteLink } from '../shell/route-link.tsx'
import { formatClock, formatExact, formatMomentInText } from '../time/format-time.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Chip } from '../ui/chip.tsx'
import { sayFailure } from '../words/say-failure.ts'
import { say } from '../words/say.ts'
import { outcomeWords } from './outcome-words.ts'

type ActivityLineProps = { entry: Activity; zone: string; now: number }

/** One attempt: when, for whom, what came of it, and where it did not succeed, why and what comes next. */
export const ActivityLine = ({ entry, zone, now }: ActivityLineProps) => {
  const { accounts } = useDesk()
  const mark = useStore(accounts.state, () => accounts.markOf(entry.accountId, entry.channel))
  const { label, tone } = outcomeWords(entry)
  const startedAt = Date.parse(entry.startedAt)
  return (
    <li className="activity-line">
      <time dateTime={entry.startedAt} title={formatExact(startedAt, zone)}>
        {formatClock(startedAt, zone)}
      </time>
      <Avatar name={entry.account} accountId={entry.accountId} mark={mark} size="small" />
      <div className="activity-words">
        <p className="activity-what">
          <RouteLink to={{ room: 'queue', itemId: entry.itemId }}>{entry.text || say('activity.no-words')}</RouteLink>
          <span className="faint">{entry.account}</span>
        </p>
        {entry.failure !== null && <Why failure={entry.failure} />}
        <p className="faint">{whatNext(entry, zone, now)}</p>
      </div>
      <Chip tone={tone}>{label}</Chip>
    </li>
  )
}

/** What was in the way; on request what to do, and what the network answered. */
const Why = ({ failure }: { failure: Failure }) => {
  const { message, next, own } = sayFailure(failure)
  return (
    <details className="activity-why">
      <summary>{message}</summary>
      <p>{next}</p>
      {own !== null && <p lang="en">{own}</p>}
      {failure.detail !== undefined && <code>{failure.detail}</code>}
    </details>
  )
}

/** What comes next by itself, or how it ended since. */
const whatNext = ({ state, nextAt, number, outcome }: Activity, zone: string, now: number): string => {
  const nth = number > 1 ? say('activity.attempt', { number }) : ''
  const said = ((): string => {
    if (state === 'published') return outcome === 'published' ? '' : say('activity.since-published')
    if (nextAt !== null) return say('activity.next', { moment: formatMomentInText(Date.parse(nextAt), zone, now) })
    if (state === 'failed' || state === 'unconfirmed' || state === 'missed') return say('activity.your-turn')
    return ''
  })()
  return [nth, said].filter((one) => one !== '').join(' · ')
}
