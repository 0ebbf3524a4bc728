import { Info } from 'lucide-react'
import { say } from '../words/say.ts'
import type { WordKey } from '../words/en.ts'
import './calendar-note.css'

/** Why something was not done, and beside what. */
export type Note = {
  readonly key: WordKey
  readonly place: { readonly x: number; readonly y: number } | null
  readonly id: number
}

/** Says why something was not done: beside the place it was asked for, and aloud. */
export const CalendarNote = ({ note }: { note: Note | null }) => (
  <>
    <output className="unseen">{note !== null && <span key={note.id}>{say(note.key)}</span>}</output>
    {note !== null && (
      <div
        className="cal-note"
        aria-hidden="true"
        data-placed={note.place !== null || undefined}
        style={
          note.place === null
            ? undefined
            : ({ '--x': `${note.place.x}px`, '--y': `${note.place.y}px` } as React.CSSProperties)
        }
      >
        <Info size="1rem" />
        {say(note.key)}
      </div>
    )}
  </>
)
