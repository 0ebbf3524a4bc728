import { useStore } from 'zustand'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import { ActionButton } from '../queue/item/action-button.tsx'
import { actionsFor } from '../queue/item/item-actions.ts'
import { describeItem } from '../queue/item/item-words.ts'
import { useDesk } from '../shell/desk-context.ts'
import { RouteLink } from '../shell/route-link.tsx'
import { formatMoment } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Chip } from '../ui/chip.tsx'
import { say } from '../words/say.ts'

/** A post in a few words: when, who, how it stands, and what can be done about it. */
export const TodayRow = ({ row }: { row: ItemRow }) => {
  const { accounts, settings } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(row.state === 'waiting' || row.state === 'unconfirmed' ? 1000 : 60_000)
  const channel = accounts.channel(row.channel)
  const account = accounts.account(row.accountId)?.name ?? row.account
  const { label, tone, cause } = describeItem(row, { now, zone, channel: channel?.name ?? row.channel, account })
  // What is scheduled goes out by itself; its panel has the rest.
  const next = row.state === 'scheduled' ? [] : actionsFor(row, channel).next
  const at = row.schedule === null ? null : Date.parse(row.schedule.at)
  return (
    <li className="today-row">
      <Avatar name={account} mark={channel?.mark} />
      <div className="today-words">
        <RouteLink className="today-text" to={{ room: 'queue', itemId: row.id }}>
          <span dir="auto">{row.text.trim() === '' ? say('today.no-words') : row.text}</span>
        </RouteLink>
        <p className="faint">
          {[at === null ? null : formatMoment(at, zone, now), account].filter((one) => one !== null).join(' · ')}
        </p>
        {/* That it is scheduled, the time says. */}
        {row.state !== 'scheduled' && (
          <p className="today-state">
            <Chip tone={tone}>{label}</Chip>
            {cause !== null && <span>{cause}</span>}
          </p>
        )}
      </div>
      {next.length > 0 && (
        <div className="today-actions">
          {next.map((action) => (
            <ActionButton key={action} action={action} row={row} />
          ))}
        </div>
      )}
    </li>
  )
}
