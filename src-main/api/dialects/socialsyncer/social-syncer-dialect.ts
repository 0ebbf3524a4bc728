import { Hono } from 'hono'
import { failedInEnglish, Refusal } from '../../../core/refusal.ts'
import type { ApiEnv, Dialect } from '../../api-env.ts'
import { Malformed } from '../kit/malformed.ts'
import { accountRoutes } from './account-routes.ts'
import { answerFailure, answerFault } from './answer-failure.ts'
import { mediaRoutes } from './media-routes.ts'
import { postRoutes } from './post-routes.ts'

/** SocialSyncerAPI's Posts API, with its accounts and media. */
export const createSocialSyncerDialect = (): Dialect => {
  const routes = new Hono<ApiEnv>()
  routes.onError((error, c) => {
    if (error instanceof Malformed) return answerFault(c, error.faults[0])
    if (error instanceof Refusal) return answerFailure(c, error.failure)
    throw error
  })
  routes.route('/posts', postRoutes())
  routes.route('/accounts', accountRoutes())
  routes.route('/media', mediaRoutes())
  routes.all('*', (c) =>
    answerFailure(c, failedInEnglish('not-found', 'There is nothing at this address.', 'See the list of addresses.')),
  )
  return { basePath: '/socialsyncer/v1', routes, fail: answerFailure }
}
