import { calendarCommands } from './list/calendar.ts'
import { everywhereCommands } from './list/everywhere.ts'
import { exchangeCommands } from './list/exchange.ts'
import { goingCommands } from './list/going.ts'
import { marksCommands } from './list/marks.ts'
import { queueCommands } from './list/queue.ts'
import { reviewCommands } from './list/review.ts'
import { writingCommands } from './list/writing.ts'

/** Every command there is, in the order in which they are shown. */
export const COMMANDS = [
  ...everywhereCommands,
  ...goingCommands,
  ...writingCommands,
  ...marksCommands,
  ...queueCommands,
  ...reviewCommands,
  ...calendarCommands,
  ...exchangeCommands,
] as const
export type CommandId = (typeof COMMANDS)[number]['id']
