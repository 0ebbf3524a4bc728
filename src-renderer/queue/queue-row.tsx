import { Image } from 'lucide-react'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import { useDesk } from '../shell/desk-context.ts'
import { MediaPicture } from '../shell/media-picture.tsx'
import { formatClock } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Chip } from '../ui/chip.tsx'
import { ActionButton } from './item/action-button.tsx'
import { lineTime } from './day-groups.ts'
import { actionsFor } from './item/item-actions.ts'
import { describeItem } from './item/item-words.ts'
import type { QueueOrder } from './queue-rows.ts'

/** In these states the words count seconds. */
const TICKING = new Set(['waiting', 'unconfirmed'])

type QueueRowProps = {
  row: ItemRow
  order: QueueOrder
  zone: string
  /** Whether it is the one that Tab reaches and the keys move from. */
  active: boolean
  open: boolean
  onOpen: () => void
}

/** One item in the list: when, who, what, how it stands, and what can be done about it. */
export const QueueRow = ({ row, order, zone, active, open, onOpen }: QueueRowProps) => {
  const { accounts } = useDesk()
  const now = useNow(TICKING.has(row.state) ? 1000 : 60_000)
  const channel = accounts.channel(row.channel)
  const account = accounts.account(row.accountId)?.name ?? row.account
  const words = describeItem(row, { now, zone, channel: channel?.name ?? row.channel, account })
  const at = lineTime(row, order)
  const time = at === null ? '' : formatClock(at, zone)
  const text = row.text.trim() === '' ? 'No text' : row.text
  const [picture] = row.mediaIds
  return (
    <div className="queue-row" data-open={open || undefined} data-state={row.state}>
      <span className="queue-time">{time}</span>
      <Avatar name={account} mark={channel?.mark} />
      <div className="queue-words">
        <button
          type="button"
          className="queue-main"
          data-item={row.id}
          tabIndex={active ? 0 : -1}
          aria-label={[text.slice(0, 120), account, words.label, words.cause, time].filter(Boolean).join(', ')}
          aria-current={open}
          onClick={onOpen}
        >
          <span className="queue-text" dir="auto">
            {text}
          </span>
        </button>
        <p className="queue-line">
          <Chip tone={words.tone}>{words.label}</Chip>
          <span className="queue-account">{account}</span>
          {words.cause !== null && <span className="queue-cause">{words.cause}</span>}
        </p>
      </div>
      <div className="queue-actions">
        {actionsFor(row, channel).next.map((action) => (
          <ActionButton key={action} action={action} row={row} />
        ))}
      </div>
      {picture !== undefined && (
        <span className="queue-picture">
          <MediaPicture mediaId={picture} alt="" />
          {row.mediaIds.length > 1 && (
            <span className="media-more-small">
              <Image size="0.625rem" aria-hidden="true" />
              {row.mediaIds.length}
            </span>
          )}
        </span>
      )}
    </div>
  )
}
