import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { FailureCode } from '../../../src-preload/contract/failure.ts'
import { failed } from '../../core/refusal.ts'
import type { Access, ChannelTools } from '../channel.ts'
import { redactorOf } from '../kit/oauth/signed-requests.ts'
import type { Redact } from '../kit/redact.ts'
import { type Failing, type Manners, said } from '../kit/request-failures.ts'
import type { Answer } from '../kit/send-request.ts'

/** How Google says no: `reason` of the first error in the older interfaces, of a detail in the newer ones. */
const refusal = z.object({
  error: z.object({
    message: z.string().default(''),
    status: z.string().optional(),
    errors: z.array(z.looseObject({ reason: z.string().optional() })).optional(),
    details: z.array(z.looseObject({ reason: z.string().optional() })).optional(),
  }),
})

/** Google's names for why, most telling first. */
const reasonsIn = (body: unknown): string[] => {
  const error = refusal.safeParse(body).data?.error
  if (!error) return []
  const named = [...(error.errors ?? []), ...(error.details ?? [])].flatMap(({ reason }) => reason ?? [])
  return [...named, ...(error.status === undefined ? [] : [error.status])]
}

const messageIn = (body: unknown): string => refusal.safeParse(body).data?.error.message ?? ''

/** What a refusal is for a person. */
export type Reason = [code: FailureCode, message: Sentence, next: Sentence, field?: string]

/** What a channel of Google's says of its own. */
export type GoogleWords = {
  /** The name people know, and that of the interface in Google's console. */
  name: string
  api: string
  reasons: Readonly<Record<string, Reason>>
}

const QUOTA = new Set(['quotaExceeded', 'dailyLimitExceeded', 'uploadLimitExceeded'])
const TOO_FAST = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'RATE_LIMIT_EXCEEDED', 'RESOURCE_EXHAUSTED'])
const NOT_ALLOWED = new Set(['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT'])
const NOT_ENABLED = new Set(['accessNotConfigured', 'SERVICE_DISABLED'])

/** What is asked for too fast is asked again after so long, in milliseconds. */
const SHORT_PAUSE = 60_000

export const googleManners = async <S extends { server: string }>(
  access: Pick<Access<S>, 'settings' | 'session' | 'secret'>,
  words: GoogleWords,
  { clock }: ChannelTools,
): Promise<Manners> => {
  const redact = await redactorOf(access)
  return {
    name: words.name,
    host: new URL(access.settings.server).host,
    redact,
    asked: true,
    judge: (answer) => judge(answer, words, redact, clock.now()),
    pauseIn: (body) =>
      reasonsIn(body).some((one) => QUOTA.has(one)) ? (quotaEnds(clock.now()) - clock.now()) / 1000 : null,
  }
}

/** Quotas begin anew at midnight in California. */
export const quotaEnds = (now: number): number =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('America/Los_Angeles').add({ days: 1 }).startOfDay()
    .epochMilliseconds

const judge = (answer: Answer, words: GoogleWords, redact: Redact, now: number): Failing | null => {
  const { status, body } = answer
  if (status >= 500 || status === 408) return null
  const reasons = reasonsIn(body)
  const detail = said(answer, redact)
  const has = (known: ReadonlySet<string>) => reasons.some((reason) => known.has(reason))
  if (has(QUOTA)) return { kind: 'limited', until: quotaEnds(now), failure: quotaFailure(words, detail) }
  if (has(TOO_FAST)) {
    const message: Sentence = `${words.name} was asked too often in a short time.`
    const failure = failed('rate-limited', message, 'Nothing to do: Posthorn waits a minute.', detail)
    return { kind: 'limited', until: now + SHORT_PAUSE, failure }
  }
  if (status === 401 || has(NOT_ALLOWED)) return { kind: 'signed-out', failure: signedOut(status, words, detail) }
  const [code, message, next, field] = reasonFor(answer, reasons, words) ?? []
  if (code === undefined || message === undefined || next === undefined) return null
  return {
    kind: 'rejected',
    failure: failed(code, message, next, { ...detail, ...(field !== undefined && { field }) }),
  }
}

const reasonFor = ({ status, body }: Answer, reasons: readonly string[], words: GoogleWords): Reason | null => {
  const own = reasons.find((reason) => Object.hasOwn(words.reasons, reason))
  if (own !== undefined) return words.reasons[own] ?? null
  if (reasons.some((reason) => NOT_ENABLED.has(reason))) {
    return [
      'rejected-by-channel',
      `The ${words.api} is not enabled in your Google project.`,
      'Enable it in the Google Cloud console, wait some minutes, then retry.',
    ]
  }
  if (status === 413) {
    return ['media-too-large', `A file is too large for ${words.name}.`, 'Attach a smaller one.', 'media']
  }
  if (!refusal.safeParse(body).success) return null
  const message = messageIn(body)
    .replace(/<[^>]*>/g, '')
    .slice(0, 200)
  return [
    'rejected-by-channel',
    message === '' ? `${words.name} refused it and did not say why.` : `${words.name} refused it: ${message}`,
    'Change what it complains about and retry.',
  ]
}

const quotaFailure = ({ name }: GoogleWords, detail: { detail: string }) =>
  failed(
    'quota-exhausted',
    `${name} takes no more today: what your project or channel may do in a day is used up.`,
    'Nothing to do: Posthorn goes on after midnight in California, when the day begins anew there.',
    detail,
  )

const signedOut = (status: number, { name }: GoogleWords, detail: { detail: string }) =>
  status === 401
    ? failed(
        'signed-out',
        `${name} no longer accepts the sign-in of this account.`,
        'Connect the account again.',
        detail,
      )
    : failed(
        'signed-out',
        `The sign-in does not allow what is needed at ${name}.`,
        'Connect the account again, and tick everything that Google asks about.',
        detail,
      )
