import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import { z } from 'zod'
import type { FailureCode } from '../../../src-preload/contract/failure.ts'
import { failed } from '../../core/refusal.ts'
import type { Access, ChannelTools } from '../channel.ts'
import { redactor } from '../kit/redact.ts'
import { type Failing, type Manners, said } from '../kit/request-failures.ts'
import { type Answer, RequestFailed } from '../kit/send-request.ts'
import type { LinkedinSettings } from './settings.ts'

/** How LinkedIn says no. */
const refusal = z.object({
  status: z.number().optional(),
  code: z.string().optional(),
  message: z.string().optional(),
  serviceErrorCode: z.number().optional(),
})

type From = Pick<Access<LinkedinSettings>, 'settings' | 'secret' | 'session' | 'destination'>

/** Programs read what a page posted, not what a person did: that takes a permission only few are given. */
export const canBeAsked = ({ settings, destination }: Pick<From, 'settings' | 'destination'>): boolean =>
  settings.pages && (destination?.startsWith('urn:li:organization:') ?? false)

/** How LinkedIn answers, for one account: whatever it has in its slot is redacted. */
export const mannersOf = async (from: From, { clock }: ChannelTools): Promise<Manners> => {
  const slot = (await from.session.load()) ?? ''
  const tokens = [...slot.matchAll(/"(?:access|refresh)":"([^"]+)"/g)].map(([, token]) => token ?? '')
  const redact = redactor([from.secret ?? '', ...tokens])
  return {
    name: 'LinkedIn',
    host: new URL(from.settings.server).host,
    redact,
    asked: canBeAsked(from),
    judge: (answer) => {
      const reason = reasonOf(answer)
      if (!reason) return null
      const [code, message, next, field] = reason
      const failure = failed(code, message, next, { ...said(answer, redact), ...(field !== undefined && { field }) })
      return { kind: code === 'signed-out' ? 'signed-out' : 'rejected', failure } satisfies Failing
    },
    // Limits are for a day, and end at midnight UTC; LinkedIn names no time.
    pauseIn: (body) =>
      /\bday\b|daily/i.test(refusal.safeParse(body).data?.message ?? '') ? (DAY - (clock.now() % DAY)) / 1000 : null,
  }
}

const DAY = 86_400_000

type Reason = [code: FailureCode, message: Sentence, next: Sentence, field?: string]

/** What LinkedIn says in its words, which have no other marks. */
const REASONS: readonly [pattern: RegExp, ...reason: Reason][] = [
  [
    /exceed(s|ed)? the maximum|length.*(exceed|too long)|too long/i,
    'text-too-long',
    'The text is too long for LinkedIn.',
    'Shorten it.',
    'text',
  ],
  [
    /restricted|suspended/i,
    'rejected-by-channel',
    'LinkedIn has restricted this account.',
    'Open LinkedIn, and do what it asks of you there; then retry.',
  ],
  [
    /unsupported (media|image|video|document)|processing failed|corrupt/i,
    'media-unsupported',
    'LinkedIn cannot use one of the files.',
    'Save it as a JPEG, an MP4 or a PDF, attach it again, and retry.',
    'media',
  ],
]

const reasonOf = ({ status, body }: Answer): Reason | null => {
  if (status < 400 || status >= 500 || status === 408 || status === 425) return null
  if (status === 413) return ['media-too-large', 'A file is too large for LinkedIn.', 'Attach a smaller one.', 'media']
  const { data } = refusal.safeParse(body)
  if (!data) return null
  if (status === 401) {
    const next: Sentence = 'Connect the account again: LinkedIn wants that every 60 days.'
    return ['signed-out', 'LinkedIn no longer accepts this sign-in.', next]
  }
  if (status === 426) {
    return ['channel-error', 'LinkedIn has put away the version of its API that Posthorn speaks.', 'Update Posthorn.']
  }
  const words = (data.message ?? '').slice(0, 200)
  const known = REASONS.find(([pattern]) => pattern.test(words))
  if (known) {
    const [, ...reason] = known
    return reason
  }
  if (status === 403) {
    const next: Sentence =
      'See that your developer app has the product Share on LinkedIn (for pages: Community Management API), that you may post for this page, and connect again.'
    return ['rejected-by-channel', 'LinkedIn does not let your developer app do this.', next]
  }
  if (status === 404) return ['not-found', 'LinkedIn no longer has what this is about.', 'Look at it on LinkedIn.']
  const message: Sentence =
    words === '' ? `LinkedIn refused it, and did not say why (${status}).` : `LinkedIn refused it: ${words}`
  return ['rejected-by-channel', message, 'Change what it complains about and retry.']
}

/** LinkedIn refuses a second post with the same content, and names the first; null where it says something else. */
export const twinOf = (error: unknown): string | null => {
  if (!(error instanceof RequestFailed) || error.answer?.status !== 422) return null
  return /duplicate[^"]*?(urn:li:(?:share|ugcPost):\d+)/i.exec(error.answer.text)?.[1] ?? null
}

export const isDuplicate = (error: unknown): boolean =>
  error instanceof RequestFailed && error.answer?.status === 422 && /duplicate/i.test(error.answer.text)

export const isMissing = (error: unknown): boolean =>
  error instanceof RequestFailed &&
  (error.answer?.status === 404 || error.answer?.status === 410) &&
  refusal.safeParse(error.answer.body).success
