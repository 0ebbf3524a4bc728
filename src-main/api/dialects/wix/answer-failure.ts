import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Failure, FailureCode } from '../../../../src-preload/contract/failure.ts'
import { Refusal } from '../../../core/refusal.ts'
import type { ApiEnv } from '../../api-env.ts'
import { FAILURE_STATUS } from '../../failure-status.ts'
import { type Fault, Malformed } from '../kit/malformed.ts'
import { ApplicationError } from './application-error.ts'

/** Failures that have a status or a code of Wix's; the others keep Posthorn's, in capitals. */
const KNOWN: Readonly<Partial<Record<FailureCode, { status: ContentfulStatusCode; code: string }>>> = {
  'in-the-past': { status: 428, code: 'SCHEDULED_TIME_ALREADY_PASSED' },
  'quota-exhausted': { status: 428, code: 'INELIGIBLE_FOR_FEATURE' },
  'credits-exhausted': { status: 428, code: 'INELIGIBLE_FOR_FEATURE' },
  'rate-limited': { status: 429, code: 'PUBLISH_LIMIT_EXCEEDED' },
  'rate-exceeded': { status: 429, code: 'RESOURCE_EXHAUSTED' },
  'once-conflict': { status: 409, code: 'REFERENCE_ID_ALREADY_EXIST' },
  'channel-unsupported': { status: 428, code: 'UNSUPPORTED_CHANNEL' },
  'illegal-transition': { status: 428, code: 'ITEM_IN_WRONG_STATUS' },
  'signed-out': { status: 428, code: 'ACCOUNT_NOT_CONNECTED' },
  'not-authorised': { status: 401, code: 'UNAUTHENTICATED' },
  'empty-post': { status: 400, code: 'EMPTY_POST' },
  'text-too-long': { status: 400, code: 'TEXT_TOO_LONG' },
  'media-missing': { status: 400, code: 'MEDIA_MISSING' },
  'media-unreadable': { status: 400, code: 'MEDIA_UNREADABLE' },
  'media-unsupported': { status: 400, code: 'MEDIA_UNSUPPORTED' },
}

export const answerFailure = (c: Context<ApiEnv>, failure: Failure): Response => {
  if (failure.code === 'invalid-input') {
    const path = failure.field?.split('.') ?? []
    return answerFaults(c, [{ path, code: 'custom', message: failure.message, missing: false }])
  }
  return answerError(c, errorOf(failure))
}

/** What went wrong while a request was answered, in Wix's shape; null for an error of Posthorn's own. */
export const answerThrown = (c: Context<ApiEnv>, error: unknown): Response | null => {
  if (error instanceof ApplicationError) return answerError(c, error)
  if (error instanceof Malformed) return answerFaults(c, error.faults)
  return error instanceof Refusal ? answerFailure(c, error.failure) : null
}

/** What went wrong with one of several items; throws what is Posthorn's own. */
export const itemError = (error: unknown): { code: string; description: string; data: Record<string, unknown> } => {
  if (error instanceof Malformed) {
    return { code: 'INVALID_ARGUMENT', description: error.message, data: { fieldViolations: violations(error.faults) } }
  }
  const known = error instanceof Refusal ? errorOf(error.failure) : error
  if (!(known instanceof ApplicationError)) throw error
  return { code: known.code, description: known.message, data: known.data }
}

const errorOf = (failure: Failure): ApplicationError => {
  const known = KNOWN[failure.code]
  return new ApplicationError(
    known?.status ?? FAILURE_STATUS[failure.code],
    known?.code ?? failure.code.toUpperCase().replaceAll('-', '_'),
    `${failure.message} ${failure.next}`,
  )
}

const answerError = (c: Context<ApiEnv>, { status, code, message, data }: ApplicationError): Response =>
  c.json({ message, details: { applicationError: { code, description: message, data } } }, status)

const answerFaults = (c: Context<ApiEnv>, faults: readonly Fault[]): Response =>
  c.json(
    {
      message: faults.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')).join('; '),
      details: { validationError: { fieldViolations: violations(faults) } },
    },
    400,
  )

const violations = (faults: readonly Fault[]) =>
  faults.map(({ path, message, code, missing }) => ({
    field: path.join('.'),
    description: message,
    violatedRule: missing ? 'REQUIRED_FIELD' : 'INVALID_ARGUMENT',
    ruleName: code,
  }))
