import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { say } from '../words/say.ts'
import { hourClock } from './short-clock.ts'
import type { HourRow } from './hours.ts'
import './night-fold.css'

type NightFoldProps = {
  rows: readonly HourRow[]
  place: 'before' | 'after'
  open: boolean
  onToggle: () => void
}

/** A post that is held over it for so long is meant for the night, in milliseconds. */
const HELD = 400

/** Hours of the night without anything in them, as one line; a press shows or hides them. */
export const NightFold = ({ rows, place, open, onToggle }: NightFoldProps) => {
  const held = useRef<ReturnType<typeof setTimeout>>(undefined)
  const letGo = (): void => clearTimeout(held.current)
  useEffect(() => () => clearTimeout(held.current), [])
  const hold = (): void => {
    if (!open && isDragging()) held.current = setTimeout(() => isDragging() && onToggle(), HELD)
  }
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return null
  const Icon = open ? ChevronsDownUp : ChevronsUpDown
  const hours = { from: clockOf(first.hour), to: clockOf(last.hour + 1) }
  return (
    <button
      type="button"
      className="cal-night"
      data-place={place}
      aria-expanded={open}
      onClick={onToggle}
      onPointerEnter={hold}
      onPointerLeave={letGo}
    >
      <Icon size="0.875rem" aria-hidden="true" />
      <span>{open ? say('calendar.night-hide', hours) : say('calendar.night', hours)}</span>
    </button>
  )
}

/** The 24th hour is the next day's first. */
const clockOf = (hour: number): string => hourClock(Date.UTC(2000, 0, 1, hour), 'UTC')

const isDragging = (): boolean => document.body.dataset['dragging'] !== undefined
