import { useMemo } from 'react'
import { say } from '../words/say.ts'
import { useBoard } from './board.ts'
import { dayAloud } from './day-words.ts'
import type { DayPlan, Stop } from './groups.ts'
import { type HourRow, isClosed, placeIn } from './hours.ts'
import { PostChip } from './post-chip.tsx'
import { sideBySide, type Standing } from './side-by-side.ts'
import { SlotChip } from './slot-chip.tsx'

/** What a post takes at least, in rows; with nothing right behind it it is given a whole one. */
const SHORT = 0.5

type WeekDayProps = { day: string; plan: DayPlan | undefined; rows: readonly HourRow[]; lanes: number }

/** One day of a week: what stands in it at its hours. */
export const WeekDay = ({ day, plan, rows, lanes }: WeekDayProps) => {
  const { zone, today, focus, openDay } = useBoard()
  const { placed, crowds } = useMemo(
    () => sideBySide(standingOf(plan?.stops ?? [], zone, rows), lanes),
    [plan, zone, rows, lanes],
  )
  const closed = useMemo(
    () => rows.flatMap((row, index) => (isClosed(day, zone, row) ? [index] : [])),
    [day, zone, rows],
  )
  return (
    <section
      className="cal-column"
      data-drop-day={day}
      data-drop-rows={rows.length}
      data-today={day === today || undefined}
      data-past={day < today || undefined}
      aria-label={dayAloud(day, plan, { zone, today })}
    >
      {closed.map((index) => (
        <div
          key={index}
          className="cal-closed"
          title={say('calendar.no-such-hour')}
          style={{ '--at': index } as React.CSSProperties}
        />
      ))}
      {placed.map(({ thing, top, height, lane, lanes: of }) => (
        <div
          key={thing.key}
          className="cal-place"
          style={{ '--at': top, '--height': height, '--lane': lane, '--lanes': of } as React.CSSProperties}
        >
          {thing.kind === 'post' ? (
            <PostChip
              group={thing}
              day={day}
              look={height >= 1 && of < lanes ? 'block' : 'line'}
              reached={focus.day === day && focus.key === thing.key}
            />
          ) : (
            <SlotChip stop={thing} day={day} reached={focus.day === day && focus.key === thing.key} />
          )}
        </div>
      ))}
      {crowds.map(({ top, lane, lanes: of, things }) => (
        <div
          key={things[0]?.key}
          className="cal-place"
          style={{ '--at': top, '--height': SHORT, '--lane': lane, '--lanes': of } as React.CSSProperties}
        >
          <button
            type="button"
            className="cal-more"
            tabIndex={-1}
            aria-label={say('calendar.more-of-day', { count: things.length })}
            onClick={() => openDay(day)}
          >
            +{things.length}
          </button>
        </div>
      ))}
      {(plan?.more ?? 0) > 0 && (
        <button type="button" className="cal-more cal-more-end" onClick={() => openDay(day)}>
          {say('calendar.more', { count: plan?.more ?? 0 })}
        </button>
      )}
    </section>
  )
}

/** A post has a whole row where nothing follows within it. */
const standingOf = (stops: readonly Stop[], zone: string, rows: readonly HourRow[]): Standing<Stop>[] => {
  const tops = stops.map((stop) => Math.min(placeIn(stop.at, zone, rows), rows.length - SHORT))
  return stops.map((thing, index) => {
    const top = tops[index] ?? 0
    const near = tops.some((other, at) => at !== index && Math.abs(other - top) < 1)
    return { thing, top, height: near || thing.kind === 'slot' || top > rows.length - 1 ? SHORT : 1 }
  })
}
