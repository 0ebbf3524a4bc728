import { Plus } from 'lucide-react'
import { useMemo } from 'react'
import { formatDay } from '../time/format-time.ts'
import { IconButton } from '../ui/button.tsx'
import { RouteLink } from '../shell/route-link.tsx'
import { say } from '../words/say.ts'
import { WIDE } from '../filter/narrowing.ts'
import { useBoard } from './board.ts'
import { ClockChange } from './clock-change.tsx'
import { dayInWords, daysOf, type DayRange } from './days.ts'
import { dayAloud } from './day-words.ts'
import type { DayPlan } from './groups.ts'
import { PostChip } from './post-chip.tsx'
import { SlotChip } from './slot-chip.tsx'
import './agenda-list.css'
import './agenda-view.css'

/** A day with something to show, or a stretch of days without. */
type AgendaLine = { kind: 'day'; day: string } | { kind: 'empty'; from: string; to: string }

type AgendaViewProps = { range: DayRange; plans: ReadonlyMap<string, DayPlan> }

/** Day after day as a list; days without anything are folded together. */
export const AgendaView = ({ range, plans }: AgendaViewProps) => {
  const { today, focus } = useBoard()
  const lines = useMemo(
    () =>
      foldDays(daysOf(range), (day) => (plans.get(day)?.stops.length ?? 0) > 0 || day === today || day === focus.day),
    [range, plans, today, focus.day],
  )
  return (
    <div className="cal-agenda">
      {lines.map((line) =>
        line.kind === 'day' ? (
          <AgendaDay key={line.day} day={line.day} plan={plans.get(line.day)} />
        ) : (
          <p key={line.from} className="cal-folded">
            {line.from === line.to
              ? say('calendar.empty-day', { day: dayInWords(line.from) })
              : say('calendar.empty-days', { from: dayInWords(line.from), to: dayInWords(line.to) })}
          </p>
        ),
      )}
    </div>
  )
}

const AgendaDay = ({ day, plan }: { day: string; plan: DayPlan | undefined }) => {
  const { zone, today, focus, onFocus, writeOn } = useBoard()
  const stops = plan?.stops ?? []
  const reached = focus.day === day && !stops.some(({ key }) => key === focus.key)
  return (
    <section
      className="cal-agenda-day"
      aria-label={dayAloud(day, plan, { zone, today })}
      data-today={day === today || undefined}
      data-past={day < today || undefined}
      data-drop-day={day}
    >
      <header className="cal-agenda-head">
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- the arrows stop at it */}
        <h2 data-day={day} tabIndex={reached ? 0 : -1} onFocus={() => onFocus({ day, key: null })}>
          {formatDay(Date.parse(`${day}T12:00:00Z`), 'UTC', Date.parse(`${today}T12:00:00Z`))}
        </h2>
        <ClockChange day={day} zone={zone} />
        {day >= today && (
          <IconButton
            label={say('calendar.write-on', { day: dayInWords(day) })}
            icon={<Plus size="1rem" />}
            size="small"
            onPress={() => writeOn(day)}
          />
        )}
      </header>
      {stops.length === 0 && <p className="faint">{say('calendar.nothing')}</p>}
      <ul className="cal-agenda-list">
        {stops.map((stop) => (
          <li key={stop.key}>
            {stop.kind === 'post' ? (
              <PostChip group={stop} day={day} look="row" reached={focus.day === day && focus.key === stop.key} />
            ) : (
              <SlotChip stop={stop} day={day} reached={focus.day === day && focus.key === stop.key} long />
            )}
          </li>
        ))}
      </ul>
      {(plan?.more ?? 0) > 0 && (
        <RouteLink
          to={{ room: 'queue', itemId: null, filter: { ...WIDE, from: day, to: day, tab: 'all', states: [] } }}
        >
          {say('calendar.more-in-queue', { count: plan?.more ?? 0 })}
        </RouteLink>
      )}
    </section>
  )
}

/** Runs of days of which none is shown become one line. */
const foldDays = (days: readonly string[], isShown: (day: string) => boolean): AgendaLine[] => {
  const lines: AgendaLine[] = []
  for (const day of days) {
    const last = lines.at(-1)
    if (isShown(day)) lines.push({ kind: 'day', day })
    else if (last?.kind === 'empty') lines[lines.length - 1] = { ...last, to: day }
    else lines.push({ kind: 'empty', from: day, to: day })
  }
  return lines
}
