import { type ReactNode, useMemo } from 'react'
import { say, sayNumber } from '../words/say.ts'
import { useBoard } from './board.ts'
import { dayAloud } from './day-words.ts'
import type { DayPlan, Stop } from './groups.ts'
import { type HourRow, isClosed, placeIn } from './hours.ts'
import { PostChip } from './post-chip.tsx'
import { SHORT, sideBySide, type Standing } from './side-by-side.ts'
import { SlotChip } from './slot-chip.tsx'
import './day.css'
import './week-day.css'

type WeekDayProps = { day: string; plan: DayPlan | undefined; rows: readonly HourRow[]; lanes: number }

/** One day of a week: what stands in it at its hours. */
export const WeekDay = ({ day, plan, rows, lanes }: WeekDayProps) => {
  const { zone, today, openDay } = useBoard()
  const { placed, crowds } = useMemo(
    () => sideBySide(standingOf(plan?.stops ?? [], zone, rows), { most: lanes, rows: rows.length }),
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
      {placed.map(({ thing, pushed, ...box }) => (
        <Place key={thing.key} box={box} pushed={pushed}>
          <StopChip stop={thing} day={day} tall={box.height >= 1} />
        </Place>
      ))}
      {crowds.map(({ things, ...box }) => (
        <Place key={things[0]?.key} box={box} pushed={0}>
          <CrowdMark things={things} day={day} />
        </Place>
      ))}
      {(plan?.more ?? 0) > 0 && (
        <button type="button" className="cal-more cal-more-end" onClick={() => openDay(day)}>
          {say('calendar.more', { count: plan?.more ?? 0 })}
        </button>
      )}
    </section>
  )
}

type Box = { top: number; height: number; lane: number; lanes: number }

const Place = ({ box, pushed, children }: { box: Box; pushed: number; children: ReactNode }) => (
  <div
    className="cal-place"
    data-pushed={pushed}
    style={{ '--at': box.top, '--height': box.height, '--lane': box.lane, '--lanes': box.lanes } as React.CSSProperties}
  >
    {children}
  </div>
)

const StopChip = ({ stop, day, tall }: { stop: Stop; day: string; tall: boolean }) => {
  const { focus } = useBoard()
  const reached = focus.day === day && focus.key === stop.key
  return stop.kind === 'post' ? (
    <PostChip group={stop} day={day} look={tall ? 'block' : 'pair'} reached={reached} />
  ) : (
    <SlotChip stop={stop} day={day} reached={reached} />
  )
}

/** How many more there are, and the way to them; before it stands the one that the arrows come to. */
const CrowdMark = ({ things, day }: { things: readonly Stop[]; day: string }) => {
  const { focus, openCrowd } = useBoard()
  const reached = focus.day === day ? things.find(({ key }) => key === focus.key) : undefined
  const count = things.length - (reached === undefined ? 0 : 1)
  return (
    <div className="cal-crowd">
      {reached !== undefined && <StopChip stop={reached} day={day} tall={false} />}
      <button
        type="button"
        className="cal-more"
        tabIndex={focus.day === day ? 0 : -1}
        aria-haspopup="dialog"
        aria-label={say('calendar.more-of-day', { count })}
        onClick={(event) => openCrowd({ day, keys: things.map(({ key }) => key) }, event.currentTarget)}
      >
        {reached === undefined ? say('calendar.more', { count }) : `+${sayNumber(count)}`}
      </button>
    </div>
  )
}

const standingOf = (stops: readonly Stop[], zone: string, rows: readonly HourRow[]): Standing<Stop>[] =>
  stops.map((thing) => ({
    thing,
    top: Math.min(placeIn(thing.at, zone, rows), rows.length - SHORT),
    tall: thing.kind === 'post',
  }))
