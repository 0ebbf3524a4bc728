import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Failure } from '../../src-preload/contract/failure.ts'
import { FAILURE_STATUS } from './failure-status.ts'

/** Answers with a failure as every transport does: `{ ok: false, failure }`; `status` where the code's own is too plain. */
export const replyFailure = (
  c: Context,
  failure: Failure,
  status: ContentfulStatusCode = FAILURE_STATUS[failure.code],
) => c.json({ ok: false, failure }, status)
