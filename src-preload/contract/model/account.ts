import { z } from 'zod'
import { accountId, instant } from './common.ts'
import { failure } from '../failure.ts'
import { maybeTold } from './told.ts'

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
  /** Names the picture that `accounts.picture` gives: another picture has another name. Null: there is none. */
  picture: z.string().nullable(),
  connection,
  /** Ids by which programs that speak other dialects know it; each belongs to one account. */
  aliases: z.array(z.string().trim().min(1).max(200)).max(20),
  /** The page or board it publishes to where it has several; null: the channel's own choice. */
  destination: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** What the person pays for one post there, in credits. */
  creditsPerPost: z.int().nonnegative().max(1_000_000),
  /** When its credential ends; null when it does not, or the channel does not tell. */
  expiresAt: instant.nullable(),
  /** When Posthorn renews it; null: it needs no renewing, or cannot be. */
  renewAt: instant.nullable(),
  /** What it must be allowed to do there, as the last live check found it; empty where networks do not tell. */
  permissions: z.array(z.object({ name: z.string(), why: z.string(), granted: z.boolean() })),
  /** Why it cannot publish, when it cannot. */
  failure: failure.nullable(),
  checkedAt: instant.nullable(),
  createdAt: instant,
})
export type Account = z.infer<typeof account>

/** How an account, or a channel without one, stands, and what to do about it. */
export const accountHealth = z.object({
  channel: z.string(),
  accountId: accountId.nullable(),
  /** `never`: nothing was ever connected on this channel. */
  connection: z.enum([...connection.options, 'never']),
  checkedAt: instant.nullable(),
  /** When a post of this account was last published, here or on the channel itself. */
  lastPublishedAt: instant.nullable(),
  /** Items that wait for it. */
  held: z.int().nonnegative(),
  recommendations: z.array(
    z.object({
      severity: z.enum(['error', 'warning', 'note']),
      message: z.string(),
      next: z.string(),
      told: maybeTold,
    }),
  ),
})
export type AccountHealth = z.infer<typeof accountHealth>
