import { z } from 'zod'
import { failure } from '../failure.ts'
import { instant, itemId } from './common.ts'
import { itemState } from './item.ts'

/** The scheduler's pulse and what stands in the queue. */
export const status = z.object({
  version: z.string(),
  /** The data folder. */
  home: z.string(),
  /** Who runs the scheduler here: the desktop app, the headless server, or one CLI command. */
  owner: z.enum(['desktop', 'serve', 'cli']),
  keychain: z.enum(['system', 'key-file', 'until-quit', 'none']),
  /** When the scheduler last looked; null before its first look. */
  lastLookAt: instant.nullable(),
  /** When nobody looked last for longer than there is between two looks: the machine slept; null: not in this run. */
  asleep: z.object({ from: instant, until: instant }).nullable(),
  paused: z.boolean(),
  next: z.object({ itemId, at: instant, text: z.string(), account: z.string() }).nullable(),
  /** Items that cannot be read from the file: kept there and in no list; the log says why. */
  unreadable: z.int().nonnegative(),
  /** Where programs reach the HTTP API; null where they cannot, with the reason when it is switched on. */
  http: z.object({ url: z.string().nullable(), failure: failure.nullable() }),
  counts: z.record(itemState, z.int().nonnegative()),
})
export type Status = z.infer<typeof status>
