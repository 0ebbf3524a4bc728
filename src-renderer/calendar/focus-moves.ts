import type { Focus } from './board.ts'
import { weekStart } from '../time/week-days.ts'
import { type CalendarView, daysBetween, shiftDay } from './days.ts'
import type { DayPlan, Stop } from './groups.ts'

type Around = { readonly view: CalendarView; readonly plans: ReadonlyMap<string, DayPlan> }

/** Where an arrow, Home, End, Enter or Escape leads from a place; null: the key means nothing there. */
export const focusAfter = (key: string, focus: Focus, { view, plans }: Around): Focus | null => {
  const stops = plans.get(focus.day)?.stops ?? []
  const index = stops.findIndex((stop) => stop.key === focus.key)
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return view === 'agenda' ? null : beside(focus, key === 'ArrowLeft' ? -1 : 1, stops[index], plans)
    case 'ArrowUp':
    case 'ArrowDown': {
      const by = key === 'ArrowUp' ? -1 : 1
      if (view === 'agenda') return alongAgenda(focus, by, index, plans)
      if (index === -1 && view === 'month') return { day: shiftDay(focus.day, 7 * by), key: null }
      return within(focus, index + by, stops)
    }
    case 'Home':
      return { day: weekStart(focus.day), key: null }
    case 'End':
      return { day: shiftDay(weekStart(focus.day), 6), key: null }
    case 'Enter':
      return index === -1 && stops[0] !== undefined ? { day: focus.day, key: stops[0].key } : null
    case 'Escape':
      return index === -1 ? null : { day: focus.day, key: null }
    default:
      return null
  }
}

/** The stop of a day by number; before the first comes the day itself. */
const within = (focus: Focus, index: number, stops: readonly Stop[]): Focus => ({
  day: focus.day,
  key: index < 0 ? null : (stops[Math.min(index, stops.length - 1)]?.key ?? null),
})

/** The neighbouring day; from a post to the one that is nearest to it by the clock. */
const beside = (focus: Focus, by: 1 | -1, from: Stop | undefined, plans: ReadonlyMap<string, DayPlan>): Focus => {
  const day = shiftDay(focus.day, by)
  if (from === undefined) return { day, key: null }
  const wanted = from.at + by * 86_400_000
  const [nearest] = (plans.get(day)?.stops ?? []).toSorted((a, b) => Math.abs(a.at - wanted) - Math.abs(b.at - wanted))
  return { day, key: nearest?.key ?? null }
}

/** Through the days of the list, their names included; those that are folded are passed over. */
const alongAgenda = (focus: Focus, by: 1 | -1, index: number, plans: ReadonlyMap<string, DayPlan>): Focus => {
  const stops = plans.get(focus.day)?.stops ?? []
  const next = index + by
  if (next >= -1 && next < stops.length) return within(focus, next, stops)
  const days = [...plans.values()]
    .filter((plan) => plan.stops.length > 0 && daysBetween(focus.day, plan.day) * by > 0)
    .toSorted((a, b) => daysBetween(b.day, a.day) * by)
  const [plan] = days
  if (plan === undefined) return focus
  return { day: plan.day, key: by === 1 ? null : (plan.stops.at(-1)?.key ?? null) }
}
