import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import { z } from 'zod'
import type { FailureCode } from '../../../src-preload/contract/failure.ts'
import { failed } from '../../core/refusal.ts'
import type { Access, ChannelTools } from '../channel.ts'
import { redactor } from '../kit/redact.ts'
import { type Failing, type Manners, said } from '../kit/request-failures.ts'
import { type Answer, RequestFailed } from '../kit/send-request.ts'
import type { XSettings } from './settings.ts'

/** How X says no: problems as RFC 9457 has them, or lists of errors as older parts of it write them. */
const problem = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  type: z.string().optional(),
  reason: z.string().optional(),
  errors: z.array(z.object({ message: z.string().optional(), detail: z.string().optional() })).optional(),
})
type Problem = z.infer<typeof problem>

/** How X answers, for one account: whatever it has in its slot is redacted. */
export const mannersOf = async (
  { settings, secret, session }: Pick<Access<XSettings>, 'settings' | 'secret' | 'session'>,
  { clock }: ChannelTools,
): Promise<Manners> => {
  const slot = (await session.load()) ?? ''
  const redact = redactor([
    secret ?? '',
    ...[...slot.matchAll(/"(?:access|refresh)":"([^"]+)"/g)].map(([, it]) => it ?? ''),
  ])
  return {
    name: 'X',
    host: new URL(settings.server).host,
    redact,
    asked: true,
    judge: (answer) => {
      const said = problemOf(answer)
      const reason = said && reasonOf(said, answer)
      return reason ? failing(reason, answer, redact) : null
    },
    pauseIn: (body, headers) => {
      if (problem.safeParse(body).data?.type?.endsWith('/usage-capped')) return CAP_PAUSE
      const reset = resetIn(headers)
      return reset === null ? null : Math.max(0, reset - clock.now() / 1000)
    },
  }
}

/** A cap of the app's own is raised in the Developer Console, or ends with the month: asked again every hour. */
const CAP_PAUSE = 3600

/** When all limits that are used up have ended, in seconds since 1970. X has one for 15 minutes, and some for a day. */
const resetIn = (headers: Headers): number | null => {
  const limits = ['x-rate-limit', 'x-user-limit-24hour', 'x-app-limit-24hour'].map((name) => ({
    used: headers.get(`${name}-remaining`) === '0',
    reset: Number(headers.get(`${name}-reset`) ?? Number.NaN),
  }))
  const known = limits.filter(({ reset }) => Number.isFinite(reset))
  const used = known.filter((limit) => limit.used)
  return known.length === 0 ? null : Math.max(...(used.length > 0 ? used : known).map(({ reset }) => reset))
}

const problemOf = (answer: Answer): Problem | null => {
  if (answer.status < 400 || answer.status >= 500 || answer.status === 408 || answer.status === 425) return null
  return answer.status === 413 ? {} : (problem.safeParse(answer.body).data ?? null)
}

const wordsOf = ({ detail, title, errors }: Problem): string =>
  detail ?? errors?.map((one) => one.message ?? one.detail ?? '').find(Boolean) ?? title ?? ''

type Reason = [code: FailureCode, message: Sentence, next: Sentence, field?: string]

const failing = ([code, message, next, field]: Reason, answer: Answer, redact: Manners['redact']): Failing => {
  const failure = failed(code, message, next, { ...said(answer, redact), ...(field !== undefined && { field }) })
  return { kind: code === 'signed-out' ? 'signed-out' : 'rejected', failure }
}

/** What X says in its words, which have no other marks. */
const REASONS: readonly [pattern: RegExp, ...reason: Reason][] = [
  [
    /suspended|locked|temporarily restricted/i,
    'rejected-by-channel',
    'X has locked or suspended this account.',
    'Open X, and do what it asks of you there; then retry.',
  ],
  [
    /client-not-enrolled|client-forbidden|attached to a Project|appropriate oauth|not configured with/i,
    'rejected-by-channel',
    'X does not let your developer app post.',
    'In the Developer Console, see that the app is in a project that may use the API, with read and write permissions; then sign in again.',
  ],
  [
    /required scopes|insufficient.*scope|unsupported-authentication/i,
    'signed-out',
    'The sign-in does not allow this.',
    'Connect the account again, and agree to everything X asks for.',
  ],
  [
    /reply (to this conversation )?is not allowed|not been mentioned|mentioned or otherwise engaged/i,
    'rejected-by-channel',
    'X does not let this app reply to that post: its author has not mentioned or quoted you.',
    'Reply on X itself, or leave out the post to reply to.',
    'options',
  ],
  [
    /too long|longer than|character limit/i,
    'text-too-long',
    'The text is too long for this account on X.',
    'Shorten it, or connect the account again if it has X Premium.',
    'text',
  ],
  [/cashtag/i, 'rejected-by-channel', 'X takes one cashtag in a post.', 'Leave only one in it.', 'text'],
  [
    /media (ids? )?(is|are|was|were) (invalid|not found)|invalid media|media type unrecogni[sz]ed|unsupported media/i,
    'media-unsupported',
    'X cannot use one of the files.',
    'Save it as a JPEG or an MP4, attach it again, and retry.',
    'media',
  ],
  [
    /edit (window|period)|no longer (be )?edit|not (eligible|allowed|permitted) to (be )?edit|edits? remaining/i,
    'rejected-by-channel',
    'X does not let this post be edited: that takes a subscription, and is over after a while.',
    'Edit it on X, or take it down and post it anew.',
  ],
]

const reasonOf = (problem: Problem, { status, text }: Answer): Reason => {
  if (status === 401) {
    return ['signed-out', 'X no longer accepts this sign-in.', 'Connect the account again: the browser opens.']
  }
  if (status === 402) {
    const next: Sentence = 'Buy credits in the Developer Console (console.x.com), then retry.'
    return ['credits-exhausted', 'The credits of your developer app at X are used up.', next]
  }
  if (status === 413) return ['media-too-large', 'A file is too large for X.', 'Attach a smaller one.', 'media']
  const known = REASONS.find(([pattern]) => pattern.test(text))
  if (known) {
    const [, ...reason] = known
    return reason
  }
  if (status === 404) return ['not-found', 'X no longer has what this is about.', 'Look at it on X.']
  const words = wordsOf(problem).slice(0, 200)
  const message: Sentence = words === '' ? `X refused it, and did not say why (${status}).` : `X refused it: ${words}`
  return ['rejected-by-channel', message, 'Change what it complains about and retry.']
}

/** X refuses a second post with the same words: it may be that the first one is this very post. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof RequestFailed && error.answer?.status === 403 && /duplicate content/i.test(error.answer.text)

export const isMissing = (error: unknown): boolean =>
  error instanceof RequestFailed && error.answer?.status === 404 && problem.safeParse(error.answer.body).success

/** Whether something may have come of a request all the same. */
export const mayStand = (error: unknown): boolean => error instanceof RequestFailed && error.mayStand
