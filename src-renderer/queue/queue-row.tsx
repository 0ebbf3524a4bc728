import { CalendarDays, Image } from 'lucide-react'
import { useRef } from 'react'
import { useDrag } from 'react-aria'
import { useStore } from 'zustand'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import { useDesk } from '../shell/desk-context.ts'
import { MediaPicture } from '../shell/media-picture.tsx'
import { formatClock } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Chip } from '../ui/chip.tsx'
import { say } from '../words/say.ts'
import { PickBox } from './bulk/pick-box.tsx'
import { usePicks } from './bulk/picks.ts'
import { ActionButton } from './item/action-button.tsx'
import { lineTime } from './day-groups.ts'
import { actionsFor } from './item/item-actions.ts'
import { UploadBar } from './item/upload-bar.tsx'
import { describeItem } from './item/item-words.ts'
import { MarkedText } from './marked-text.tsx'
import type { QueueOrder } from './queue-filter.ts'
import { ROW_TYPE } from './use-drag-rows.ts'

/** In these states the words count seconds. */
const TICKING = new Set(['waiting', 'unconfirmed'])

type QueueRowProps = {
  row: ItemRow
  order: QueueOrder
  zone: string
  search: string
  /** Whether it is the one that Tab reaches and the keys move from. */
  active: boolean
  open: boolean
  /** The keys are about it from now on. */
  onFocus: () => void
  onOpen: () => void
  /** Null: it keeps its place. */
  drag: { begin: () => void; end: () => void } | null
  /** While another one is dragged: whether it is of the same account, so that they can change places. */
  aside: boolean
}

/** One item in the list: when, who, what, how it stands, and what can be done about it. */
export const QueueRow = ({ row, order, zone, search, active, open, onFocus, onOpen, drag, aside }: QueueRowProps) => {
  const { accounts } = useDesk()
  const now = useNow(TICKING.has(row.state) ? 1000 : 60_000)
  const channel = accounts.channel(row.channel)
  const account = accounts.account(row.accountId)?.name ?? row.account
  const words = describeItem(row, { now, zone, channel: channel?.name ?? row.channel, account })
  const at = lineTime(row, order)
  const time = at === null ? '' : formatClock(at, zone)
  const text = row.text.trim() === '' ? say('queue.no-text') : row.text
  const picks = usePicks()
  const { dragProps, isDragging } = useRowDrag(row, text, drag)
  return (
    <div
      {...dragProps}
      className="queue-row"
      data-open={open || undefined}
      data-state={row.state}
      data-picked={picks.rows.has(row.id) || undefined}
      data-dragged={isDragging || undefined}
      data-aside={aside || undefined}
    >
      <PickBox
        label={say('queue.pick', { text: text.slice(0, 60) })}
        on={picks.rows.has(row.id)}
        any={picks.rows.size > 0}
        onPick={(toHere) => picks.toggle(row, toHere)}
      />
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
          onFocus={onFocus}
          onClick={(event) => {
            if (event.shiftKey || event.ctrlKey || event.metaKey) picks.toggle(row, event.shiftKey)
            else onOpen()
          }}
        >
          <span className="queue-text" dir="auto">
            <MarkedText text={text} search={search} />
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
      <FirstPicture mediaIds={row.mediaIds} />
    </div>
  )
}

/** By the pointer; the keyboard has keys of its own, so that Enter still opens. */
const useRowDrag = (row: ItemRow, text: string, drag: QueueRowProps['drag']) => {
  const preview = useRef(null)
  return useDrag({
    preview,
    hasDragButton: true,
    isDisabled: drag === null,
    getItems: () => [{ [ROW_TYPE]: row.id, 'text/plain': text }],
    getAllowedDropOperations: () => ['move'],
    onDragStart: () => drag?.begin(),
    onDragEnd: () => drag?.end(),
  })
}

const FirstPicture = ({ mediaIds }: Pick<ItemRow, 'mediaIds'>) => {
  const [picture] = mediaIds
  if (picture === undefined) return null
  return (
    <span className="queue-picture">
      <MediaPicture mediaId={picture} alt="" />
      {mediaIds.length > 1 && (
        <span className="media-more-small">
          <Image size="0.625rem" aria-hidden="true" />
          {mediaIds.length}
        </span>
      )}
    </span>
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
      {name === undefined ? say('queue.in-slot') : say('queue.slot-of', { plan: name })}
    </span>
  )
}
