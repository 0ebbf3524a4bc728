import type { Command } from '../command.ts'

export const calendarCommands = [
  { id: 'calendar.today', group: 'calendar', name: 'commands.calendar-today', keys: 't' },
  { id: 'calendar.previous', group: 'calendar', name: 'commands.calendar-previous', keys: '[ | PageUp' },
  { id: 'calendar.next', group: 'calendar', name: 'commands.calendar-next', keys: '] | PageDown' },
  { id: 'calendar.month', group: 'calendar', name: 'commands.calendar-month', keys: '1' },
  { id: 'calendar.week', group: 'calendar', name: 'commands.calendar-week', keys: '2' },
  { id: 'calendar.agenda', group: 'calendar', name: 'commands.calendar-agenda', keys: '3' },
  { id: 'calendar.new', group: 'calendar', name: 'commands.calendar-new', keys: 'n' },
  { id: 'calendar.move', group: 'calendar', name: 'commands.calendar-move', keys: 'm' },
  { id: 'calendar.nudge-left', group: 'calendar', name: 'commands.calendar-nudge-left', keys: 'Alt+ArrowLeft' },
  { id: 'calendar.nudge-right', group: 'calendar', name: 'commands.calendar-nudge-right', keys: 'Alt+ArrowRight' },
  { id: 'calendar.nudge-up', group: 'calendar', name: 'commands.calendar-nudge-up', keys: 'Alt+ArrowUp' },
  { id: 'calendar.nudge-down', group: 'calendar', name: 'commands.calendar-nudge-down', keys: 'Alt+ArrowDown' },
] as const satisfies readonly Command[]
