import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import { z } from 'zod'
import type { FailureCode } from '../../../src-preload/contract/failure.ts'
import { failed } from '../../core/refusal.ts'
import type { Access } from '../channel.ts'
import { type Redact, redactor } from '../kit/redact.ts'
import { type Failing, type Manners, said } from '../kit/request-failures.ts'
import type { Answer } from '../kit/send-request.ts'
import type { GhostSettings } from './settings.ts'

/** How the Admin API says no. */
const refusal = z.object({
  errors: z.tuple(
    [
      z.object({
        message: z.string().default(''),
        context: z.string().nullish(),
        type: z.string().default(''),
        code: z.string().nullish(),
      }),
    ],
    z.unknown(),
  ),
})

type Reason = [code: FailureCode, message: Sentence, next: Sentence, field?: string]

export const mannersOf = ({ settings, secret }: Pick<Access<GhostSettings>, 'settings' | 'secret'>): Manners => {
  const typed = secret?.trim() ?? ''
  const redact = redactor([typed, ...typed.split(':').slice(1)])
  const { host } = new URL(settings.root ?? settings.site)
  return { name: 'Ghost', host, redact, judge: (answer) => judge(answer, host, redact), asked: true }
}

/** Whether the site has no such post. */
export const saysNone = (answer: Answer | null): boolean =>
  answer?.status === 404 && refusal.safeParse(answer.body).data?.errors[0].type === 'NotFoundError'

const judge = (answer: Answer, host: string, redact: Redact): Failing | null => {
  const error = refusal.safeParse(answer.body).data?.errors[0]
  const type = error?.type ?? ''
  const isKeyTrouble = /JWT|API_KEY|AUTH/.test(error?.code ?? '') && answer.status < 500
  if (answer.status === 401 || isKeyTrouble) return signedOut(answer, host, redact)
  if (type === 'MaintenanceError') {
    const [message, next]: [Sentence, Sentence] = [
      `${host} is being updated.`,
      'Nothing to do: Posthorn tries again by itself.',
    ]
    return { kind: 'retry', failure: failed('unreachable', message, next, said(answer, redact)) }
  }
  const words = [error?.message, error?.context].filter((part) => part).join(' ')
  const reason = reasonOf(answer.status, type, redact(words).slice(0, 250), host)
  if (!reason) return null
  const [code, message, next, field] = reason
  const about = { ...said(answer, redact), ...(field !== undefined && { field }) }
  return { kind: 'rejected', failure: failed(code, message, next, about) }
}

const signedOut = (answer: Answer, host: string, redact: Redact): Failing => ({
  kind: 'signed-out',
  failure: failed(
    'signed-out',
    `${host} does not accept this Admin API key.`,
    'Copy the Admin API key under Settings > Integrations in Ghost, and connect again with it.',
    said(answer, redact),
  ),
})

const REASONS: Readonly<Record<string, (words: string, host: string) => Reason>> = {
  UpdateCollisionError: () => [
    'rejected-by-channel',
    'Somebody else is changing this post in Ghost.',
    'Look at it there, then retry.',
  ],
  HostLimitError: (words, host) => [
    'quota-exhausted',
    `The plan of ${host} has no room for it: ${words}`,
    'Look at the plan there.',
  ],
  NotFoundError: () => ['not-found', 'The post is no longer on the site.', 'Duplicate the post to publish it again.'],
}

const reasonOf = (status: number, type: string, words: string, host: string): Reason | null => {
  const known = REASONS[type]
  if (known) return known(words, host)
  if (status === 413)
    return ['media-too-large', 'A file is larger than this site takes.', 'Attach a smaller one.', 'media']
  if (status === 415) {
    return ['media-unsupported', `The site refused a file: ${words}`, 'Save it as a JPEG or MP4.', 'media']
  }
  if (status === 403) {
    return type === ''
      ? [
          'rejected-by-channel',
          `Something in front of ${host} refused it.`,
          'Ask who runs the site to let programs in.',
        ]
      : ['rejected-by-channel', `${host} does not let this integration do that: ${words}`, 'Ask who runs the site.']
  }
  const isRefusal = type !== '' && status >= 400 && status < 500 && ![406, 408, 425, 429].includes(status)
  return isRefusal
    ? ['rejected-by-channel', `${host} refused it: ${words}`, 'Change what it complains about and retry.']
    : null
}
