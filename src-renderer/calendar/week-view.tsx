import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { zoneCity } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { say } from '../words/say.ts'
import { useBoard } from './board.ts'
import { ClockChange } from './clock-change.tsx'
import { dayNumber, daysOf, type DayRange, weekdayShort } from './days.ts'
import { dayAloud } from './day-words.ts'
import type { DayPlan } from './groups.ts'
import { type HourRow, placeIn, timeIn } from './hours.ts'
import { hourClock } from './short-clock.ts'
import { useLanes } from './use-lanes.ts'
import { WeekDay } from './week-day.tsx'

type WeekViewProps = { range: DayRange; rows: readonly HourRow[]; plans: ReadonlyMap<string, DayPlan> }

/** So many rows stand above the time that a week opens at. */
const ABOVE = 2
/** Where no day on show is today, it opens at this hour. */
const MORNING = 7

/** Days side by side, hour by hour. */
export const WeekView = ({ range, rows, plans }: WeekViewProps) => {
  const { zone, second, today, focus } = useBoard()
  const days = useMemo(() => daysOf(range), [range])
  const scroller = useRef<HTMLDivElement>(null)
  const lanes = useLanes(scroller, range.from)

  const openAtTime = useEffectEvent((): void => {
    const element = scroller.current
    if (element === null) return
    const row = days.includes(today) ? Math.max(placeIn(Date.now(), zone, rows) - ABOVE, 0) : MORNING
    const hours = element.querySelector('.cal-hours')
    element.scrollTop = (row / rows.length) * (hours?.clientHeight ?? 0)
  })
  // Only where it opens: afterwards it stays where the person looks.
  useEffect(() => openAtTime(), [])

  return (
    <div className="cal-week" ref={scroller} data-second={second !== null || undefined}>
      <div className="cal-week-grid" style={{ '--days': days.length, '--rows': rows.length } as React.CSSProperties}>
        <ZoneHeads />
        {days.map((day) => (
          <DayHead key={day} day={day} plan={plans.get(day)} />
        ))}
        <Hours rows={rows} day={days.includes(focus.day) ? focus.day : (days[0] ?? focus.day)} />
        {days.map((day) => (
          <WeekDay key={day} day={day} plan={plans.get(day)} rows={rows} lanes={lanes} />
        ))}
        {days.includes(today) && <NowLine rows={rows} column={days.indexOf(today)} />}
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
const Hours = ({ rows, day }: { rows: readonly HourRow[]; day: string }) => {
  const { zone, second } = useBoard()
  return (
    <div className="cal-hours" aria-hidden="true">
      {rows.map((row, index) => {
        const at = timeIn(day, zone, row, 0) ?? Date.parse(`${day}T${String(row.hour).padStart(2, '0')}:00Z`)
        const real = timeIn(day, zone, row, 0) !== null
        return (
          <div key={`${row.hour} ${row.second}`} className="cal-hour">
            {second !== null && <span className="cal-second">{index > 0 && real ? hourClock(at, second) : ''}</span>}
            <span>{index === 0 ? '' : real ? hourClock(at, zone) : hourClock(at, 'UTC')}</span>
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
