import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import { z } from 'zod'
import type { FailureCode } from '../../../src-preload/contract/failure.ts'
import { failed } from '../../core/refusal.ts'
import type { Access, ChannelTools } from '../channel.ts'
import { redactorOf } from '../kit/oauth/signed-requests.ts'
import type { Redact } from '../kit/redact.ts'
import { type Failing, type Manners, said } from '../kit/request-failures.ts'
import { type Answer, RequestFailed } from '../kit/send-request.ts'
import type { TumblrSettings } from './settings.ts'

/** How Tumblr says no. */
const refusal = z.object({
  meta: z.object({ status: z.int(), msg: z.string().default('') }),
  errors: z
    .array(z.object({ code: z.int().optional(), title: z.string().default(''), detail: z.string().default('') }))
    .default([]),
})

type Reason = [code: FailureCode, message: Sentence, next: Sentence, field?: string]

export const mannersOf = async (
  access: Pick<Access<TumblrSettings>, 'settings' | 'secret' | 'session'>,
  { clock }: ChannelTools,
): Promise<Manners> => {
  const redact = await redactorOf(access)
  return {
    name: 'Tumblr',
    host: new URL(access.settings.server).host,
    redact,
    asked: true,
    judge: (answer) => judge(answer, redact, clock.now()),
    pauseIn: (_, headers) => (headers.has('retry-after') ? null : resetIn(headers)),
  }
}

export const isMissing = (error: unknown): boolean =>
  error instanceof RequestFailed && error.answer?.status === 404 && refusal.safeParse(error.answer.body).success

/** Seconds until all limits that are used up have ended. Tumblr has one for an hour and one for a day. */
const resetIn = (headers: Headers): number | null => {
  const used = ['x-ratelimit-perhour', 'x-ratelimit-perday'].filter((name) => headers.get(`${name}-remaining`) === '0')
  const resets = used.map((name) => Number(headers.get(`${name}-reset`) ?? Number.NaN)).filter(Number.isFinite)
  return resets.length === 0 ? null : Math.max(...resets)
}

/** Limits of a day, which ends by Tumblr's own clock: asked again after this long, in milliseconds. */
const DAY_PAUSE = 3_600_000
const VIDEO_PAUSE = 120_000

const LIMITS: Readonly<Record<number, [message: Sentence, pause: number]>> = {
  8004: ['This account cannot upload more files to Tumblr today.', DAY_PAUSE],
  8010: ['Tumblr still works on another video of this account.', VIDEO_PAUSE],
  8011: ['This account cannot upload more videos to Tumblr today.', DAY_PAUSE],
  8022: ["The blog's queue is full.", DAY_PAUSE],
  8023: ['The blog has as many posts as Tumblr takes in a day.', DAY_PAUSE],
}

const judge = (answer: Answer, redact: Redact, now: number): Failing | null => {
  if (answer.status >= 500 || answer.status === 408 || answer.status === 425 || answer.status < 400) return null
  const detail = said(answer, redact)
  if (answer.status === 401) {
    const [message, next]: [Sentence, Sentence] = [
      'Tumblr no longer accepts the sign-in of this account.',
      'Connect the account again.',
    ]
    return { kind: 'signed-out', failure: failed('signed-out', message, next, detail) }
  }
  const refused = refusal.safeParse(answer.body).data
  const [first] = refused?.errors ?? []
  const [limit, pause] = LIMITS[first?.code ?? 0] ?? []
  if (limit !== undefined && pause !== undefined) {
    const failure = failed('quota-exhausted', limit, 'Nothing to do: Posthorn tries again by itself.', detail)
    return { kind: 'limited', until: now + pause, failure }
  }
  const words = redact([first?.title, first?.detail].filter(Boolean).join(': ') || (refused?.meta.msg ?? ''))
  const reason = reasonOf(answer.status, first?.code, refused ? words.slice(0, 250) : null)
  if (!reason) return null
  const [code, message, next, field] = reason
  return {
    kind: 'rejected',
    failure: failed(code, message, next, { ...detail, ...(field !== undefined && { field }) }),
  }
}

const reasonOf = (status: number, code: number | undefined, words: string | null): Reason | null => {
  if (status === 413) return ['media-too-large', 'A file is too large for Tumblr.', 'Attach a smaller one.', 'media']
  if (words === null) return null
  if (code === 8005) {
    return ['media-unsupported', `Tumblr cannot use a file: ${words}`, 'Save it as a JPEG or MP4.', 'media']
  }
  if (status === 404) {
    return ['not-found', 'Tumblr has no such post or blog.', 'Choose a blog of this account, or duplicate the post.']
  }
  if (status === 403) {
    return [
      'rejected-by-channel',
      `Tumblr does not allow it: ${words}`,
      'Check that this account may post to the blog.',
    ]
  }
  return ['rejected-by-channel', `Tumblr refused it: ${words}`, 'Change what it complains about and retry.']
}
