import { Plus } from 'lucide-react'
import { formatClock, zoneCity } from '../time/format-time.ts'
import { say } from '../words/say.ts'
import { useBoard } from './board.ts'
import type { SlotStop } from './groups.ts'
import { shortClock } from './short-clock.ts'
import './stop.css'
import './slot-chip.css'

type SlotChipProps = {
  stop: SlotStop
  day: string
  reached: boolean
  /** There is room for the clock as it is written elsewhere. */
  long?: boolean
}

/** A slot that waits for a post; a press writes it. */
export const SlotChip = ({ stop, day, reached, long = false }: SlotChipProps) => {
  const { zone, second, onFocus, write } = useBoard()
  const clock = formatClock(stop.at, zone)
  const elsewhere = second === null ? '' : ` · ${formatClock(stop.at, second)} ${zoneCity(second)}`
  return (
    <button
      type="button"
      className="cal-slot"
      data-stop={stop.key}
      tabIndex={reached ? 0 : -1}
      aria-label={say('calendar.slot-name', { clock, plan: stop.slot.plan })}
      title={`${say('calendar.slot-help', { plan: stop.slot.plan })}${elsewhere}`}
      onFocus={() => onFocus({ day, key: stop.key })}
      onClick={() => write(stop)}
    >
      <Plus size="0.875em" aria-hidden="true" />
      <span className="cal-clock">{long ? clock : shortClock(stop.at, zone)}</span>
      <span className="cal-text">{say('calendar.slot')}</span>
    </button>
  )
}
