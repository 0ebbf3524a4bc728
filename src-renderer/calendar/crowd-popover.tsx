import { BesidePopover } from './beside-popover.tsx'
import { List } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { Dialog, Heading } from 'react-aria-components'
import { useInnerKeys } from '../commands/use-inner-keys.ts'
import { Button } from '../ui/button.tsx'
import { say } from '../words/say.ts'
import { type Arrow, BoardContext, useBoard } from './board.ts'
import { dayInWords } from './days.ts'
import type { EntryGroup, Stop } from './groups.ts'
import { PostChip } from './post-chip.tsx'
import { SlotChip } from './slot-chip.tsx'
import './agenda-list.css'
import './crowd-popover.css'

type CrowdPopoverProps = {
  day: string
  stops: readonly Stop[]
  /** What it stands beside. */
  element: HTMLElement
  onNudge: (group: EntryGroup, arrow: Arrow) => void
  onMove: (group: EntryGroup) => void
  onClose: () => void
  /** What is open beside one of them. */
  children: ReactNode
}

/** What a day has no room for, as a list: each is opened, moved and dragged as where it stands by itself. */
export const CrowdPopover = ({ day, stops, element, onNudge, onMove, onClose, children }: CrowdPopoverProps) => {
  const board = useBoard()
  const list = useRef<HTMLUListElement>(null)
  const [key, setKey] = useState(stops[0]?.key ?? null)
  // The place of the calendar itself stays where it was: that is where Escape leads back to.
  const inside = useMemo(
    () => ({ ...board, focus: { day, key }, onFocus: (to: { key: string | null }) => setKey(to.key) }),
    [board, day, key],
  )
  const chosen = stops.find((stop) => stop.key === key)
  useCrowdKeys(list, {
    nudge: (arrow) => chosen?.kind === 'post' && onNudge(chosen, arrow),
    move: () => chosen?.kind === 'post' && onMove(chosen),
  })
  useEffect(() => list.current?.querySelector<HTMLElement>('[data-stop]')?.focus(), [])

  return (
    <BesidePopover element={element} onClose={onClose}>
      <Dialog className="cal-crowd-card">
        <header>
          <Heading slot="title">{dayInWords(day)}</Heading>
          <Button
            size="small"
            look="quiet"
            icon={<List size="0.9375rem" aria-hidden="true" />}
            onPress={() => board.openDay(day)}
          >
            {say('calendar.show-in-agenda')}
          </Button>
        </header>
        <BoardContext value={inside}>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it hears the arrows for all that is in it */}
          <ul className="cal-agenda-list" ref={list} onKeyDown={walk}>
            {stops.map((stop) => (
              <li key={stop.key}>
                {stop.kind === 'post' ? (
                  <PostChip group={stop} day={day} look="row" reached={stop.key === key} />
                ) : (
                  <SlotChip stop={stop} day={day} reached={stop.key === key} long />
                )}
              </li>
            ))}
          </ul>
        </BoardContext>
        {children}
      </Dialog>
    </BesidePopover>
  )
}

/** The arrows, Home and End lead through the list. */
const walk = (event: KeyboardEvent<HTMLUListElement>): void => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const chips = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-stop]')]
  const index = chips.findIndex((chip) => chip === event.target)
  if (index === -1) return
  const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: chips.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  chips[Math.min(Math.max(to, 0), chips.length - 1)]?.focus()
}

type Deeds = { nudge: (arrow: Arrow) => void; move: () => void }

/** The keys that move a post in the calendar move it here as well, as long as the focus is on it. */
const useCrowdKeys = (list: React.RefObject<HTMLElement | null>, { nudge, move }: Deeds): void => {
  const hear = useInnerKeys([
    ['calendar.move', move],
    ['calendar.nudge-left', () => nudge('left')],
    ['calendar.nudge-right', () => nudge('right')],
    ['calendar.nudge-up', () => nudge('up')],
    ['calendar.nudge-down', () => nudge('down')],
  ])
  const latest = useEffectEvent(hear)
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const within = event.target instanceof Node && list.current?.contains(event.target) === true
      if (within && latest(event)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [list])
}
