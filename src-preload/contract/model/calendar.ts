import { z } from 'zod'
import { instant, mediaId, slotPlanId, zoneName } from './common.ts'
import { item } from './item.ts'

/** A day of the calendar without a zone, `2026-12-01`. */
export const calendarDay = z.iso.date('Use a day such as 2026-12-01.')

/** Most days that are read at once: six weeks of a month, with room for views that are wider. */
export const MOST_DAYS = 62

/** An item as a calendar shows it: when, for whom, how it stands, and how its text begins. */
export const calendarEntry = item
  .pick({
    id: true,
    postId: true,
    accountId: true,
    channel: true,
    state: true,
    external: true,
    schedule: true,
    waiting: true,
    slot: true,
    held: true,
    unpublishedAt: true,
  })
  .extend({
    /** Where it stands in the calendar: when it was published, else when it is planned for, else when it changed last. */
    at: instant,
    /** The beginning of its text, in one line. */
    text: z.string(),
    /** How many files it has. */
    media: z.int().nonnegative(),
    /** The first of them; null: it has none. */
    picture: mediaId.nullable(),
  })
export type CalendarEntry = z.infer<typeof calendarEntry>

/** One day as it passes in the zone: 23, 24 or 25 hours from `startsAt`, inclusive, to `endsAt`, exclusive. */
export const calendarDayRead = z.object({
  day: calendarDay,
  startsAt: instant,
  endsAt: instant,
  /** How many items stand in it; of more than 10,000 it is said that there are so many. */
  total: z.int().nonnegative(),
  /** The first of them, by time. */
  entries: z.array(calendarEntry),
})

/** A slot that nobody holds. */
export const freeSlot = z.object({ planId: slotPlanId, plan: z.string(), zone: zoneName, at: instant })
export type FreeSlot = z.infer<typeof freeSlot>

/** The days asked for, and the slots in them that are still to come and free: of very many the first 1,000. */
export const calendarRead = z.object({ days: z.array(calendarDayRead), slots: z.array(freeSlot) })
export type CalendarRead = z.infer<typeof calendarRead>
