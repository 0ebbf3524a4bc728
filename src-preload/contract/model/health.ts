import { z } from 'zod'
import { failure } from '../failure.ts'
import { accountId, instant } from './common.ts'
import { status } from './status.ts'

const bytes = z.int().nonnegative()

/** Whether what Posthorn stands on works: the scheduler, the file, the disk, the network. Accounts: `accounts.health`. */
export const health = z.object({
  ...status.pick({
    version: true,
    home: true,
    owner: true,
    keychain: true,
    asleep: true,
    paused: true,
    unreadable: true,
    http: true,
  }).shape,
  scheduler: z.object({
    lastLookAt: instant.nullable(),
    /** It has not looked for so long that something is wrong: less than two looks are missing at most. */
    late: z.boolean(),
    /** Items on their way right now. */
    sending: z.int().nonnegative(),
    /** Since when this process runs. */
    since: instant,
  }),
  file: z.object({
    /** Bytes of the database with its journal. */
    size: bytes,
    /** Bytes of media that were taken in. */
    media: bytes,
    /** Bytes of all snapshots. */
    snapshots: bytes,
    /** Free bytes on the disk of the data folder; null where the system does not say. */
    free: bytes.nullable(),
    /** When the newest copy was made and read through without a fault. */
    copiedAt: instant.nullable(),
    /** Why the last copy that was due could not be made. */
    failure: failure.nullable(),
  }),
  /** Whether the computer has a network at all. */
  online: z.boolean(),
  /** Servers that are left alone for a while since they could not be reached. */
  resting: z.array(z.object({ host: z.string(), until: instant, accountIds: z.array(accountId) })),
  /** Bytes of memory that the process holds. */
  memory: bytes,
})
export type Health = z.infer<typeof health>

/** What a person may send to somebody who helps: no text of a post, no name of an account, no password stands in it. */
export const diagnostics = z.object({ name: z.string(), text: z.string() })
