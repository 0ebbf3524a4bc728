import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { ApiEnv, Dialect } from './api-env.ts'
import { replyFailure } from './reply.ts'

/** Says no in the shape that whoever asked expects; `status` where HTTP itself has one for what is wrong. */
export type Refuse = (c: Context<ApiEnv>, failure: Failure, status?: ContentfulStatusCode) => Response

/** Says no in the dialect under whose path the request came, else as the interface's own calls do. */
export const createRefuse =
  (dialects: readonly Dialect[]): Refuse =>
  (c, failure, status) => {
    const { path } = c.req
    const dialect = dialects.find(({ basePath }) => path === basePath || path.startsWith(`${basePath}/`))
    if (!dialect) return replyFailure(c, failure, status)
    const response = dialect.fail(c, failure)
    return status === undefined ? response : new Response(response.body, { status, headers: response.headers })
  }
