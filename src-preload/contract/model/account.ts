import { z } from 'zod'
import { accountId, instant } from './common.ts'
import { failure } from '../failure.ts'

/**
 * Whether the account can publish: `valid`; `expiring` soon; `signed-out`: the channel refuses its credential;
 * `disconnected`: the person took it off, what it published stays known.
 */
export const connection = z.enum(['valid', 'expiring', 'signed-out', 'disconnected'])
export type Connection = z.infer<typeof connection>

/** A connected identity on a channel: a profile, a page, a folder. */
export const account = z.object({
  id: accountId,
  channel: z.string(),
  /** The person's own name for it; unique without regard to case. */
  name: z.string().min(1).max(100),
  /** The channel's settings without secrets, as its schema says. */
  settings: z.record(z.string(), z.unknown()),
  /** What the channel calls the identity: a handle, a path. */
  identity: z.string(),
  connection,
  /** Why it cannot publish, when it cannot. */
  failure: failure.nullable(),
  checkedAt: instant.nullable(),
  createdAt: instant,
})
export type Account = z.infer<typeof account>
