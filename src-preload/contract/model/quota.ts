import { z } from 'zod'
import { instant } from './common.ts'

/** Something metered. */
export const feature = z.enum(['PUBLISH_POST', 'SCHEDULE_POST', 'AI_TOOLS'])

/** A feature and its meter; `quota` null means unmetered, `limit` 0 means unlimited. */
export const featureQuota = z.object({
  feature,
  enabled: z.boolean(),
  quota: z
    .object({
      limit: z.int().nonnegative(),
      currentUsage: z.int().nonnegative(),
      remainingUsage: z.int().nonnegative(),
      period: z.enum(['DAY', 'MONTH', 'YEAR']),
      resetsAt: instant.nullable(),
    })
    .nullable(),
})
