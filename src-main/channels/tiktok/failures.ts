import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import { z } from 'zod'
import type { FailureCode } from '../../../src-preload/contract/failure.ts'
import { failed } from '../../core/refusal.ts'
import type { Access, ChannelTools } from '../channel.ts'
import { redactorOf } from '../kit/oauth/signed-requests.ts'
import type { Redact } from '../kit/redact.ts'
import { type Failing, type Manners, said } from '../kit/request-failures.ts'
import type { Answer } from '../kit/send-request.ts'
import type { TiktokSettings } from './settings.ts'

/** How TikTok says no; with `ok` it says yes. */
const refusal = z.object({ error: z.object({ code: z.string(), message: z.string().default('') }) })

/** Whether an answer is TikTok's yes. */
export const saysYes = (answer: Answer): boolean => refusal.safeParse(answer.body).data?.error.code === 'ok'

export const mannersOf = async (
  access: Pick<Access<TiktokSettings>, 'settings' | 'session' | 'secret'>,
  { clock }: ChannelTools,
): Promise<Manners> => {
  const redact = await redactorOf(access)
  return {
    name: 'TikTok',
    host: new URL(access.settings.server).host,
    redact,
    asked: true,
    judge: (answer) => judge(answer, redact, clock.now()),
  }
}

const judge = (answer: Answer, redact: Redact, now: number): Failing | null => {
  const { status, body } = answer
  if (status >= 500 || status === 408) return null
  const detail = said(answer, redact)
  const code = refusal.safeParse(body).data?.error.code
  if (status === 401 || code === 'access_token_invalid' || code === 'scope_not_authorized') {
    const message =
      code === 'scope_not_authorized'
        ? 'The sign-in does not allow Posthorn to post on TikTok.'
        : 'TikTok no longer accepts the sign-in of this account.'
    const next: Sentence = 'Connect the account again, and allow everything that TikTok asks about.'
    return { kind: 'signed-out', failure: failed('signed-out', message, next, detail) }
  }
  if (status === 413)
    return rejected(['media-too-large', 'A file is too large for TikTok.', 'Attach a smaller one.', 'media'], detail)
  if (code === undefined || code === 'ok') return null
  return outcomeFor(code, refusal.safeParse(body).data?.error.message ?? '', detail, now)
}

/** What a refusal comes to, by TikTok's name for it: of a request, or of what it worked on. */
export const outcomeFor = (code: string, message: string, detail: { detail: string }, now: number): Failing => {
  const pause = PAUSES[code]
  if (pause) {
    const failure = failed('rate-limited', pause.message, 'Nothing to do: Posthorn tries again by itself.', detail)
    return { kind: 'limited', until: now + pause.milliseconds, failure }
  }
  if (code === 'auth_removed') {
    const gone: Sentence = 'The account has taken back what it allowed Posthorn.'
    return { kind: 'signed-out', failure: failed('signed-out', gone, 'Connect the account again.', detail) }
  }
  if (code === 'internal' || code === 'internal_error') {
    const trouble: Sentence = 'TikTok has a problem of its own right now.'
    const next: Sentence = 'Nothing to do: Posthorn tries again by itself.'
    return { kind: 'retry', failure: failed('unreachable', trouble, next, detail) }
  }
  const words = message.replace(/<[^>]*>/g, '').slice(0, 200)
  const known = REASONS[code]
  return rejected(
    known ?? [
      'rejected-by-channel',
      `TikTok refused it: ${words === '' ? code : words}`,
      'Change what it complains about and retry.',
    ],
    detail,
  )
}

const rejected = ([code, message, next, field]: Reason, detail: { detail: string }): Failing => ({
  kind: 'rejected',
  failure: failed(code, message, next, { ...detail, ...(field !== undefined && { field }) }),
})

const HOUR = 3_600_000

/** Limits that come without a time: it is asked again after so long. */
const PAUSES: Readonly<Record<string, { milliseconds: number; message: Sentence }>> = {
  rate_limit_exceeded: { milliseconds: 60_000, message: 'TikTok was asked too often within a minute.' },
  spam_risk_too_many_posts: {
    milliseconds: HOUR,
    message: 'TikTok takes no more posts by programs from this account today.',
  },
  spam_risk_too_many_pending_share: {
    milliseconds: HOUR,
    message: 'Five drafts wait in the TikTok inbox of this account; it takes no more before some are posted.',
  },
  reached_active_user_cap: {
    milliseconds: HOUR,
    message: 'Your TikTok app has posted for as many people today as it may.',
  },
}

type Reason = [code: FailureCode, message: Sentence, next: Sentence, field?: string]

const AUDIT: Reason = [
  'rejected-by-channel',
  'TikTok has not audited your app yet: until then it posts only to private accounts, and only for yourself to see.',
  'Make the account private in the TikTok app and choose SELF_ONLY, or ask TikTok for the audit of your app.',
  'options',
]
const VIDEO: Reason = [
  'media-unsupported',
  'TikTok cannot use this video.',
  'Save it as an MP4 with H.264, 23 to 60 frames a second, 360 to 4096 pixels wide and high.',
  'media',
]
const DOMAIN: Reason = [
  'rejected-by-channel',
  'TikTok fetches photos only from places that your app has proved to be yours.',
  'On the page of your app, under URL properties, verify the domain of the media relay that is chosen in Settings.',
  'media',
]

/** By developers.tiktok.com doc/content-posting-api-reference-direct-post and -get-video-status. */
const REASONS: Readonly<Record<string, Reason>> = {
  unaudited_client_can_only_post_to_private_accounts: AUDIT,
  url_ownership_unverified: DOMAIN,
  privacy_level_option_mismatch: [
    'rejected-by-channel',
    'TikTok does not offer this account that choice of who sees it.',
    'Choose another under Who sees it.',
    'options',
  ],
  spam_risk_user_banned_from_posting: [
    'rejected-by-channel',
    'TikTok has banned this account from posting.',
    'Look in the TikTok app what it says.',
  ],
  spam_risk_text: [
    'rejected-by-channel',
    'TikTok holds the text for spam or harmful.',
    'Write it in another way.',
    'text',
  ],
  spam_risk: ['rejected-by-channel', 'TikTok holds the post for spam.', 'Look in the TikTok app what it says.'],
  file_format_check_failed: VIDEO,
  frame_rate_check_failed: VIDEO,
  picture_size_check_failed: VIDEO,
  duration_check_failed: [
    'media-unsupported',
    'The video is too short or too long for this TikTok account.',
    'Attach one of another length.',
    'media',
  ],
  video_pull_failed: [
    'media-unsupported',
    'TikTok could not fetch the video.',
    'Check the media relay, then retry.',
    'media',
  ],
  photo_pull_failed: [
    'media-unsupported',
    'TikTok could not fetch the photos.',
    'Check the media relay, then retry.',
    'media',
  ],
  publish_cancelled: ['rejected-by-channel', 'The post was called off in TikTok.', 'Duplicate it to post it again.'],
  app_version_check_failed: [
    'rejected-by-channel',
    'The TikTok app of this account is too old for drafts.',
    'Update the app to 31.8 or later, then retry.',
  ],
}
