import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import { z } from 'zod'
import type { FailureCode } from '../../../src-preload/contract/failure.ts'
import { failed } from '../../core/refusal.ts'
import type { Access } from '../channel.ts'
import { type Redact, redactor } from '../kit/redact.ts'
import { type Failing, type Manners, said } from '../kit/request-failures.ts'
import { type Answer, RequestFailed } from '../kit/send-request.ts'
import type { MatrixSettings } from './settings.ts'
import { readSession } from './session.ts'

/** How a server says no. */
const refusal = z.object({
  errcode: z.string(),
  error: z.string().catch(''),
  retry_after_ms: z.number().optional().catch(undefined),
})

type Reason = [code: FailureCode, message: Sentence, next: Sentence, field?: string]

/** Where it is asked, as far as it is known; for a person. */
const hostOf = ({ base, account }: Pick<MatrixSettings, 'base' | 'account'>): string =>
  base === undefined && account.startsWith('@')
    ? account.slice(account.indexOf(':') + 1)
    : new URL(base ?? account).host

export const mannersOf = async ({ settings, secret, session }: Access<MatrixSettings>): Promise<Manners> => {
  const redact = redactor([secret?.trim() ?? '', (await readSession(session))?.token ?? ''])
  const host = hostOf(settings)
  return {
    name: host,
    host,
    redact,
    asked: true,
    pauseIn: (body) => {
      const wait = refusal.safeParse(body).data?.retry_after_ms
      return wait === undefined ? null : wait / 1000
    },
    judge: (answer) => judge(answer, host, settings, redact),
  }
}

/** Whether a server said no with one of these codes. */
export const saysNo = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof RequestFailed && codes.includes(refusal.safeParse(error.answer?.body).data?.errcode ?? '')

const judge = (answer: Answer, host: string, { by }: MatrixSettings, redact: Redact): Failing | null => {
  const { errcode = '', error = '' } = refusal.safeParse(answer.body).data ?? {}
  if (answer.status === 401 || errcode === 'M_UNKNOWN_TOKEN' || errcode === 'M_USER_DEACTIVATED') {
    const what = by === 'token' ? 'access token' : 'sign-in'
    const next: Sentence = `Connect the account again with ${by === 'token' ? 'a new access token' : 'its password'}.`
    const message: Sentence = `${host} does not accept this ${what}: it has ended, or is not whole.`
    return { kind: 'signed-out', failure: failed('signed-out', message, next, said(answer, redact)) }
  }
  if (answer.status < 400 || answer.status >= 500 || [408, 425].includes(answer.status)) return null
  const words = redact(error || errcode).slice(0, 250)
  const [code, message, next, field] = REASONS[errcode] ?? otherwise(answer.status, errcode, words, host)
  const about = { ...said(answer, redact), ...(field !== undefined && { field }) }
  return { kind: 'rejected', failure: failed(code, message, next, about) }
}

const TOO_LARGE: Reason = ['media-too-large', 'It is larger than this server takes.', 'Shorten it, or attach less.']

const REASONS: Readonly<Record<string, Reason>> = {
  M_TOO_LARGE: TOO_LARGE,
  M_FORBIDDEN: [
    'rejected-by-channel',
    'This account may not do that in this room.',
    'Join the room in your Matrix program, or ask who runs it to let the account speak there.',
  ],
  M_NOT_FOUND: ['not-found', 'The server finds no such room or message.', 'Check the address of the room.'],
  M_USER_SUSPENDED: ['rejected-by-channel', 'The account is suspended.', 'Ask who runs the server.'],
  M_RESOURCE_LIMIT_EXCEEDED: [
    'quota-exhausted',
    'The server has come to a limit of its own.',
    'Ask who runs the server.',
  ],
}

const otherwise = (status: number, errcode: string, words: string, host: string): Reason => {
  if (status === 413) return TOO_LARGE
  return errcode === '' || errcode === 'M_UNRECOGNIZED'
    ? ['channel-error', `${host} does not answer like Matrix.`, 'Check the address, and what stands in front of it.']
    : ['rejected-by-channel', `${host} refused it: ${words}`, 'Change what it complains about and retry.']
}
