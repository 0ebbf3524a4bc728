import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import { z } from 'zod'
import type { FailureCode } from '../../../src-preload/contract/failure.ts'
import { failed } from '../../core/refusal.ts'
import type { Access } from '../channel.ts'
import { redactor, type Redact } from '../kit/redact.ts'
import { type Failing, type Manners, said } from '../kit/request-failures.ts'
import { type Answer, RequestFailed } from '../kit/send-request.ts'
import { readAddress, secretsIn, WHERE } from './webhook.ts'

/** How Discord says no: a code of its own, words, and what is wrong in which field. */
const refusal = z.object({ code: z.int().default(0), message: z.string(), errors: z.unknown().optional() })
const limit = z.object({ retry_after: z.number().nonnegative() })

export const mannersOf = ({ secret }: Pick<Access<object>, 'secret'>): Manners => {
  const redact = redactor(secretsIn(secret))
  return {
    name: 'Discord',
    host: readAddress(secret)?.host ?? 'Discord',
    redact,
    judge: (answer) => judge(answer, redact),
    pauseIn: (body) => limit.safeParse(body).data?.retry_after ?? null,
  }
}

const UNKNOWN_CHANNEL = 10_003
const UNKNOWN_MESSAGE = 10_008
const UNKNOWN_WEBHOOK = 10_015
const INVALID_TOKEN = 50_027

/** As Discord's documents list them. */
const REASONS: Readonly<Record<number, [code: FailureCode, message: Sentence, next: Sentence, field?: string]>> = {
  [UNKNOWN_CHANNEL]: [
    'rejected-by-channel',
    'Discord knows no such thread in this channel.',
    'Check the number of the thread in the options of the post.',
    'options',
  ],
  [UNKNOWN_MESSAGE]: ['not-found', 'The message is no longer on Discord.', 'Duplicate the post to publish it again.'],
  40_005: [
    'media-too-large',
    'The files are too large for this Discord server.',
    'Attach smaller or fewer ones.',
    'media',
  ],
  50_006: ['empty-post', 'Discord sees nothing in it.', 'Write something or attach a file.', 'text'],
  220_001: [
    'rejected-by-channel',
    'This channel is a forum: a post must go into one of its threads.',
    'Name the thread in the options of the post.',
    'options',
  ],
  50_083: [
    'rejected-by-channel',
    'This thread is archived.',
    'Open it again in Discord, or choose another.',
    'options',
  ],
}

const judge = (answer: Answer, redact: Redact): Failing | null => {
  const { data } = refusal.safeParse(answer.body)
  const detail = said(answer, redact)
  if (answer.status < 400 || answer.status >= 500) return null
  if (data?.code === UNKNOWN_WEBHOOK || data?.code === INVALID_TOKEN || (data && answer.status === 401)) {
    const message = 'Discord does not know this webhook: it was deleted, or its address is not whole.'
    return { kind: 'signed-out', failure: failed('signed-out', message, WHERE, detail) }
  }
  const tooLarge = answer.status === 413 ? REASONS[40_005] : undefined
  const [code, message, next, field] = tooLarge ?? REASONS[data?.code ?? 0] ?? []
  if (code !== undefined && message !== undefined && next !== undefined) {
    return {
      kind: 'rejected',
      failure: failed(code, message, next, { ...detail, ...(field !== undefined && { field }) }),
    }
  }
  if (!data) return null
  const words = [data.message, ...fieldErrors(data.errors)].join(' ').slice(0, 300)
  return {
    kind: 'rejected',
    failure: failed(
      'rejected-by-channel',
      `Discord refused it: ${words}`,
      'Change what it complains about and retry.',
      detail,
    ),
  }
}

/** What is wrong in which field: lists of `{message}` under `_errors`, nested by the names of the fields. */
const fieldErrors = (errors: unknown, path: readonly string[] = []): string[] => {
  if (typeof errors !== 'object' || errors === null) return []
  return Object.entries(errors).flatMap(([name, inner]: [string, unknown]) => {
    if (name !== '_errors') return path.length < 5 ? fieldErrors(inner, [...path, name]) : []
    const list = z.array(z.object({ message: z.string() })).safeParse(inner).data ?? []
    return list.map(({ message }) => `${path.join('.')}: ${message}`)
  })
}

/** Whether a message that was asked for is not there. */
export const isGone = (error: unknown): boolean =>
  error instanceof RequestFailed && refusal.safeParse(error.answer?.body).data?.code === UNKNOWN_MESSAGE
