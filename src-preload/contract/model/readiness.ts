import { z } from 'zod'
import { accountId, instant, itemId } from './common.ts'
import { maybeTold } from './told.ts'

/**
 * What is likely to keep a post from going out as it was meant. `account`: it cannot publish now; `expires`: its
 * credential ends before the post is due; `quota`: a limit moves it; `media`: a file is gone; `check`: its channel would
 * not take it; `together`: two of an account are due close to each other; `asleep`: this computer is rarely on then.
 */
export const readinessKind = z.enum(['account', 'expires', 'quota', 'media', 'check', 'together', 'asleep'])

export const readinessProblem = z.object({
  kind: readinessKind,
  /** `error`: it will not go out as it stands; `warning`: it may be late, or not be what was meant. */
  severity: z.enum(['error', 'warning']),
  /** The first post that it is about. */
  itemId,
  accountId,
  /** The account's name. */
  account: z.string(),
  /** How that post reads at its target, shortened. */
  text: z.string(),
  /** When that post is due. */
  at: instant,
  /** How many posts it is about in all. */
  posts: z.int().positive(),
  /** What the channel or the meter says; null where the kind says it all. */
  says: z.object({ message: z.string(), next: z.string(), told: maybeTold }).nullable(),
})
export type ReadinessProblem = z.infer<typeof readinessProblem>

/** Whether the posts of the days to come will go out. */
export const readiness = z.object({
  until: instant,
  /** Posts that were looked at: the soonest ones. */
  looked: z.int().nonnegative(),
  /** There are more than are looked at. */
  more: z.boolean(),
  problems: z.array(readinessProblem),
})
export type Readiness = z.infer<typeof readiness>
