import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import type { FailureCode } from '../../../src-preload/contract/failure.ts'
import { failed } from '../../core/refusal.ts'
import type { Access, ChannelTools } from '../channel.ts'
import { redactor } from '../kit/redact.ts'
import { type Failing, type Manners, said } from '../kit/request-failures.ts'
import { errorOf, saysSignedOut, secretsOf } from './server.ts'
import type { LemmySettings } from './settings.ts'

type Reason = [code: FailureCode, message: Sentence, next: Sentence, field?: string]

/** Until a server has told how long it is. */
const PAUSE = 120

/** How a server answers one account. */
export const mannersOf = async (
  access: Pick<Access<LemmySettings>, 'settings' | 'secret' | 'session'>,
  { clock }: ChannelTools,
): Promise<Manners> => {
  const redact = redactor(await secretsOf(access))
  const { host } = new URL(access.settings.server)
  return {
    name: 'Lemmy',
    host,
    redact,
    asked: true,
    judge: (answer): Failing | null => {
      const error = errorOf(answer)
      const detail = said(answer, redact)
      if (error === 'rate_limit_error') {
        const [message, next]: [Sentence, Sentence] = [
          `${host} takes no more posts from this account for now.`,
          'Nothing to do: it goes on.',
        ]
        const until = clock.now() + (access.settings.told?.pause ?? PAUSE) * 1000
        return { kind: 'limited', until, failure: failed('rate-limited', message, next, detail) }
      }
      const signedOut = saysSignedOut(answer) || (error !== null && SIGNED_OUT.has(error))
      const [code, message, next, field] =
        (error !== null && REASONS[error]) ||
        (signedOut ? NOT_IN : answer.status === 413 ? TOO_LARGE : otherwise(error, answer.status))
      if (code === undefined || message === undefined || next === undefined) return null
      const failure = failed(code, message, next, { ...detail, ...(field !== undefined && { field }) })
      return { kind: signedOut ? 'signed-out' : 'rejected', failure }
    },
  }
}

const SIGNED_OUT = new Set(['incorrect_login', 'missing_totp_token', 'incorrect_totp_token', 'not_logged_in'])

const NOT_IN: Reason = [
  'signed-out',
  'The server does not accept this name and password.',
  'Connect the account again with the password that works there.',
]
const TOO_LARGE: Reason = [
  'media-too-large',
  'An image is larger than the server takes.',
  'Attach a smaller one.',
  'media',
]
const SECOND_FACTOR: Reason = [
  'signed-out',
  'This account asks for a second factor, which Posthorn cannot answer by itself.',
  'Sign in to the server in the browser, copy the value of its cookie "jwt", and paste it in place of the password.',
]
const NO_COMMUNITY: Reason = [
  'not-found',
  'The server knows no such community.',
  'Write it as !name@server, and open it once there if it is on another server.',
  'options',
]
const BANNED: Reason = [
  'rejected-by-channel',
  'This account is banned from the community.',
  'Ask its moderators, or choose another community.',
]
const TITLE: Reason = [
  'rejected-by-channel',
  'The server does not take this title.',
  'Use one line of 3 to 200 characters.',
  'text',
]
const LOCKED: Reason = [
  'rejected-by-channel',
  'The community is closed: it was removed or deleted, or it is locked.',
  'Choose another community.',
]
const GONE: Reason = ['not-found', 'The post is no longer there.', 'Duplicate the post to publish it again.']
const LANGUAGE: Reason = [
  'rejected-by-channel',
  'The community does not take posts in this language.',
  'Choose one that it takes, or leave it out.',
  'options',
]

/** By the names of LemmyErrorType, of 0.19 and of 1.0. */
const REASONS: Readonly<Record<string, Reason>> = {
  missing_totp_token: SECOND_FACTOR,
  incorrect_totp_token: SECOND_FACTOR,
  email_not_verified: [
    'rejected-by-channel',
    'The e-mail address of this account is not confirmed.',
    'Follow the link in the mail of the server.',
  ],
  registration_application_is_pending: [
    'rejected-by-channel',
    'The account still waits to be let in by the server.',
    'Wait for its mail.',
  ],
  site_ban: ['rejected-by-channel', 'This account is banned from the server.', 'Ask its administrators.'],
  deleted: ['rejected-by-channel', 'This account was deleted.', 'Connect another one.'],
  banned_from_community: BANNED,
  person_is_banned_from_community: BANNED,
  banned: BANNED,
  couldnt_find_community: NO_COMMUNITY,
  invalid_community: NO_COMMUNITY,
  cannot_create_post_or_comment_in_deleted_or_removed_community: LOCKED,
  locked: LOCKED,
  only_mods_can_post_in_community: [
    'rejected-by-channel',
    'Only moderators may post in this community.',
    'Choose another community.',
  ],
  language_not_allowed: LANGUAGE,
  invalid_post_title: TITLE,
  post_title_too_long: TITLE,
  invalid_body_field: ['text-too-long', 'The text is too long for the server.', 'Shorten it.', 'text'],
  alt_text_length_overflow: ['rejected-by-channel', 'A description is too long.', 'Shorten it.', 'media'],
  invalid_url: ['rejected-by-channel', 'The server does not take this link.', 'Check the address.', 'options'],
  url_length_overflow: ['rejected-by-channel', 'The link is too long.', 'Use a shorter one.', 'options'],
  blocked_url: ['rejected-by-channel', 'The server has blocked this link.', 'Use another one.', 'options'],
  slurs: ['rejected-by-channel', "The server's filter refuses a word of it.", 'Write it another way.', 'text'],
  couldnt_find_post: GONE,
  no_post_edit_allowed: ['rejected-by-channel', 'The post belongs to somebody else.', 'Connect the account it is of.'],
}

/** A refusal that has no name here. What is not of Lemmy's form is judged by others, but for the plain no's. */
const otherwise = (error: string | null, status: number): Reason | [] => {
  if (error === 'couldnt_find_object' || error === 'not_found') return GONE
  if (error === null || status < 400 || status >= 500 || status === 408 || status === 425) return []
  const next: Sentence = 'Change what it complains about and retry.'
  return ['rejected-by-channel', `The server refused it (${error.slice(0, 100)}).`, next]
}
