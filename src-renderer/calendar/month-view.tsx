/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- weeks that share the height are no table, and keys are heard by the calendar as a whole */
import { useMemo } from 'react'
import { say } from '../words/say.ts'
import { useBoard } from './board.ts'
import { ClockChange } from './clock-change.tsx'
import { dayNumber, dayShort, daysOf, type DayRange, weekdayLong, weekdayShort } from './days.ts'
import { countDay, dayAloud } from './day-words.ts'
import type { DayPlan, Stop } from './groups.ts'
import { PostChip } from './post-chip.tsx'
import { SlotChip } from './slot-chip.tsx'
import { useRoomFor } from './use-room-for.ts'
import './day.css'
import './month-view.css'

type MonthViewProps = { range: DayRange; day: string; plans: ReadonlyMap<string, DayPlan>; dots: boolean }

/** Whole weeks with a month in them. */
export const MonthView = ({ range, day, plans, dots }: MonthViewProps) => {
  const weeks = useMemo(() => {
    const days = daysOf(range)
    return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
  }, [range])
  const [place, fits] = useRoomFor(weeks.length)
  const { zone, today } = useBoard()
  return (
    <div className="cal-month" data-dots={dots || undefined} role="grid" aria-label={say('calendar.month')}>
      <div className="cal-weekdays" role="row">
        {(weeks[0] ?? []).map((one) => (
          <span key={one} role="columnheader" aria-label={weekdayLong(one)}>
            {weekdayShort(one)}
          </span>
        ))}
      </div>
      <div className="cal-weeks" role="rowgroup" ref={place}>
        {weeks.map((week) => (
          <div key={week[0]} className="cal-month-week" role="row">
            {week.map((one) => (
              <MonthDay
                key={one}
                day={one}
                plan={plans.get(one)}
                outside={one.slice(0, 7) !== day.slice(0, 7)}
                fits={fits}
                dots={dots}
                label={dayAloud(one, plans.get(one), { zone, today })}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

type MonthDayProps = {
  day: string
  plan: DayPlan | undefined
  outside: boolean
  /** So many lines it has room for. */
  fits: number
  dots: boolean
  label: string
}

const MonthDay = ({ day, plan, outside, fits, dots, label }: MonthDayProps) => {
  const { zone, today, focus, onFocus, openDay, openCrowd, writeOn } = useBoard()
  const stops = plan?.stops ?? []
  const shown = dots ? [] : shownOf(stops, plan?.more ?? 0, fits, focus.day === day ? focus.key : null)
  const hidden = stops.length - shown.length + (plan?.more ?? 0)
  const reached = focus.day === day && !shown.some(({ key }) => key === focus.key)
  return (
    <div
      role="gridcell"
      className="cal-cell"
      data-day={day}
      data-drop-day={day}
      data-today={day === today || undefined}
      data-past={day < today || undefined}
      data-outside={outside || undefined}
      aria-label={label}
      tabIndex={reached ? 0 : -1}
      onFocus={(event) => event.target === event.currentTarget && onFocus({ day, key: null })}
      onClick={(event) => event.target === event.currentTarget && dots && openDay(day)}
      onDoubleClick={(event) => event.target === event.currentTarget && writeOn(day)}
    >
      <span className="cal-cell-head" aria-hidden="true">
        <ClockChange day={day} zone={zone} />
        <span className="cal-number">{day.endsWith('-01') ? dayShort(day) : dayNumber(day)}</span>
      </span>
      {shown.map((stop) => (
        <StopChip key={stop.key} stop={stop} day={day} reached={focus.day === day && focus.key === stop.key} />
      ))}
      {dots
        ? countDay(plan).posts > 0 && <span className="cal-count">{countDay(plan).posts}</span>
        : hidden > 0 && (
            <button
              type="button"
              className="cal-more"
              tabIndex={focus.day === day ? 0 : -1}
              aria-haspopup="dialog"
              aria-label={say('calendar.more-of-day', { count: hidden })}
              onClick={(event) => openCrowd({ day, keys: null }, event.currentTarget)}
            >
              {say('calendar.more', { count: hidden })}
            </button>
          )}
    </div>
  )
}

const StopChip = ({ stop, day, reached }: { stop: Stop; day: string; reached: boolean }) =>
  stop.kind === 'post' ? (
    <PostChip group={stop} day={day} look="line" reached={reached} />
  ) : (
    <SlotChip stop={stop} day={day} reached={reached} />
  )

/** What there is room for: posts before slots, all by time; what has the focus is among them. */
const shownOf = (stops: readonly Stop[], more: number, fits: number, focused: string | null): Stop[] => {
  if (stops.length + (more > 0 ? 1 : 0) <= fits) return [...stops]
  const room = Math.max(fits - 1, 0)
  const wanted = new Set(
    [
      ...stops.filter(({ key }) => key === focused),
      ...stops.filter(({ kind, key }) => kind === 'post' && key !== focused),
      ...stops.filter(({ kind, key }) => kind === 'slot' && key !== focused),
    ].slice(0, Math.max(room, focused === null ? 0 : 1)),
  )
  return stops.filter((stop) => wanted.has(stop))
}
