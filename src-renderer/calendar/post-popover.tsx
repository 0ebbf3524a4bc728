import { ExternalLink, PanelRightOpen, PenLine, CalendarClock } from 'lucide-react'
import { Dialog } from 'react-aria-components'
import { useDesk } from '../shell/desk-context.ts'
import { dayKey, formatClock, formatMoment, zoneCity } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { say } from '../words/say.ts'
import { BesidePopover } from './beside-popover.tsx'
import { useBoard } from './board.ts'
import type { EntryGroup } from './groups.ts'
import { whyFixed } from './move-rules.ts'
import { useStanding } from './state-mark.tsx'
import './post-popover.css'

type PostPopoverProps = { group: EntryGroup; element: HTMLElement; onMove: () => void; onClose: () => void }

/** A post at a glance, beside where it stands, and what can be done with it. */
export const PostPopover = ({ group, element, onMove, onClose }: PostPopoverProps) => {
  const { zone, second } = useBoard()
  const { route } = useDesk()
  const now = useNow(60_000)
  const [first] = group.entries
  const fixed = whyFixed(first)
  const text = first.text === '' ? say('calendar.no-text') : first.text
  const when = formatMoment(group.at, zone, now)
  return (
    <BesidePopover element={element} onClose={onClose}>
      <Dialog className="cal-card" aria-label={say('calendar.post', { time: when })}>
        <p className="cal-card-when">
          <strong>{when}</strong>{' '}
          <span className="faint">
            {zoneCity(zone)}
            {second !== null && ` · ${otherTime(group.at, { zone, second, now })} ${zoneCity(second)}`}
          </span>
        </p>
        <p className="cal-card-text" dir="auto">
          {text}
        </p>
        <ul className="cal-card-accounts">
          {group.entries.map((entry) => (
            <AccountLine key={entry.id} entry={entry} onClose={onClose} />
          ))}
        </ul>
        {fixed !== null && <p className="faint">{say(fixed)}</p>}
        <div className="cal-card-actions">
          {!first.external && first.state !== 'published' && first.state !== 'publishing' && (
            <Button
              size="small"
              icon={<PenLine size="0.9375rem" aria-hidden="true" />}
              onPress={() => route.go({ room: 'compose', postId: first.postId })}
            >
              {say('calendar.edit')}
            </Button>
          )}
          {fixed === null && (
            <Button size="small" icon={<CalendarClock size="0.9375rem" aria-hidden="true" />} onPress={onMove}>
              {say('calendar.move')}
            </Button>
          )}
          <Button
            size="small"
            icon={<PanelRightOpen size="0.9375rem" aria-hidden="true" />}
            onPress={() => route.go({ room: 'queue', itemId: first.id })}
          >
            {say('calendar.details')}
          </Button>
        </div>
      </Dialog>
    </BesidePopover>
  )
}

/** In another zone: the hour, and the day where that is another one. */
const otherTime = (at: number, { zone, second, now }: { zone: string; second: string; now: number }): string =>
  dayKey(at, second) === dayKey(at, zone) ? formatClock(at, second) : formatMoment(at, second, now)

const AccountLine = ({ entry, onClose }: { entry: EntryGroup['entries'][number]; onClose: () => void }) => {
  const { accounts, route } = useDesk()
  const { tone, says } = useStanding([entry])
  const channel = accounts.channel(entry.channel)
  const name = accounts.account(entry.accountId)?.name ?? channel?.name ?? entry.channel
  return (
    <li>
      <Avatar
        name={name}
        accountId={entry.accountId}
        mark={accounts.markOf(entry.accountId, entry.channel)}
        size="small"
      />
      <button
        type="button"
        className="cal-card-account"
        aria-label={say('calendar.details-of', { account: name })}
        onClick={() => {
          onClose()
          route.go({ room: 'queue', itemId: entry.id })
        }}
      >
        {name}
        <ExternalLink size="0.75rem" aria-hidden="true" />
      </button>
      <Chip tone={tone}>{says}</Chip>
    </li>
  )
}
