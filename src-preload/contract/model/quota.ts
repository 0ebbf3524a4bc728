import { z } from 'zod'
import { accountId, instant, meterId, zoneName } from './common.ts'
import { maybeTold } from './told.ts'

/** Something metered. Publishing at once takes the one, scheduling the other: each is its own meter. */
export const feature = z.enum(['PUBLISH_POST', 'SCHEDULE_POST', 'AI_TOOLS'])
export type Feature = z.infer<typeof feature>

export const period = z.enum(['DAY', 'MONTH', 'YEAR'])

/** What a meter counts over. */
export const meterWindow = z.discriminatedUnion('kind', [
  /** A calendar period in a zone; it starts anew with the next. */
  z.object({ kind: z.literal('period'), period, zone: zoneName }),
  /** Any stretch of so many seconds. */
  z.object({ kind: z.literal('rolling'), seconds: z.int().min(1).max(31_536_000) }),
  /** Everything ever: a balance that only the person fills up, by raising the limit. */
  z.object({ kind: z.literal('balance') }),
])
export type MeterWindow = z.infer<typeof meterWindow>

/** What a meter is about: one feature, one account, or all that is published. */
export const meterSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('feature'), feature }),
  z.object({ kind: z.literal('account'), accountId }),
  z.object({ kind: z.literal('everything') }),
])
export type MeterSubject = z.infer<typeof meterSubject>

/** A limit: so many posts, or credits, in each window. `limit` 0 is unlimited: it only counts. */
export const meter = z.object({
  subject: meterSubject,
  unit: z.enum(['posts', 'credits']),
  limit: z.int().nonnegative().max(1_000_000_000),
  window: meterWindow,
})
export type Meter = z.infer<typeof meter>

/** A meter and how it stands in the window that holds now. */
export const meterState = meter.extend({
  /** Null for a limit that the channel itself sets. */
  id: meterId.nullable(),
  /** Who set it. */
  source: z.enum(['person', 'channel']),
  /** What is planned in this window, and what was used. */
  reserved: z.int().nonnegative(),
  consumed: z.int().nonnegative(),
  /** Null: unlimited. */
  remaining: z.int().nonnegative().nullable(),
  /** When something becomes free again; null: by the person alone, or nothing is used. */
  resetsAt: instant.nullable(),
})
export type MeterState = z.infer<typeof meterState>

/** A feature and its meter; `quota` null means unmetered, `limit` 0 means unlimited. */
export const featureQuota = z.object({
  feature,
  enabled: z.boolean(),
  quota: z
    .object({
      limit: z.int().nonnegative(),
      currentUsage: z.int().nonnegative(),
      remainingUsage: z.int().nonnegative(),
      period,
      resetsAt: instant.nullable(),
    })
    .nullable(),
})
export type FeatureQuota = z.infer<typeof featureQuota>

/** What publishing to one account would take, and when it could be, as the meters stand. */
export const quotaForecast = z.object({
  accountId,
  credits: z.int().nonnegative(),
  /** When it would be sent; later than asked for where a window is full. Null when it would be refused. */
  at: instant.nullable(),
  /** Why it would be refused or later; null when it fits. */
  reason: z.string().nullable(),
  /** What the reason says, for other languages than its own. */
  told: maybeTold,
})
export type QuotaForecast = z.infer<typeof quotaForecast>
