import { z } from 'zod'
import { accountId, instant, itemId, postId } from './common.ts'
import { attempt, itemState } from './item.ts'

/** One attempt to send, with what it was an attempt at and what became of that. */
export const activity = attempt.extend({
  itemId,
  postId,
  accountId,
  /** The account's name. */
  account: z.string(),
  /** Key of the account's channel. */
  channel: z.string(),
  /** How the item reads at its target, shortened. */
  text: z.string(),
  /** The item's state now. */
  state: itemState,
  /** When Posthorn looks at the item next; null when nothing will happen by itself. */
  nextAt: instant.nullable(),
})
export type Activity = z.infer<typeof activity>
