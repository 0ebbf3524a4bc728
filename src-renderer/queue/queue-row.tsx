import { CalendarDays, Image } from 'lucide-react'
import { useStore } from 'zustand'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import { useDesk } from '../shell/desk-context.ts'
import { MediaPicture } from '../shell/media-picture.tsx'
import { formatClock } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Avatar } from '../ui/avatar.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { Chip } from '../ui/chip.tsx'
import { usePicks } from './bulk/picks.ts'
import { ActionButton } from './item/action-button.tsx'
import { lineTime } from './day-groups.ts'
import { actionsFor } from './item/item-actions.ts'
import { UploadBar } from './item/upload-bar.tsx'
import { describeItem } from './item/item-words.ts'
import type { QueueOrder } from './queue-filter.ts'

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
  const picks = usePicks()
  const picked = picks.rows.has(row.id)
  return (
    <div className="queue-row" data-open={open || undefined} data-state={row.state} data-picked={picked || undefined}>
      <span className="queue-pick" data-any={picks.rows.size > 0 || undefined}>
        <CheckboxField label={`Pick ${text.slice(0, 60)}`} hideLabel on={picked} onChange={() => picks.toggle(row)} />
      </span>
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
          <SlotMark row={row} />
          {words.cause !== null && <span className="queue-cause">{words.cause}</span>}
        </p>
        <UploadBar itemId={row.id} />
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

/** Whose slot it holds, while it waits for it. */
const SlotMark = ({ row: { slot, state } }: { row: ItemRow }) => {
  const { slots } = useDesk()
  const name = useStore(slots.state, (s) => s.plans.find((plan) => plan.id === slot?.planId)?.name)
  if (slot === null || (state !== 'scheduled' && state !== 'waiting')) return null
  return (
    <span className="queue-in-slot">
      <CalendarDays size="0.8125rem" aria-hidden="true" />
      {name === undefined ? 'In a slot' : `Slot of ${name}`}
    </span>
  )
}
