import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import { z } from 'zod'
import type { FailureCode } from '../../../src-preload/contract/failure.ts'
import { failed } from '../../core/refusal.ts'
import type { Access } from '../channel.ts'
import { type Failing, type Manners, said } from '../kit/request-failures.ts'
import { type Redact, redactor } from '../kit/redact.ts'
import { type Answer, RequestFailed } from '../kit/send-request.ts'
import { secretsIn } from './bot.ts'
import type { TelegramSettings } from './settings.ts'

/** How the Bot API says no. */
const refusal = z.object({
  ok: z.literal(false),
  error_code: z.int(),
  description: z.string().default(''),
  parameters: z.object({ retry_after: z.number().optional(), migrate_to_chat_id: z.number().optional() }).optional(),
})
type Refusal = z.infer<typeof refusal>

export const mannersOf = ({ settings, secret }: Pick<Access<TelegramSettings>, 'settings' | 'secret'>): Manners => {
  const redact = redactor(secretsIn(secret))
  return {
    name: 'Telegram',
    host: new URL(settings.server).host,
    redact,
    judge: (answer) => judge(answer, redact),
    pauseIn: (body) => refusal.safeParse(body).data?.parameters?.retry_after ?? null,
  }
}

const judge = (answer: Answer, redact: Redact): Failing | null => {
  const { data } = refusal.safeParse(answer.body)
  if (!data) return answer.status === 413 ? rejected(TOO_LARGE, answer, redact) : null
  // A token that is none is unknown, and what stands under an unknown token is not found.
  if (data.error_code === 401 || data.error_code === 404) {
    const next: Sentence = 'Get the token from @BotFather (/mybots > API Token), and connect again with it.'
    const message: Sentence = 'Telegram does not know this bot token: it was revoked, or is not whole.'
    return { kind: 'signed-out', failure: failed('signed-out', message, next, said(answer, redact)) }
  }
  if (data.error_code === 413) return rejected(TOO_LARGE, answer, redact)
  if (data.error_code < 400 || data.error_code >= 500) return null
  return rejected(reasonOf(data), answer, redact)
}

const rejected = ([code, message, next, field]: Reason, answer: Answer, redact: Redact): Failing => ({
  kind: 'rejected',
  failure: failed(code, message, next, { ...said(answer, redact), ...(field !== undefined && { field }) }),
})

type Reason = [code: FailureCode, message: Sentence, next: Sentence, field?: string]

const MAKE_ADMINISTRATOR =
  'In Telegram, open the channel > Administrators, add the bot, and allow it to post, edit and delete messages.'
const TOO_LARGE: Reason = ['media-too-large', 'A file is too large for this server.', 'Attach a smaller one.', 'media']

/** What the descriptions of refusals hold, as Telegram writes them. */
const REASONS: readonly [pattern: RegExp, ...reason: Reason][] = [
  [
    /chat not found/i,
    'rejected-by-channel',
    'Telegram knows no such chat, or the bot is not in it.',
    `Check its name. ${MAKE_ADMINISTRATOR}`,
    'settings.chat',
  ],
  [
    /kicked|not a member|bot was blocked|deactivated/i,
    'rejected-by-channel',
    'The bot was removed from this chat.',
    MAKE_ADMINISTRATOR,
  ],
  [
    /not enough rights|administrator rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_ADMIN_REQUIRED|CHAT_SEND_\w+_FORBIDDEN/i,
    'rejected-by-channel',
    'The bot may not do this in this chat.',
    MAKE_ADMINISTRATOR,
  ],
  [
    /(message|caption) is too long|MEDIA_CAPTION_TOO_LONG/i,
    'text-too-long',
    'The text is too long for Telegram.',
    'Shorten it.',
    'text',
  ],
  [/text is empty|text must be non-empty/i, 'empty-post', 'Telegram sees no text in it.', 'Write something.', 'text'],
  [/too big|too large/i, ...TOO_LARGE],
  [
    /PHOTO_INVALID_DIMENSIONS|IMAGE_PROCESS_FAILED|PHOTO_EXT_INVALID|PHOTO_SAVE_FILE_INVALID|VIDEO_CONTENT_TYPE_INVALID|MEDIA_INVALID/i,
    'media-unsupported',
    'Telegram cannot use one of the files.',
    'Save it as a JPEG or an MP4 and attach it again.',
    'media',
  ],
  [
    /message can't be edited|MESSAGE_EDIT_TIME_EXPIRED/i,
    'rejected-by-channel',
    'Telegram does not let the bot edit this message any more.',
    'Edit it in Telegram itself.',
  ],
  [
    /message (to edit )?not found|MESSAGE_ID_INVALID/i,
    'not-found',
    'The message is no longer in this chat.',
    'Duplicate the post to publish it again.',
  ],
]

const reasonOf = ({ error_code: code, description, parameters }: Refusal): Reason => {
  const moved = parameters?.migrate_to_chat_id
  if (moved !== undefined) {
    return [
      'rejected-by-channel',
      'The group has become a supergroup with a number of its own.',
      `Connect the account again with the number ${moved}.`,
      'settings.chat',
    ]
  }
  const known = REASONS.find(([pattern]) => pattern.test(description))
  if (known) {
    const [, ...reason] = known
    return reason
  }
  const words = description.slice(0, 200)
  return code === 403
    ? ['rejected-by-channel', `Telegram does not let the bot write here: ${words}`, MAKE_ADMINISTRATOR]
    : ['rejected-by-channel', `Telegram refused it: ${words}`, 'Change what it complains about and retry.']
}

/** Whether Telegram's refusal says this; it has no other marks for it than its words. */
export const saysNo = (error: unknown, pattern: RegExp): boolean =>
  error instanceof RequestFailed && pattern.test(refusal.safeParse(error.answer?.body).data?.description ?? '')
