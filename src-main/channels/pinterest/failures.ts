import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import { z } from 'zod'
import type { FailureCode } from '../../../src-preload/contract/failure.ts'
import { failed } from '../../core/refusal.ts'
import type { Access } from '../channel.ts'
import { redactorOf } from '../kit/oauth/signed-requests.ts'
import type { Redact } from '../kit/redact.ts'
import { type Failing, type Manners, said } from '../kit/request-failures.ts'
import type { Answer } from '../kit/send-request.ts'
import type { PinterestSettings } from './settings.ts'

/** How Pinterest says no. */
const refusal = z.object({ code: z.int(), message: z.string().default('') })

export const mannersOf = async (
  access: Pick<Access<PinterestSettings>, 'settings' | 'session' | 'secret'>,
): Promise<Manners> => {
  const redact = await redactorOf(access)
  return {
    name: 'Pinterest',
    host: new URL(access.settings.server).host,
    redact,
    asked: true,
    judge: (answer) => judge(answer, redact),
    // Seconds until the window of the limit begins anew.
    pauseIn: (_, headers) => {
      const reset = headers.get('x-ratelimit-reset') ?? ''
      return headers.has('retry-after') || !/^\d+$/.test(reset) ? null : Number(reset)
    },
  }
}

type Reason = [code: FailureCode, message: Sentence, next: Sentence, field?: string]

const TRIAL: Reason = [
  'rejected-by-channel',
  'Pinterest does not let apps with trial access make pins here.',
  'Ask for standard access on the page of your app at developers.pinterest.com.',
]

const judge = (answer: Answer, redact: Redact): Failing | null => {
  const { status, body } = answer
  if (status >= 500 || status === 408 || status < 300) return null
  const detail = said(answer, redact)
  if (status === 401) {
    const message: Sentence = 'Pinterest no longer accepts the sign-in of this account.'
    return { kind: 'signed-out', failure: failed('signed-out', message, 'Connect the account again.', detail) }
  }
  const [code, message, next, field] = reasonOf(status, refusal.safeParse(body).data) ?? []
  if (code === undefined || message === undefined || next === undefined) return null
  return {
    kind: 'rejected',
    failure: failed(code, message, next, { ...detail, ...(field !== undefined && { field }) }),
  }
}

const reasonOf = (status: number, refused: z.infer<typeof refusal> | undefined): Reason | null => {
  if (status === 413) return ['media-too-large', 'A file is too large for Pinterest.', 'Attach a smaller one.', 'media']
  if (!refused) return null
  const words = refused.message.slice(0, 200)
  if (/trial access/i.test(words)) return TRIAL
  if (status === 404 && /pin/i.test(words) && !/board/i.test(words)) {
    return ['not-found', 'The pin is no longer on Pinterest.', 'Duplicate the post to publish it again.']
  }
  if (status === 404) {
    return ['not-found', 'Pinterest knows no such board or section.', 'Choose a board of this account.', 'options']
  }
  if (status === 403) {
    return [
      'rejected-by-channel',
      words === '' ? 'Pinterest does not allow it.' : `Pinterest does not allow it: ${words}`,
      'Check that the board is yours, and that your app has standard access; then connect the account again.',
    ]
  }
  return [
    'rejected-by-channel',
    words === '' ? 'Pinterest refused it and did not say why.' : `Pinterest refused it: ${words}`,
    'Change what it complains about and retry.',
  ]
}
