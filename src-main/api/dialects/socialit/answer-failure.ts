import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Failure, FailureCode } from '../../../../src-preload/contract/failure.ts'
import type { ApiEnv } from '../../api-env.ts'
import { FAILURE_STATUS } from '../../failure-status.ts'
import type { Fault } from '../kit/malformed.ts'

/** Words that Socialit's documents give to a status; the others are made in their manner. */
const WORDS: Readonly<Partial<Record<number, string>>> = {
  400: 'ValidationError',
  401: 'Unauthorized',
  402: 'InsufficientCredits',
  404: 'NotFound',
  409: 'Conflict',
  413: 'PayloadTooLarge',
  429: 'RateLimitExceeded',
}

/** Statuses of their own: what a channel would not take is wrong with the request, too. */
const STATUS: Readonly<Partial<Record<FailureCode, ContentfulStatusCode>>> = {
  'empty-post': 400,
  'text-too-long': 400,
  'in-the-past': 400,
  'media-unreadable': 400,
  'media-unsupported': 400,
  'quota-exhausted': 402,
  'credits-exhausted': 402,
  'not-authorised': 401,
  'rate-exceeded': 429,
  'once-conflict': 409,
}

/** What the contract calls a field, and what it is called here. */
const PATHS: Readonly<Record<string, string>> = {
  text: 'content',
  media: 'media_ids',
  mediaId: 'media_ids',
  account: 'target_account_ids',
  targets: 'target_account_ids',
  options: 'config_by_platform',
  when: 'scheduled_at',
}

export const answerFailure = (c: Context<ApiEnv>, failure: Failure): Response => {
  const status = STATUS[failure.code] ?? FAILURE_STATUS[failure.code]
  if (status === 400) {
    const [first = ''] = failure.field?.split('.') ?? []
    const path = first === '' ? [] : [PATHS[first] ?? first]
    return answerFaults(c, [{ path, code: 'custom', message: failure.message, missing: false }])
  }
  return c.json({ error: wordFor(failure.code, status), message: `${failure.message} ${failure.next}` }, status)
}

export const answerFaults = (c: Context<ApiEnv>, faults: readonly Fault[]): Response =>
  c.json(
    {
      error: 'ValidationError',
      issues: faults.map(({ path, code, message, minimum, maximum }) => ({
        code,
        ...(minimum !== undefined && { minimum }),
        ...(maximum !== undefined && { maximum }),
        path,
        message,
      })),
    },
    400,
  )

const wordFor = (code: FailureCode, status: number): string =>
  code === 'quota-exhausted' ? 'QuotaExceeded' : (WORDS[status] ?? (status < 500 ? 'Unprocessable' : 'ServerError'))
