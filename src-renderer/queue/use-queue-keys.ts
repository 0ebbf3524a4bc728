import { type KeyboardEvent, type RefObject, use } from 'react'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import { useTimedDeed } from '../commands/timed-deed.ts'
import { useCommand } from '../commands/use-command.ts'
import type { OwnTime } from '../composer/draft/draft.ts'
import { useDesk } from '../shell/desk-context.ts'
import { travel } from '../ui/travel.ts'
import { inOwnWords } from '../words/say-failure.ts'
import { say } from '../words/say.ts'
import { usePicks } from './bulk/picks.ts'
import { moveItem, timeAhead } from './item/move-item.ts'
import { AskContext } from './item/use-item-act.ts'
import { isMovable, type Landing, landingBeside } from './line.ts'
import { rowOf } from './use-reorder.ts'

type QueueKeysProps = {
  list: RefObject<HTMLElement | null>
  listed: { rows: readonly ItemRow[]; endless: boolean; now: number }
  /** The row that the keys are about. */
  active: ItemRow | null
  /** Whether rows stand in the order in which they go out, so that they can change places. */
  ordered: boolean
  openId: string | null
  focus: (row: ItemRow) => void
  move: (row: ItemRow, landing: Landing) => Promise<void>
  onOpen: (row: ItemRow) => void
  onPick: (rows: readonly ItemRow[]) => void
}

/** So many rows further, as in every list. */
const JUMPS: Readonly<Record<string, number>> = { Home: -Infinity, End: Infinity, PageUp: -10, PageDown: 10 }

/** What keys do in the list; returned is what the list hears those by that jump from row to row. */
export const useQueueKeys = (props: QueueKeysProps): { onKeyDown: (event: KeyboardEvent) => void } => {
  const { list, listed, active, ordered, openId, focus, move, onOpen, onPick } = props
  const desk = useDesk()
  const { route, toasts } = desk
  const ask = use(AskContext)
  const picks = usePicks()
  const { rows } = listed

  const nextOf = (step: 1 | -1): ItemRow | undefined => {
    const from = rows.findIndex((row) => row.id === active?.id)
    // The first key only takes hold of the list.
    const inside = list.current?.contains(document.activeElement) === true
    return rows[inside ? Math.max(0, Math.min(rows.length - 1, from + step)) : Math.max(0, from)]
  }
  const goTo = (to: ItemRow | undefined): void => {
    if (to === undefined) return
    focus(to)
    if (openId !== null) onOpen(to)
  }
  const walk = (step: 1 | -1): void => goTo(isInTabs() ? undefined : nextOf(step))
  const jump = (event: KeyboardEvent): void => {
    const by = JUMPS[event.key]
    const isPlain = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey
    const inRow = event.target instanceof Element && event.target.matches('[data-item]')
    if (by === undefined || !isPlain || !inRow) return
    event.preventDefault()
    const from = rows.findIndex((row) => row.id === active?.id)
    goTo(rows[Math.max(0, Math.min(rows.length - 1, from + by))])
  }
  const pickOn = (step: 1 | -1): void => {
    const to = nextOf(step)
    if (to === undefined || active === null) return
    if (!picks.rows.has(active.id)) picks.toggle(active)
    if (to.id !== active.id) picks.toggle(to, true)
    focus(to)
  }
  const shift = async (step: 1 | -1): Promise<void> => {
    if (active === null) return
    if (!isMovable(active, Date.now())) {
      return toasts.fail(
        inOwnWords({
          code: 'illegal-transition',
          message: say('queue.not-movable'),
          next: say('queue.not-movable-next'),
        }),
      )
    }
    const landing = landingBeside(listed, active, step)
    if (landing.kind === 'stays') {
      return void toasts.tell(say(step === -1 ? 'queue.first-of' : 'queue.last-of', { account: active.account }))
    }
    travel(rowOf(active))
    await move(active, landing)
    focus(active)
  }

  const moveTo = async (row: ItemRow, time: OwnTime): Promise<void> => {
    const failure = await moveItem(desk, row, { kind: 'at', ...time })
    if (failure !== null) toasts.fail(failure)
  }

  const any = active !== null
  const own = active !== null && !active.external
  useCommand('queue.next', () => walk(1), any)
  useCommand('queue.previous', () => walk(-1), any)
  useCommand('queue.edit', () => own && route.go({ room: 'compose', postId: active.postId }), own)
  useCommand('queue.reschedule', () => own && ask({ action: 'reschedule', row: active }), own && isSettable(active))
  useTimedDeed(() =>
    own && isSettable(active) && picks.rows.size === 0
      ? {
          group: 'queue',
          says: 'commands.move-to',
          about: active.text,
          from: timeAhead(active, Date.now()),
          run: (time) => void moveTo(active, time),
        }
      : null,
  )
  useCommand('queue.delete', () => own && ask({ action: 'delete', row: active }), own)
  useCommand('queue.pick', () => any && picks.toggle(active), any)
  useCommand('queue.pick-next', () => pickOn(1), any)
  useCommand('queue.pick-previous', () => pickOn(-1), any)
  useCommand('queue.pick-all', () => onPick(rows), any)
  useCommand('queue.up', () => void shift(-1), ordered && any)
  useCommand('queue.down', () => void shift(1), ordered && any)
  return { onKeyDown: jump }
}

const SETTABLE: ReadonlySet<ItemRow['state']> = new Set(['scheduled', 'waiting', 'failed', 'missed', 'cancelled'])

const isSettable = ({ state }: ItemRow): boolean => SETTABLE.has(state)

const isInTabs = (): boolean => document.activeElement?.closest('[role=tablist]') != null
