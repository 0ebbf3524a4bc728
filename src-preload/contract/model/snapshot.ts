import { z } from 'zod'
import { failure } from '../failure.ts'
import { instant } from './common.ts'

/** Why a copy of the database was made: by the day, asked for, or before something changed the whole file. */
export const snapshotWhy = z.enum(['daily', 'asked', 'migration', 'restore', 'import', 'damaged'])
export type SnapshotWhy = z.infer<typeof snapshotWhy>

/** A copy of the database, beside it in `snapshots/`. Attached files are not in it: they stay where they are. */
export const snapshot = z.object({
  /** The file's name. */
  name: z.string(),
  why: snapshotWhy,
  at: instant,
  /** In bytes. */
  size: z.int().nonnegative(),
  /** The form of the database. */
  version: z.int().nonnegative(),
  /** Null: it cannot be read. */
  counts: z
    .object({
      posts: z.int().nonnegative(),
      pending: z.int().nonnegative(),
      published: z.int().nonnegative(),
      accounts: z.int().nonnegative(),
    })
    .nullable(),
})
export type Snapshot = z.infer<typeof snapshot>

/** What became of the items that a copy held as not published, so that none of them is sent a second time. */
export const settled = z.object({
  /** Known from the file that was replaced: they are as they were there. */
  known: z.int().nonnegative(),
  /** Their channels are asked whether they stand. */
  asked: z.int().nonnegative(),
  /** Their time passed; nobody can tell, so they are missed. */
  missed: z.int().nonnegative(),
  /** Still to come, and nothing vouches that they were not sent: Posthorn is paused until the person says so. */
  doubtful: z.int().nonnegative(),
})
export type Settled = z.infer<typeof settled>

/** An export or an import, running or over. */
export const archiveJob = z.object({
  kind: z.enum(['export', 'import']),
  path: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  /** In bytes, of what is to be written or read. */
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  failure: failure.nullable(),
  /** What came of it. */
  result: z
    .object({
      posts: z.int().nonnegative(),
      media: z.int().nonnegative(),
      /** Size of the file. */
      size: z.int().nonnegative(),
      /** Passwords in the file; of an import, those that could be kept here. */
      secrets: z.int().nonnegative(),
      /** Attached files that were not there to be exported. */
      missing: z.int().nonnegative(),
      settled: settled.nullable(),
    })
    .nullable(),
})
export type ArchiveJob = z.infer<typeof archiveJob>

/** A row that cannot be read: kept in the file as it was, and in no list. */
export const unreadableRow = z.object({
  kind: z.string(),
  /** Its id, or what else it goes by. */
  key: z.string(),
  /** Why it cannot be read. */
  why: z.string(),
  at: instant,
  /** The row itself, as JSON. */
  content: z.string(),
})
export type UnreadableRow = z.infer<typeof unreadableRow>
