import { calendarCommands } from './list/calendar.ts'
import { everywhereCommands } from './list/everywhere.ts'
import { goingCommands } from './list/going.ts'
import { queueCommands } from './list/queue.ts'
import { writingCommands } from './list/writing.ts'

/** Every command there is, in the order in which they are shown. */
export const COMMANDS = [
  ...everywhereCommands,
  ...goingCommands,
  ...writingCommands,
  ...queueCommands,
  ...calendarCommands,
] as const
export type CommandId = (typeof COMMANDS)[number]['id']
