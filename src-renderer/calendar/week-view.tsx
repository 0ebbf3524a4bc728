import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { zoneCity } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { say } from '../words/say.ts'
import { useBoard } from './board.ts'
import { ClockChange } from './clock-change.tsx'
import { dayNumber, daysOf, type DayRange, weekdayShort } from './days.ts'
import { dayAloud } from './day-words.ts'
import type { DayPlan } from './groups.ts'
import { type HourRow, placeIn, timeIn } from './hours.ts'
import type { Night } from './night.ts'
import { NightFold } from './night-fold.tsx'
import { hourClock } from './short-clock.ts'
import { useLanes } from './use-lanes.ts'
import { WeekDay } from './week-day.tsx'
import './day.css'
import './week-view.css'

type WeekViewProps = {
  range: DayRange
  /** Those on show. */
  rows: readonly HourRow[]
  /** What can be left out of them. */
  night: Night
  awake: boolean
  onAwake: (awake: boolean) => void
  plans: ReadonlyMap<string, DayPlan>
}

/** So many rows stand above the time that a week opens at. */
const ABOVE = 2
/** So many are worth seeing below it. */
const BELOW = 4
/** As high as so many rows are what stands above the hours. */
const HEADS = 2
/** Where nothing stands in days of which none is today, they open at this hour. */
const MORNING = 8

/** Days side by side, hour by hour. */
export const WeekView = ({ range, rows, night, awake, onAwake, plans }: WeekViewProps) => {
  const { zone, second, today, focus } = useBoard()
  const days = useMemo(() => daysOf(range), [range])
  const scroller = useRef<HTMLDivElement>(null)
  const lanes = useLanes(scroller, range.from)
  const folds = [night.before, night.after].filter(({ length }) => length > 0).length

  const firstRow = (): number => {
    const places = days.flatMap((day) => (plans.get(day)?.stops ?? []).map(({ at }) => placeIn(at, zone, rows)))
    return places.length > 0 ? Math.min(...places) : rows.findIndex(({ hour }) => hour === MORNING)
  }
  const openAtTime = useEffectEvent((): void => {
    const element = scroller.current
    if (element === null) return
    const row = days.includes(today) ? placeIn(Date.now(), zone, rows) : firstRow()
    const height = (element.querySelector('.cal-hours')?.clientHeight ?? 0) / rows.length
    // What is in view below the folded night anyway stays there: the day is seen from its morning on.
    const inView = night.before.length > 0 && !awake && (row + BELOW) * height < element.clientHeight - HEADS * height
    element.scrollTop = inView ? 0 : Math.max(row - ABOVE, 0) * height
  })
  const read = days.some((day) => plans.has(day))
  // Only where it opens, as soon as it is known what stands there: afterwards it stays where the person looks.
  useEffect(() => {
    if (read) openAtTime()
  }, [read])

  /** The hours that come, come below the line that was pressed where they are the first, and above it where the last. */
  const toggle = (place: 'before' | 'after') => (): void => {
    const element = scroller.current
    if (element === null) return
    const [above, below] = [element.scrollTop, element.scrollHeight - element.scrollTop]
    flushSync(() => onAwake(!awake))
    element.scrollTop = place === 'before' ? above : element.scrollHeight - below
  }

  return (
    <div className="cal-week" ref={scroller} data-second={second !== null || undefined}>
      <div
        className="cal-week-grid"
        style={{ '--days': days.length, '--rows': rows.length, '--folds': folds } as React.CSSProperties}
      >
        <ZoneHeads />
        {days.map((day) => (
          <DayHead key={day} day={day} plan={plans.get(day)} />
        ))}
        <NightFold rows={night.before} place="before" open={awake} onToggle={toggle('before')} />
        <Hours
          rows={rows}
          day={days.includes(focus.day) ? focus.day : (days[0] ?? focus.day)}
          first={night.before.length === 0}
        />
        {days.map((day) => (
          <WeekDay key={day} day={day} plan={plans.get(day)} rows={rows} lanes={lanes} />
        ))}
        {days.includes(today) && <NowLine rows={rows} column={days.indexOf(today)} />}
        <NightFold rows={night.after} place="after" open={awake} onToggle={toggle('after')} />
      </div>
    </div>
  )
}

const ZoneHeads = () => {
  const { zone, second } = useBoard()
  return (
    <div className="cal-corner" aria-hidden="true">
      {second !== null && <span>{zoneCity(second)}</span>}
      <span>{zoneCity(zone)}</span>
    </div>
  )
}

const DayHead = ({ day, plan }: { day: string; plan: DayPlan | undefined }) => {
  const { zone, today, focus, onFocus, writeOn } = useBoard()
  const known = plan?.stops.some(({ key }) => key === focus.key) === true
  return (
    <button
      type="button"
      className="cal-day-head"
      data-day={day}
      data-today={day === today || undefined}
      data-past={day < today || undefined}
      tabIndex={focus.day === day && !known ? 0 : -1}
      aria-label={dayAloud(day, plan, { zone, today })}
      onFocus={() => onFocus({ day, key: null })}
      onDoubleClick={() => writeOn(day)}
    >
      <span>{weekdayShort(day)}</span>
      <span className="cal-number">{dayNumber(day)}</span>
      <ClockChange day={day} zone={zone} />
    </button>
  )
}

/** The hours of the clock, and those of the second zone beside them. */
const Hours = ({ rows, day, first }: { rows: readonly HourRow[]; day: string; first: boolean }) => {
  const { zone, second } = useBoard()
  return (
    <div className="cal-hours" aria-hidden="true">
      {rows.map((row, index) => {
        const at = timeIn(day, zone, row, 0) ?? Date.parse(`${day}T${String(row.hour).padStart(2, '0')}:00Z`)
        const real = timeIn(day, zone, row, 0) !== null
        // Right below the names of the days there is no room for it.
        const hidden = index === 0 && first
        return (
          <div key={`${row.hour} ${row.second}`} className="cal-hour">
            {second !== null && <span className="cal-second">{!hidden && real ? hourClock(at, second) : ''}</span>}
            <span>{hidden ? '' : hourClock(at, real ? zone : 'UTC')}</span>
          </div>
        )
      })}
    </div>
  )
}

const NowLine = ({ rows, column }: { rows: readonly HourRow[]; column: number }) => {
  const { zone } = useBoard()
  const now = useNow(60_000)
  return (
    <div
      className="cal-now"
      aria-hidden="true"
      title={say('time.now')}
      style={{ '--at': placeIn(now, zone, rows), '--column': column } as React.CSSProperties}
    />
  )
}
