import { Hono } from 'hono'
import type { ApiEnv, Dialect } from '../../api-env.ts'
import { accountRoutes } from './account-routes.ts'
import { answerFailure, answerThrown } from './answer-failure.ts'
import { fail } from './application-error.ts'
import { featureRoutes } from './feature-routes.ts'
import { itemRoutes } from './item-routes.ts'
import { publishRoutes } from './publish-routes.ts'
import { writingRoutes } from './writing-routes.ts'

/** Wix's Items API, with its accounts, features and generated content. */
export const createWixDialect = (): Dialect => {
  const routes = new Hono<ApiEnv>()
  routes.onError((error, c) => {
    const answer = answerThrown(c, error)
    if (answer === null) throw error
    return answer
  })
  routes.route('/items', itemRoutes())
  routes.route('/', publishRoutes())
  routes.route('/', featureRoutes())
  routes.route('/', writingRoutes())
  routes.route('/', accountRoutes())
  routes.all('*', () => fail(404, 'NOT_FOUND', 'There is nothing at this address.'))
  return { basePath: '/wix/social-publisher/v1', routes, fail: answerFailure }
}
