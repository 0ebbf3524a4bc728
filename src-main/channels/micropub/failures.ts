import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import { z } from 'zod'
import type { FailureCode } from '../../../src-preload/contract/failure.ts'
import { failed } from '../../core/refusal.ts'
import type { Access } from '../channel.ts'
import { redactorOf } from '../kit/oauth/signed-requests.ts'
import type { Redact } from '../kit/redact.ts'
import { type Failing, type Manners, said } from '../kit/request-failures.ts'
import type { Answer } from '../kit/send-request.ts'
import type { MicropubSettings } from './settings.ts'

/** How an endpoint says no. */
const refusal = z.object({ error: z.string(), error_description: z.string().catch('') })

type Reason = [code: FailureCode, message: Sentence, next: Sentence, field?: string]

export const mannersOf = ({ site }: Pick<MicropubSettings, 'site'>, redact: Redact): Manners => {
  const { host } = new URL(site)
  return { name: host, host, redact, asked: true, judge: (answer) => judge(answer, host, redact) }
}

/** The same for an account, whose tokens are taken out of whatever the site says. */
export const mannersFor = async (access: Access<MicropubSettings>): Promise<Manners> =>
  mannersOf(access.settings, await redactorOf(access))

/** Whether there is no such post. */
export const saysNone = (answer: Answer | null): boolean =>
  (answer?.status === 404 || answer?.status === 410) && refusal.safeParse(answer.body).success

const judge = (answer: Answer, host: string, redact: Redact): Failing | null => {
  const { error = '', error_description: description = '' } = refusal.safeParse(answer.body).data ?? {}
  if (answer.status === 401 && error !== 'insufficient_scope') {
    const next = 'Sign in at the site again by the browser, or connect with a new access token.'
    const failure = failed('signed-out', `${host} does not accept this sign-in.`, next, said(answer, redact))
    return { kind: 'signed-out', failure }
  }
  const reason = reasonOf(answer.status, error, redact(description || error).slice(0, 250), host)
  if (!reason) return null
  const [code, message, next, field] = reason
  const about = { ...said(answer, redact), ...(field !== undefined && { field }) }
  return { kind: 'rejected', failure: failed(code, message, next, about) }
}

const reasonOf = (status: number, error: string, words: string, host: string): Reason | null => {
  if (status < 400 || status >= 500 || [408, 425, 429].includes(status)) return null
  if (error === 'insufficient_scope') {
    return [
      'rejected-by-channel',
      `This sign-in may not do that at ${host}.`,
      'Connect the account again, and allow it to create, change and delete posts.',
    ]
  }
  if (status === 413)
    return ['media-too-large', `A file is larger than ${host} takes.`, 'Attach a smaller one.', 'media']
  if (status === 415) return ['media-unsupported', `${host} refused a file.`, 'Save it as a JPEG or MP4.', 'media']
  if (status === 403) {
    return [
      'rejected-by-channel',
      `${host} does not let this sign-in do that.`,
      'Connect the account again; if it is refused then too, ask who runs the site.',
    ]
  }
  return error === ''
    ? null
    : ['rejected-by-channel', `${host} refused it: ${words}`, 'Change what it complains about and retry.']
}
