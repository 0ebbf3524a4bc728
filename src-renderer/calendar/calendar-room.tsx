import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { timeTyped } from '../composer/draft/own-times.ts'
import { useTimedDeed } from '../commands/timed-deed.ts'
import { useDesk } from '../shell/desk-context.ts'
import { useIsWide } from '../shell/use-is-wide.ts'
import { useTitle } from '../shell/use-title.ts'
import { dayKey } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { tabId } from '../ui/tab-list.tsx'
import { say } from '../words/say.ts'
import { AgendaView } from './agenda-view.tsx'
import { type Arrow, BoardContext, type Focus } from './board.ts'
import { nudgeOf, useCalendarCommands } from './calendar-commands.ts'
import { CalendarChips, CalendarHead } from './calendar-head.tsx'
import { CalendarNote } from './calendar-note.tsx'
import { CalendarStates } from './calendar-states.tsx'
import { CrowdPopover } from './crowd-popover.tsx'
import { type CalendarView, rangeInWords, rangeOf, stepDay } from './days.ts'
import { createDrag } from './drag.ts'
import { DragLayer } from './drag-layer.tsx'
import { focusAfter } from './focus-moves.ts'
import { type Crowd, type EntryGroup, planDays, stopsOf } from './groups.ts'
import { MonthView } from './month-view.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { PostPopover } from './post-popover.tsx'
import { useArrowsIn } from './use-arrows-in.ts'
import { useFocusKept } from './use-focus-kept.ts'
import { useHours } from './use-hours.ts'
import { useShifts } from './use-shifts.ts'
import { useWriteAt } from './use-write-at.ts'
import { WeekView } from './week-view.tsx'
import './calendar.css'

/** In less room than this, in rem, a week has three days and a month only numbers. */
const WIDE_ENOUGH = 37.5
/** So many items of a day are read for each view. */
const READ: Readonly<Record<CalendarView, number>> = { month: 30, week: 200, agenda: 100 }

type CalendarRoomProps = { day: string | null; view: CalendarView | null }

