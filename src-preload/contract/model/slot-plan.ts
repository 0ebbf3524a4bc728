import { z } from 'zod'
import { instant, postId, slotPlanId, zoneName } from './common.ts'

/** A weekly time: ISO day of the week (1 Monday to 7 Sunday) and `HH:MM` in the plan's zone. */
export const slotTime = z.object({
  day: z.int().min(1).max(7),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Use a time such as 09:30.'),
})
export type SlotTime = z.infer<typeof slotTime>

/** The weekly times at which a person publishes; a post takes the next free one. */
export const slotPlan = z.object({
  id: slotPlanId,
  /** Unique without regard to case. */
  name: z.string().trim().min(1, 'Give the plan a name.').max(100),
  zone: zoneName,
  /** In order of the week, none twice. */
  times: z.array(slotTime).max(500),
  createdAt: instant,
})
export type SlotPlan = z.infer<typeof slotPlan>

/** One slot that is to come: who holds it, or null when it is free. */
export const slotPreview = z.object({
  at: instant,
  wall: z.string(),
  post: z.object({ id: postId, text: z.string() }).nullable(),
})
