import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Failure, FailureCode } from '../../../../src-preload/contract/failure.ts'
import type { ApiEnv } from '../../api-env.ts'
import { FAILURE_STATUS } from '../../failure-status.ts'
import type { Fault } from '../kit/malformed.ts'

/** An error as SocialSyncerAPI's clients know it. */
export type SyncerError = { error: string; type: string; code: string; param?: string }

type Known = { status?: ContentfulStatusCode; type?: string; code: string; error?: string; param?: string }

/** Failures that have a status or a word of their own here; the others go by their status. */
const KNOWN: Readonly<Partial<Record<FailureCode, Known>>> = {
  'invalid-input': { status: 400, code: 'invalid_field_value' },
  'unknown-zone': { status: 400, code: 'invalid_field_value', param: 'timezone' },
  'in-the-past': { status: 400, code: 'invalid_field_value', param: 'scheduledFor' },
  'not-found': { status: 404, code: 'not_found' },
  'illegal-transition': { status: 409, code: 'invalid_state' },
  'once-conflict': { status: 409, type: 'idempotency_error', code: 'idempotency_key_reused', param: 'Idempotency-Key' },
  'not-authorised': {
    status: 401,
    type: 'authentication_error',
    code: 'invalid_credentials',
    error: 'Invalid API key',
  },
  'rate-exceeded': {
    status: 429,
    type: 'rate_limit_error',
    code: 'rate_limit_exceeded',
    error: 'Rate limit exceeded',
  },
  'rate-limited': { status: 429, type: 'rate_limit_error', code: 'rate_limit_exceeded' },
  'quota-exhausted': { status: 429, type: 'rate_limit_error', code: 'quota_exceeded' },
  'media-unreadable': { status: 422, code: 'invalid_field_value', param: 'mediaItems' },
  'media-unsupported': { status: 422, code: 'invalid_field_value', param: 'mediaItems' },
  'media-missing': { status: 422, code: 'invalid_field_value', param: 'mediaItems' },
  'credits-exhausted': { status: 402, code: 'insufficient_credits' },
}

/** What the contract calls a field, and what it is called here. */
const PARAMS: Readonly<Record<string, string>> = {
  text: 'content',
  media: 'mediaItems',
  url: 'mediaItems',
  account: 'platforms',
  targets: 'platforms',
  options: 'platformSpecificData',
  when: 'scheduledFor',
  zone: 'timezone',
  once: 'Idempotency-Key',
}

/** Fields that a channel judges: what it does not take is no fault of the request's form. */
const JUDGED: ReadonlySet<string> = new Set(['text', 'media', 'options'])

export const answerFailure = (c: Context<ApiEnv>, failure: Failure): Response => {
  const judged = failure.code === 'invalid-input' && JUDGED.has(failure.field ?? '')
  const known: Known | undefined = judged ? { status: 422, code: 'invalid_field_value' } : KNOWN[failure.code]
  const status = known?.status ?? FAILURE_STATUS[failure.code]
  const param = known?.param ?? (failure.field === undefined ? undefined : paramOf(failure.field))
  const missingKey = failure.code === 'not-authorised' && c.req.header('authorization') === undefined
  return c.json(
    {
      error: missingKey ? 'Missing API key' : (known?.error ?? failure.message.replace(/\.$/, '')),
      type: known?.type ?? (status >= 500 ? 'api_error' : 'invalid_request_error'),
      code: known?.code ?? (status === 422 ? 'invalid_field_value' : failure.code.replaceAll('-', '_')),
      ...(param !== undefined && { param }),
    } satisfies SyncerError,
    status,
  )
}

/** What is wrong with a request is told one thing at a time, the first one first. */
export const answerFault = (c: Context<ApiEnv>, fault: Fault | undefined): Response => {
  const param = fault?.path.map(String).join('.')
  return c.json(
    {
      error: fault === undefined ? 'The request is not valid.' : sentence(fault, param ?? ''),
      type: 'invalid_request_error',
      code: codeOf(fault),
      ...(param !== undefined && param !== '' && { param }),
    } satisfies SyncerError,
    400,
  )
}

const codeOf = (fault: Fault | undefined): string => {
  if (fault?.missing === true) return 'missing_required_field'
  return fault?.code === 'unrecognized_keys' ? 'unknown_field' : 'invalid_field_value'
}

const sentence = (fault: Fault, param: string): string =>
  fault.missing && fault.code !== 'custom' ? `${param} is required` : fault.message

const paramOf = (field: string): string => {
  const [first = ''] = field.split('.')
  return PARAMS[first] ?? first
}
