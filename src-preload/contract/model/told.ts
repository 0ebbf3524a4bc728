import { z } from 'zod'
import { app } from '../reasons/app.ts'
import { boot } from '../reasons/boot.ts'
import { channels } from '../reasons/channels.ts'
import { rules } from '../reasons/rules.ts'

/**
 * Every reason that Posthorn has sentences for, and what they speak of. A value whose name ends in `At` is an instant, in
 * `Size` bytes, in `Span` seconds; `unit` and `never` are a channel's own words. A reason is stable, as a failure's code is.
 */
export const REASONS = { ...app, ...boot, ...channels, ...rules } as const

export type Reason = keyof typeof REASONS
/** Those that a page may have to say, and those that are told before there is one. */
export type BootReason = keyof typeof boot
export type PageReason = Exclude<Reason, BootReason>
export type AboutOf<R extends Reason> = Record<(typeof REASONS)[R][number], string | number>

/** The names of all reasons, as the schema wants them: one at least. */
const names = Object.keys(REASONS) as [Reason, ...Reason[]]

/** What a sentence in English says, so that it can be said in another language. */
export const told = z.object({
  reason: z.enum(names),
  about: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Whom it is about, where that is said in front of it. */
  of: z.string().optional(),
  /** The field it is about, as a form or a method names it, where that is said in front of it. */
  field: z.string().optional(),
  /** The row of an import it is about, from 1, where that is said in front of it. */
  row: z.int().positive().optional(),
})
export type Told = z.infer<typeof told>

/** Beside a sentence; left out where it has no words but the English ones. Kept ones of another version may be unknown. */
export const maybeTold = told.optional().catch(undefined)
