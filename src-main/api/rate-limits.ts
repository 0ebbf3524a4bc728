import { rateLimiter } from 'hono-rate-limiter'
import { failedInEnglish } from '../core/refusal.ts'
import type { ApiEnv } from './api-env.ts'
import type { Guard } from './guards.ts'
import type { HttpLimits } from './limits.ts'
import type { Refuse } from './refuse.ts'

const MINUTE = 60_000

/**
 * Counts each key's requests, and its writes for themselves, minute by minute. The headers `RateLimit-Limit`, `-Remaining`
 * and `-Reset` (seconds) tell how the counter stands that holds for this request; a refusal tells `Retry-After`.
 */
export const rateLimits = (limits: HttpLimits, refuse: Refuse): Guard[] => {
  const counter = (limit: number, what: string, skip: (method: string) => boolean) =>
    rateLimiter<ApiEnv>({
      windowMs: MINUTE,
      limit,
      keyGenerator: (c) => c.var.key.id,
      skip: (c) => skip(c.req.method),
      handler: (c) =>
        refuse(
          c,
          failedInEnglish(
            'rate-exceeded',
            `This key has made more than ${limit} ${what} within a minute.`,
            'Wait as many seconds as the header Retry-After says, then go on.',
          ),
          429,
        ),
    })
  return [
    counter(limits.requestsPerMinute, 'requests', () => false),
    counter(limits.writesPerMinute, 'writes', (method) => method === 'GET' || method === 'HEAD'),
  ]
}
