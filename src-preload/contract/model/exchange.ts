import { z } from 'zod'
import { maybeTold } from './told.ts'
import { failure } from '../failure.ts'
import { accountId, id, instant, slotPlanId, zoneName } from './common.ts'

export const importId = id('imp')

/** What a column can hold. `date` and `time` together are a `when`; several columns of one field are joined. */
export const importField = z.enum([
  'text',
  'title',
  'link',
  'when',
  'date',
  'time',
  'zone',
  'accounts',
  'tags',
  'media',
  'alt',
  'state',
])
export type ImportField = z.infer<typeof importField>

/** Which number of `03/04/2026` is the day. A date that begins with the year needs no telling. */
export const dayOrder = z.enum(['day-first', 'month-first'])
export type DayOrder = z.infer<typeof dayOrder>

/** What separates the columns of a table. */
export const separator = z.enum([',', ';', '\t', '|'])

/** `posthorn`: what `exports.write` wrote as JSON; `markdown`: files with front matter, one post each. */
export const importFormat = z.enum(['table', 'json', 'posthorn', 'markdown'])

/** A file as it was recognised; it is kept in memory until Posthorn ends, or many others were read after it. */
export const importSource = z.object({
  importId,
  name: z.string(),
  format: importFormat,
  /** Whose export it looks like, by its columns. */
  maker: z.enum(['buffer', 'publer', 'hootsuite']).nullable(),
  /** As a browser names it, such as `windows-1252`; null where it was given as text. */
  encoding: z.string().nullable(),
  separator: separator.nullable(),
  /** Whether the first line names the columns. */
  header: z.boolean(),
  rows: z.int().nonnegative(),
  columns: z.array(
    z.object({
      name: z.string(),
      /** Up to three of its cells that hold something. */
      sample: z.array(z.string()),
      /** What it seems to hold; null: nothing that is known. */
      field: importField.nullable(),
    }),
  ),
  dayOrder,
  /** Whether the dates leave no doubt about it. */
  dayOrderSure: z.boolean(),
  /** The very same file was imported then. */
  before: instant.nullable(),
})
export type ImportSource = z.infer<typeof importSource>

/** How the rows are to be read, and what becomes of them. */
export const importPlan = z.object({
  /** For each column its field; null: left out. */
  mapping: z.array(importField.nullable()).max(200),
  zone: zoneName,
  dayOrder: dayOrder.default('day-first'),
  timed: z.enum(['schedule', 'draft']).default('schedule'),
  untimed: z.enum(['draft', 'slot']).default('draft'),
  /** Where the slots are taken from; left out: from the first plan. */
  planId: slotPlanId.optional(),
  /** For rows that name no account. */
  accountIds: z.array(accountId).max(100).default([]),
  /** Which account a name in the file means, where it is not the account's own. */
  names: z.record(z.string().max(200), accountId).default({}),
  /** What was changed by hand, by row (from 0) and field. */
  edits: z
    .array(z.object({ row: z.int().nonnegative(), field: importField, value: z.string().max(100_000) }))
    .max(50_000)
    .default([]),
  /** Rows left out. */
  skip: z.array(z.int().nonnegative()).max(50_000).default([]),
})
export type ImportPlan = z.infer<typeof importPlan>

/** What is wrong with a row. An `error` keeps it from being imported. */
export const importProblem = z.object({
  severity: z.enum(['error', 'warning']),
  field: importField,
  code: z.enum([
    'no-text',
    'when-unreadable',
    'when-past',
    'when-gap',
    'when-overlap',
    'time-missing',
    'zone-unknown',
    'account-unknown',
    'account-ambiguous',
    'no-account',
    'too-long',
    'channel',
    'media-address',
    'media-missing',
    'tag-too-long',
    'state-unknown',
    'maybe-sent',
    'duplicate-post',
    'duplicate-row',
  ]),
  /** In English, for where the code is not said in the person's own language. */
  message: z.string(),
  /** What the sentence speaks of. */
  about: z.record(z.string(), z.union([z.string(), z.number()])),
  /** What a channel says of it, for other languages. */
  told: maybeTold,
})
export type ImportProblem = z.infer<typeof importProblem>

/** A row as it would be. */
export const importRow = z.object({
  /** From 0. */
  row: z.int().nonnegative(),
  skipped: z.boolean(),
  /** What stands in it, by field, edits included. */
  values: z.partialRecord(importField, z.string()),
  problems: z.array(importProblem),
  /** `kept`: as it was when it was exported, such as published. */
  becomes: z.enum(['draft', 'scheduled', 'slot', 'kept']),
  at: instant.nullable(),
  zone: zoneName,
  accountIds: z.array(accountId),
})
export type ImportRow = z.infer<typeof importRow>

export const importCheck = z.object({
  rows: z.array(importRow),
  counts: z.object({
    rows: z.int(),
    skipped: z.int(),
    errors: z.int(),
    warnings: z.int(),
    drafts: z.int(),
    scheduled: z.int(),
  }),
  /** Names that no account has, and on how many rows. */
  unknown: z.array(z.object({ name: z.string(), rows: z.int().positive() })),
})
export type ImportCheck = z.infer<typeof importCheck>

/** What an import made. */
export const importRecord = z.object({
  importId,
  name: z.string(),
  at: instant,
  posts: z.int().nonnegative(),
  drafts: z.int().nonnegative(),
  scheduled: z.int().nonnegative(),
  undoneAt: instant.nullable(),
})
export type ImportRecord = z.infer<typeof importRecord>

/** An import, running or over. */
export const importJob = z.object({
  importId,
  name: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  step: z.enum(['checking', 'media', 'writing']),
  /** Rows, or files while media are fetched. */
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  failure: failure.nullable(),
  result: importRecord.nullable(),
})
export type ImportJob = z.infer<typeof importJob>
