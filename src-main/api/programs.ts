import type { Hono } from 'hono'
import type { ApiEnv, Dialect } from './api-env.ts'
import { neverStored, sizeLimit } from './guards.ts'
import { type Keys, keyOnly } from './key-guard.ts'
import type { HttpLimits } from './limits.ts'
import { rateLimits } from './rate-limits.ts'
import { readBody } from './read-body.ts'
import type { Refuse } from './refuse.ts'

/** What holds for every dialect: a key, its limits, bodies of a size and a kind. One key's counters hold for all. */
export const mountPrograms = (
  api: Hono<ApiEnv>,
  dialects: readonly Dialect[],
  { keys, limits, refuse }: { keys: Keys; limits: HttpLimits; refuse: Refuse },
): void => {
  const guards = [
    keyOnly(keys, refuse),
    ...rateLimits(limits, refuse),
    neverStored,
    sizeLimit(refuse),
    readBody(refuse),
  ]
  for (const { basePath, routes } of dialects) {
    for (const guard of guards) api.use(`${basePath}/*`, guard)
    api.route(basePath, routes)
  }
}
