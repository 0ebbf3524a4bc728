import { Ban } from 'lucide-react'
import { useStore } from 'zustand'
import { formatMoment } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { say } from '../words/say.ts'
import { useBoard } from './board.ts'
import type { Dragging } from './drag.ts'
import './stop.css'
import './drag-layer.css'

/** What is in the hand: where it would stand, when that is, and why not, while it is still held. */
export const DragLayer = ({ dragging }: { dragging: Dragging }) => {
  const { zone } = useBoard()
  const now = useNow(60_000)
  const drag = useStore(dragging.state, (s) => s.drag)
  if (drag === null) return null
  const { drop, refused, x, y, group } = drag
  const right = x > window.innerWidth - 240
  return (
    <div className="cal-drag" aria-hidden="true">
      {drop !== null && (
        <div
          className="cal-drop"
          data-refused={refused !== null || undefined}
          style={{ left: drop.place.left, top: drop.place.top, width: drop.place.width, height: drop.place.height }}
        />
      )}
      <div
        className="cal-hand"
        data-refused={refused !== null || undefined}
        style={{ translate: `calc(${x}px ${right ? '- 100% - 12px' : '+ 12px'}) ${y + 14}px` }}
      >
        {refused === null ? (
          <>
            {drop?.at != null && <strong>{formatMoment(drop.at, zone, now)}</strong>}
            <span className="cal-text">{group.entries[0].text}</span>
          </>
        ) : (
          <>
            <Ban size="0.875rem" />
            <span>{say(refused)}</span>
          </>
        )}
      </div>
    </div>
  )
}
