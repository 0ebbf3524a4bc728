import { CalendarDays } from 'lucide-react'
import { memo, useState } from 'react'
import { useStore } from 'zustand'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import { useDesk } from '../shell/desk-context.ts'
import { FirstPicture } from '../shell/first-picture.tsx'
import { formatClock, formatMoment } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Chip } from '../ui/chip.tsx'
import { say } from '../words/say.ts'
import { PickBox } from './bulk/pick-box.tsx'
import { usePicks } from './bulk/picks.ts'
import { ActionButton } from './item/action-button.tsx'
import { type InPost, lineTime } from './day-groups.ts'
import { actionsFor } from './item/item-actions.ts'
import { UploadBar } from './item/upload-bar.tsx'
import { describeItem } from './item/item-words.ts'
import { MarkedText } from './marked-text.tsx'
import type { QueueOrder } from './queue-filter.ts'
import './queue-row.css'

/** A row is one line, and never wider than so many letters. */
const IN_VIEW = 240

/** In these states the words count seconds. */
const TICKING = new Set(['waiting', 'unconfirmed'])

/** Where nothing is amiss the buttons only come when they are looked for. */
const CALM: ReadonlySet<ItemRow['state']> = new Set(['scheduled', 'published', 'cancelled'])

type QueueRowProps = {
  row: ItemRow
  inPost: InPost
  order: QueueOrder
  zone: string
  search: string
  /** Whether it is the one that Tab reaches and the keys move from. */
  active: boolean
  open: boolean
  /** The keys are about it from now on. */
  onFocus: (row: ItemRow) => void
  onOpen: (row: ItemRow) => void
  /** Whether it can be dragged to another place. */
  movable: boolean
  dragged: boolean
  /** While another one is dragged: whether it is of the same account, so that they can change places. */
  aside: boolean
}

/**
 * One item in the list: when, who, what, how it stands, and what can be done about it. While the list is scrolled it is
 * asked for again in every frame, so it is drawn anew only when something of it changed.
 */
export const QueueRow = memo((props: QueueRowProps) => {
  const { row, inPost, order, zone, search, active, open, onFocus, onOpen, movable, dragged, aside } = props
  const { accounts } = useDesk()
  useStore(accounts.state)
  const now = useNow(TICKING.has(row.state) ? 1000 : 60_000)
  const channel = accounts.channel(row.channel)
  const known = accounts.account(row.accountId)
  const account = known?.name ?? row.account
  const words = describeItem(row, {
    now,
    zone,
    channel: channel?.name ?? row.channel,
    account,
    connection: known?.connection,
  })
  const at = lineTime(row, order)
  const time = at === null ? '' : formatClock(at, zone)
  // The day stands above the list, where nobody hears it who walks from line to line.
  const when = at === null ? null : formatMoment(at, zone, now)
  const slot = useSlotName(row)
  const text = row.text.trim() === '' ? say('queue.no-text') : row.text
  const picks = usePicks()
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  return (
    <div
      className="queue-row"
      draggable={movable}
      data-open={open || undefined}
      data-state={row.state}
      data-in-post={inPost}
      data-picked={picks.rows.has(row.id) || undefined}
      data-dragged={dragged || undefined}
      data-aside={aside || undefined}
      onFocus={() => {
        setFocused(true)
        onFocus(row)
      }}
      onBlur={(event) => setFocused(event.currentTarget.contains(event.relatedTarget))}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
    >
      <PickBox
        label={say('queue.pick', { text: text.slice(0, 60) })}
        on={picks.rows.has(row.id)}
        any={picks.rows.size > 0}
        onPick={(toHere) => picks.toggle(row, toHere)}
      />
      <span className="queue-time" aria-hidden="true">
        {time}
      </span>
      <Avatar name={account} accountId={row.accountId} mark={accounts.markOf(row.accountId, row.channel)} />
      <div className="queue-words">
        <button
          type="button"
          className="queue-main"
          data-item={row.id}
          tabIndex={active ? 0 : -1}
          aria-label={[text.slice(0, 120), account, words.label, words.cause, when, slot].filter(Boolean).join(', ')}
          aria-current={open}
          onClick={(event) => {
            if (event.shiftKey || event.ctrlKey || event.metaKey) picks.toggle(row, event.shiftKey)
            else onOpen(row)
          }}
        >
          <span className="queue-text" dir="auto">
            <MarkedText text={text} search={search} most={IN_VIEW} />
          </span>
        </button>
        {/* All of it is in the name of the button. */}
        <p className="queue-line" aria-hidden="true">
          <Chip tone={words.tone}>{words.label}</Chip>
          <span className="queue-account">{account}</span>
          {slot !== null && (
            <span className="queue-in-slot">
              <CalendarDays size="0.8125rem" aria-hidden="true" />
              {slot}
            </span>
          )}
          {words.cause !== null && <span className="queue-cause">{words.cause}</span>}
        </p>
        <UploadBar itemId={row.id} />
      </div>
      {(pointed || focused || !CALM.has(row.state)) && (
        <fieldset className="queue-actions" aria-label={text.slice(0, 60)}>
          {actionsFor(row, channel).next.map((action) => (
            <ActionButton key={action} action={action} row={row} />
          ))}
        </fieldset>
      )}
      <FirstPicture key={row.mediaIds[0]} mediaId={row.mediaIds[0]} count={row.mediaIds.length} />
    </div>
  )
})
QueueRow.displayName = 'QueueRow'

/** Whose slot it holds, in words, while it waits for it; null: none. */
const useSlotName = ({ slot, state }: ItemRow): string | null => {
  const { slots } = useDesk()
  const name = useStore(slots.state, (s) => s.plans.find((plan) => plan.id === slot?.planId)?.name)
  if (slot === null || (state !== 'scheduled' && state !== 'waiting')) return null
  return name === undefined ? say('queue.in-slot') : say('queue.slot-of', { plan: name })
}