/** What stands when: by month, by week, day after day. */
export const CalendarRoom = ({ day: asked, view: askedView }: CalendarRoomProps) => {
  const { calendar, route, habits, settings } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const secondZone = useStore(settings.state, (s) => s.secondZone)
  const second = secondZone === zone ? null : secondZone
  const { read, moved } = useStore(calendar.state)
  const today = dayKey(useNow(60_000), zone)
  const [place, wide] = useIsWide<HTMLDivElement>(WIDE_ENOUGH)
  const [key, setKey] = useState<string | null>(null)
  const [opened, setOpened] = useState<{ group: EntryGroup; element: HTMLElement } | null>(null)
  const [crowd, setCrowd] = useState<(Crowd & { element: HTMLElement }) | null>(null)
  const [moving, setMoving] = useState<EntryGroup | null>(null)
  const panelId = useId()
  const view = askedView ?? habits.calendarView()
  const day = asked ?? today
  const focus = useMemo(() => ({ day, key }), [day, key])
  const range = useMemo(() => rangeOf(view, day, { today, narrow: !wide }), [view, day, today, wide])
  const title = rangeInWords(view, day, range)
  useTitle(`${title} – ${say('calendar.title')}`)

  const { from, count } = range
  useEffect(() => calendar.look({ from, count, zone, limit: READ[view] }), [calendar, from, count, zone, view])
  useEffect(() => calendar.leave, [calendar])

  const plans = useMemo(
    () => new Map(read === null ? [] : planDays(read, moved, zone).map((plan) => [plan.day, plan])),
    [read, moved, zone],
  )
  const grid = useRef<HTMLDivElement>(null)
  const wants = useFocusKept(grid, focus, plans)
  useArrowsIn(grid)

  const go = useCallback(
    (to: Focus, byKeys = false) => {
      setKey(to.key)
      if (byKeys) wants()
      const { route: here } = route.state.getState()
      if (here.room === 'calendar' && here.day !== to.day) route.replace({ ...here, day: to.day })
    },
    [route, wants],
  )
  const look = (to: CalendarView, at = day): void => {
    habits.rememberCalendarView(to)
    route.go({ room: 'calendar', day: at, view: to })
  }
  const { note, refuse, shift, shiftTo, shiftByDrop } = useShifts(zone, go)
  const { write, writeOn } = useWriteAt({ zone, today, plans, refuse })
  const hours = useHours(view === 'week' ? range : null, { plans, zone, today })
  const { rows } = hours
  const [dragging] = useState(createDrag)
  useEffect(() => dragging.serve({ zone, rows, onLift: () => setCrowd(null), onDrop: shiftByDrop }))
  const gathered = crowd === null ? [] : stopsOf(crowd, plans)

  const pointed = plans.get(day)?.stops.find((one) => one.key === key)
  const focused = (): EntryGroup | null => {
    if (pointed?.kind === 'post') return pointed
    refuse('calendar.pick-first', null)
    return null
  }
  const board = useMemo(
    () => ({
      zone,
      second,
      today,
      focus,
      onFocus: go,
      open: (group: EntryGroup, element: HTMLElement) => setOpened({ group, element }),
      write,
      writeOn,
      openCrowd: (one: Crowd, element: HTMLElement) => setCrowd({ ...one, element }),
      openDay: (at: string) => {
        setCrowd(null)
        setKey(null)
        wants()
        route.go({ room: 'calendar', day: at, view: 'agenda' })
      },
      startDrag: dragging.start,
    }),
    [zone, second, today, focus, go, write, writeOn, wants, route, dragging],
  )

  useCalendarCommands({
    today: () => go({ day: today, key: null }, true),
    step: (by) => go({ day: stepDay(view, day, by, !wide), key: null }, true),
    view: look,
    write: () => writeOn(day),
    move: () => setMoving(focused()),
    nudge: (arrow) => {
      const group = focused()
      if (group !== null) shift(group, nudgeOf(arrow, view))
    },
  })

  useTimedDeed(() => {
    if (pointed?.kind !== 'post') return null
    const [{ schedule, text }] = pointed.entries
    return {
      group: 'calendar',
      says: 'commands.move-to',
      about: text,
      from: schedule === null ? null : timeTyped(schedule),
      run: (time) => shiftTo(pointed, time),
    }
  })

  /** Out of the list it stands by itself, and the focus goes with it. */
  const nudgeOut = (group: EntryGroup, arrow: Arrow): void => {
    setCrowd(null)
    go({ day: dayKey(group.at, zone), key: group.key }, true)
    shift(group, nudgeOf(arrow, view))
  }

  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || opened !== null) return
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-day], [data-stop]')) return
    const mirrored = getComputedStyle(event.currentTarget).direction === 'rtl'
    const to = focusAfter(mirrored ? (MIRRORED[event.key] ?? event.key) : event.key, focus, { view, plans })
    if (to === null) return
    event.preventDefault()
    go(to, true)
  }

  const card = opened !== null && (
    <PostPopover
      group={opened.group}
      element={opened.element}
      onMove={() => {
        setOpened(null)
        setCrowd(null)
        setMoving(opened.group)
      }}
      onClose={() => setOpened(null)}
    />
  )

  return (
    <BoardContext value={board}>
      <div className="calendar" ref={place} data-narrow={!wide || undefined}>
        <CalendarHead
          title={title}
          view={view}
          zone={zone}
          second={second}
          at={Date.parse(`${day}T12:00:00Z`)}
          panelId={panelId}
          onView={look}
          onStep={(by) => go({ day: stepDay(view, day, by, !wide), key: null })}
          onToday={() => go({ day: today, key: null })}
        />
        <CalendarChips />
        <CalendarStates plans={plans} range={range} onWrite={() => writeOn(day < today ? today : day)} />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it hears the arrows for all that is in it */}
        <div
          className="cal-scroll"
          id={panelId}
          role="tabpanel"
          aria-labelledby={tabId(panelId, view)}
          aria-busy={read === null}
          ref={grid}
          onKeyDown={onKey}
        >
          <p className="unseen">{say('calendar.keys')}</p>
          {view === 'month' && <MonthView range={range} day={day} plans={plans} dots={!wide} />}
          {view === 'week' && <WeekView range={range} plans={plans} {...hours} />}
          {view === 'agenda' && <AgendaView range={range} plans={plans} />}
        </div>
        <CalendarNote note={note} />
        <DragLayer dragging={dragging} />
      </div>
      {crowd === null || gathered.length === 0 ? (
        card
      ) : (
        <CrowdPopover
          key={crowd.day}
          day={crowd.day}
          stops={gathered}
          element={crowd.element}
          onNudge={nudgeOut}
          onMove={(group) => {
            setCrowd(null)
            setMoving(group)
          }}
          onClose={() => setCrowd(null)}
        >
          {card}
        </CrowdPopover>
      )}
      {moving !== null && (
        <MoveDialog
          group={moving}
          zone={zone}
          onMoved={(at) => {
            setMoving(null)
            if (at !== null) go({ day: dayKey(at, zone), key: moving.key }, true)
          }}
          onClose={() => setMoving(null)}
        />
      )}
    </BoardContext>
  )
}

/** Where lines run from right to left the arrows do as well. */
const MIRRORED: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }
