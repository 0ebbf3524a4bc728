import { useCommand } from '../commands/use-command.ts'
import type { Arrow } from './board.ts'
import type { CalendarView } from './days.ts'

/** By how much the arrows move a post: days, or minutes. */
export type Nudge = { readonly days: number } | { readonly minutes: number }

type CalendarDeeds = {
  today: () => void
  step: (by: 1 | -1) => void
  view: (view: CalendarView) => void
  write: () => void
  move: () => void
  nudge: (arrow: Arrow) => void
}

/** Binds what can be asked for in the calendar. */
export const useCalendarCommands = ({ today, step, view, write, move, nudge }: CalendarDeeds): void => {
  useCommand('calendar.today', today)
  useCommand('calendar.previous', () => step(-1))
  useCommand('calendar.next', () => step(1))
  useCommand('calendar.month', () => view('month'))
  useCommand('calendar.week', () => view('week'))
  useCommand('calendar.agenda', () => view('agenda'))
  useCommand('calendar.new', write)
  useCommand('calendar.move', move)
  useCommand('calendar.nudge-left', () => nudge('left'))
  useCommand('calendar.nudge-right', () => nudge('right'))
  useCommand('calendar.nudge-up', () => nudge('up'))
  useCommand('calendar.nudge-down', () => nudge('down'))
}

/** What an arrow does to a post: a day aside; up and down a week, or a quarter of an hour where hours are on show. */
export const nudgeOf = (key: Arrow, view: CalendarView): Nudge => {
  const by = key === 'left' || key === 'up' ? -1 : 1
  if (key === 'left' || key === 'right' || view === 'agenda') return { days: by }
  return view === 'month' ? { days: 7 * by } : { minutes: 15 * by }
}
