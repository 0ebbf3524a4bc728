import { CalendarClock, CalendarDays, CircleCheck, Send, X } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { ItemRow } from '../../../src-preload/contract/methods.ts'
import { useInnerKeys } from '../../commands/use-inner-keys.ts'
import type { WhenChoice } from '../../composer/send/when-choice.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { useNow } from '../../time/use-now.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { say } from '../../words/say.ts'
import { WhenDialog } from '../when-dialog.tsx'
import { decide, dueAt, undo } from './review-act.ts'
import { missedWhen, type ReviewChoice, reviewed, reviewTitle } from './review-words.ts'
import './review.css'

/** So many are listed at first, and with each press more; what is done to all is done to all. */
const AT_ONCE = 100

/** What was missed while Posthorn was closed or asleep, and what is to be done with it: for each, or for all at once. */
export const ReviewSheet = () => {
  const { link, review, slots } = useDesk()
  const { rows, failure } = useStore(review.state)
  const hasSlots = useStore(slots.state, (s) => s.plans.some((plan) => plan.times.length > 0))
  const [busy, setBusy] = useState(false)
  const [shown, setShown] = useState(AT_ONCE)
  /** Here and not in a notice: those cannot be reached behind the sheet. */
  const [last, setLast] = useState<{ choice: ReviewChoice; rows: readonly ItemRow[] } | null>(null)
  const [trouble, setTrouble] = useState<Failure | null>(null)
  const [timeFor, setTimeFor] = useState<readonly ItemRow[] | null>(null)
  const list = useRef<HTMLUListElement>(null)

  const run = async (some: readonly ItemRow[], choice: ReviewChoice, time?: WhenChoice): Promise<void> => {
    setBusy(true)
    const decided = await decide(link.bridge, some, choice, time)
    await review.reload()
    setBusy(false)
    setTimeFor(null)
    setTrouble(decided.failure)
    if (decided.done.length === 0) return
    setLast({ choice, rows: decided.done })
    // The row that had the focus is gone: the first one gets it.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('.review-row button')?.focus())
  }

  // One alone that went out is out by the time anybody could think better of it.
  const canUndo = last !== null && !(last.choice === 'publish-now' && last.rows.length === 1)
  const takeBack = async (): Promise<void> => {
    if (last === null || !canUndo) return
    setLast(null)
    const undone = await undo(link.bridge, last.rows)
    setTrouble(undone.failure)
    await review.reload()
  }

  useKeys(timeFor === null, takeBack)

  if (timeFor !== null) {
    return (
      <WhenDialog
        title={say('review.another-time', { count: timeFor.length })}
        onChoose={async (choice) => {
          await run(timeFor, 'time', choice)
          return null
        }}
        onClose={() => setTimeFor(null)}
      />
    )
  }
  return (
    <Dialog
      title={reviewTitle(rows.length)}
      onClose={review.close}
      actions={
        rows.length > 1 ? (
          <fieldset className="review-all" aria-label={say('review.all')}>
            <Button isDisabled={busy} onPress={() => void run(rows, 'skip')}>
              {say('review.skip-all')}
            </Button>
            <Button isDisabled={busy} onPress={() => setTimeFor(rows)}>
              {say('review.time-all')}
            </Button>
            {hasSlots && (
              <Button isDisabled={busy} onPress={() => void run(rows, 'next-slot')}>
                {say('review.slots-all')}
              </Button>
            )}
            <Button look="primary" isPending={busy} onPress={() => void run(rows, 'publish-now')}>
              {say('review.publish-all')}
            </Button>
          </fieldset>
        ) : (
          <Button onPress={review.close}>{say(rows.length === 0 ? 'common.close' : 'review.later')}</Button>
        )
      }
    >
      <div className="review">
        {failure !== null && <FailureNote failure={failure} />}
        {trouble !== null && <FailureNote failure={trouble} />}
        {last !== null && (
          <div className="review-last">
            <output>{reviewed(last.choice, last.rows.length)}</output>
            {canUndo && (
              <Button size="small" onPress={() => void takeBack()}>
                {say('common.undo')}
              </Button>
            )}
          </div>
        )}
        {rows.length === 0 ? (
          <EmptyState icon={<CircleCheck size="1.625rem" />} title={say('review.all-decided')}>
            <p>{say('review.all-decided-help')}</p>
          </EmptyState>
        ) : (
          <>
            <p className="faint">{say('review.help', { count: rows.length })}</p>
            <ul className="review-list" aria-label={say('review.list')} ref={list}>
              {rows.slice(0, shown).map((row) => (
                <ReviewRow
                  key={row.id}
                  row={row}
                  busy={busy}
                  hasSlots={hasSlots}
                  onRun={(choice) => (choice === 'time' ? setTimeFor([row]) : void run([row], choice))}
                />
              ))}
            </ul>
            {rows.length > shown && (
              <Button onPress={() => setShown(shown + AT_ONCE)}>
                {say('review.more', { count: rows.length - shown })}
              </Button>
            )}
          </>
        )}
      </div>
    </Dialog>
  )
}

type ReviewRowProps = { row: ItemRow; busy: boolean; hasSlots: boolean; onRun: (choice: ReviewChoice) => void }

const ReviewRow = ({ row, busy, hasSlots, onRun }: ReviewRowProps) => {
  const { accounts, settings } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  const text = row.text.trim() === '' ? say('queue.no-text') : row.text
  const what = text.slice(0, 60)
  return (
    <li className="review-row">
      <Avatar name={row.account} accountId={row.accountId} mark={accounts.markOf(row.accountId, row.channel)} />
      <div className="review-words">
        <p className="review-text" dir="auto">
          {text}
        </p>
        <p className="faint">
          {row.account} · {missedWhen(row.schedule === null ? null : dueAt(row), zone, now)}
        </p>
      </div>
      <div className="review-actions">
        <Button
          size="small"
          icon={<Send size="0.875rem" aria-hidden="true" />}
          aria-label={say('review.publish-what', { what })}
          isDisabled={busy}
          onPress={() => onRun('publish-now')}
        >
          {say('review.publish')}
        </Button>
        {hasSlots && (
          <IconButton
            size="small"
            label={say('review.slot-what', { what })}
            icon={<CalendarDays size="1rem" />}
            isDisabled={busy}
            onPress={() => onRun('next-slot')}
          />
        )}
        <IconButton
          size="small"
          label={say('review.time-what', { what })}
          icon={<CalendarClock size="1rem" />}
          isDisabled={busy}
          onPress={() => onRun('time')}
        />
        <IconButton
          size="small"
          label={say('review.skip-what', { what })}
          icon={<X size="1rem" />}
          isDisabled={busy}
          onPress={() => onRun('skip')}
        />
      </div>
    </li>
  )
}

/** The last decision is taken back; who walks from row to row stays with the same button. */
const useKeys = (on: boolean, takeBack: () => Promise<void>): void => {
  const hear = useInnerKeys([
    ['review.next', () => walk(1)],
    ['review.previous', () => walk(-1)],
    ['review.undo', () => void takeBack()],
  ])
  const latest = useEffectEvent(hear)
  useEffect(() => {
    if (!on) return
    const onKey = (event: KeyboardEvent): void => {
      if (latest(event)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [on])
}

const walk = (step: 1 | -1): void => {
  const row = document.activeElement?.closest('.review-row')
  if (row == null) return
  const place = [...row.querySelectorAll('button')].findIndex((one) => one === document.activeElement)
  const next = step === 1 ? row.nextElementSibling : row.previousElementSibling
  next?.querySelectorAll<HTMLElement>('button')[place]?.focus()
}
