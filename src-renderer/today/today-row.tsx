import { useStore } from 'zustand'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import { ActionButton } from '../queue/item/action-button.tsx'
import { actionsFor } from '../queue/item/item-actions.ts'
import { describeItem } from '../queue/item/item-words.ts'
import { useDesk } from '../shell/desk-context.ts'
import { FirstPicture } from '../shell/first-picture.tsx'
import { RouteLink } from '../shell/route-link.tsx'
import { dayKey, formatClock, formatMoment } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Chip } from '../ui/chip.tsx'
import { say, sayList } from '../words/say.ts'
import type { TodayPart, TodayPost } from './by-post.ts'

/** `day`: the one that it stands under, such as `2026-12-01`; its name is not told again. */
type TodayRowProps = { post: TodayPost; day?: string }

/** A post in a few words: when, for whom, how it stands there, and what can be done about it. */
export const TodayRow = ({ post: { parts }, day }: TodayRowProps) => {
  const first = parts[0]?.[0]
  if (first === undefined) return null
  return (
    <li className="today-row">
      <div className="today-said">
        <RouteLink className="today-text" to={{ room: 'queue', itemId: first.id }}>
          <span dir="auto">{textOf(first)}</span>
        </RouteLink>
        {parts.map((part) => (
          <Part key={part[0].id} part={part} day={day} />
        ))}
      </div>
      <FirstPicture mediaId={first.mediaIds[0]} count={first.mediaIds.length} />
    </li>
  )
}

const textOf = (row: ItemRow): string => (row.text.trim() === '' ? say('today.no-words') : row.text)

const Part = ({ part, day }: { part: TodayPart; day: string | undefined }) => {
  const { accounts, settings } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const [row] = part
  const now = useNow(row.state === 'waiting' || row.state === 'unconfirmed' ? 1000 : 60_000)
  const channel = accounts.channel(row.channel)
  const nameOf = (one: ItemRow): string => accounts.account(one.accountId)?.name ?? one.account
  const { label, tone, cause } = describeItem(row, {
    now,
    zone,
    channel: channel?.name ?? row.channel,
    account: nameOf(row),
    connection: accounts.account(row.accountId)?.connection,
  })
  // What is scheduled goes out by itself, and its panel has the rest; unless its account keeps it from that.
  const calm = row.state === 'scheduled' && tone !== 'amber'
  const next = row.state === 'scheduled' ? [] : actionsFor(row, channel).next
  const at = row.schedule === null ? null : Date.parse(row.schedule.at)
  const when = at === null ? null : dayKey(at, zone) === day ? formatClock(at, zone) : formatMoment(at, zone, now)
  return (
    <div className="today-part">
      <div className="today-when">
        <span className="today-faces">
          {part.map((one) => (
            <Avatar
              key={one.id}
              name={nameOf(one)}
              accountId={one.accountId}
              mark={accounts.markOf(one.accountId, one.channel)}
              size="small"
            />
          ))}
        </span>
        {/* That it is scheduled, the time says. */}
        {!calm && <Chip tone={tone}>{label}</Chip>}
        <p className="faint">{[when, sayList(part.map(nameOf))].filter((one) => one !== null).join(' · ')}</p>
      </div>
      {(next.length > 0 || (!calm && cause !== null)) && (
        <div className="today-next">
          {!calm && cause !== null && <p>{cause}</p>}
          {next.length > 0 && (
            <fieldset className="today-actions" aria-label={textOf(row).slice(0, 60)}>
              {next.map((action) => (
                <ActionButton key={action} action={action} row={row} />
              ))}
            </fieldset>
          )}
        </div>
      )}
    </div>
  )
}
