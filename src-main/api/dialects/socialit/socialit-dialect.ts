import { Hono } from 'hono'
import { failedInEnglish, Refusal } from '../../../core/refusal.ts'
import type { ApiEnv, Dialect } from '../../api-env.ts'
import { Malformed } from '../kit/malformed.ts'
import { accountRoutes } from './account-routes.ts'
import { answerFailure, answerFaults } from './answer-failure.ts'
import { mediaRoutes } from './media-routes.ts'
import { postRoutes } from './post-routes.ts'

/** Socialit's Posts API, with accounts and media in the same style. */
export const createSocialitDialect = (): Dialect => {
  const routes = new Hono<ApiEnv>()
  routes.onError((error, c) => {
    if (error instanceof Malformed) return answerFaults(c, error.faults)
    if (error instanceof Refusal) return answerFailure(c, error.failure)
    throw error
  })
  routes.route('/posts', postRoutes())
  routes.route('/accounts', accountRoutes())
  routes.route('/media', mediaRoutes())
  routes.all('*', (c) =>
    answerFailure(c, failedInEnglish('not-found', 'There is nothing at this address.', 'See the list of addresses.')),
  )
  return { basePath: '/socialit/v1', routes, fail: answerFailure }
}
