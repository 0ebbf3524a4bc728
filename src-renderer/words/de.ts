import { common } from './de/common.ts'
import { frame } from './de/frame.ts'
import { composer } from './de/composer.ts'
import { queue } from './de/queue.ts'
import { review } from './de/review.ts'
import { drafts } from './de/drafts.ts'
import { calendar } from './de/calendar.ts'
import { today } from './de/today.ts'
import { slots } from './de/slots.ts'
import { accounts } from './de/accounts.ts'
import { channels } from './de/channels.ts'
import { limits } from './de/limits.ts'
import { settings } from './de/settings.ts'
import { programs } from './de/programs.ts'
import { webhooks } from './de/webhooks.ts'
import { exchange } from './de/exchange.ts'
import { activity } from './de/activity.ts'
import { health } from './de/health.ts'
import { commands } from './de/commands.ts'
import { time } from './de/time.ts'
import { failures } from './de/failures.ts'
import type { WordKey } from './en.ts'

/** Every text of the interface in German, room by room. */
export const DE: Record<WordKey, string> = {
  ...common,
  ...frame,
  ...composer,
  ...queue,
  ...review,
  ...drafts,
  ...calendar,
  ...today,
  ...slots,
  ...accounts,
  ...channels,
  ...limits,
  ...settings,
  ...programs,
  ...webhooks,
  ...exchange,
  ...activity,
  ...health,
  ...commands,
  ...time,
  ...failures,
}
