import { common } from './en/common.ts'
import { frame } from './en/frame.ts'
import { composer } from './en/composer.ts'
import { queue } from './en/queue.ts'
import { review } from './en/review.ts'
import { drafts } from './en/drafts.ts'
import { calendar } from './en/calendar.ts'
import { today } from './en/today.ts'
import { slots } from './en/slots.ts'
import { accounts } from './en/accounts.ts'
import { channels } from './en/channels.ts'
import { limits } from './en/limits.ts'
import { settings } from './en/settings.ts'
import { programs } from './en/programs.ts'
import { webhooks } from './en/webhooks.ts'
import { exchange } from './en/exchange.ts'
import { activity } from './en/activity.ts'
import { health } from './en/health.ts'
import { commands } from './en/commands.ts'
import { time } from './en/time.ts'
import { failures } from './en/failures.ts'

/** Every text of the interface in English, room by room. */
export const EN = {
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
} as const

/** The name of a text: room and thing, such as `queue.empty`. */
export type WordKey = keyof typeof EN
