import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import type { FailureCode } from '../../../src-preload/contract/failure.ts'
import { failed } from '../../core/refusal.ts'
import type { Access } from '../channel.ts'
import { redactor, type Redact } from '../kit/redact.ts'
import { type Failing, type Manners, said } from '../kit/request-failures.ts'
import { type Answer, RequestFailed } from '../kit/send-request.ts'
import { readAddress, secretsIn, WHERE } from './webhook.ts'

export const mannersOf = ({ secret }: Pick<Access<object>, 'secret'>): Manners => {
  const redact = redactor(secretsIn(secret))
  return {
    name: 'Slack',
    host: readAddress(secret)?.url.host ?? 'Slack',
    redact,
    judge: (answer) => judge(answer, redact),
  }
}

/** Said of a webhook that is none any more. */
const UNKNOWN = new Set(['no_service', 'no_service_id', 'no_team', 'no_active_hooks', 'team_disabled', 'invalid_token'])

/** Said of a message that holds nothing: the webhook itself is in order. */
const NOTHING_SENT = new Set(['no_text', 'missing_text_or_fallback_or_attachments'])

type Reason = [code: FailureCode, message: Sentence, next: Sentence]

/** The one word that Slack answers with (api.slack.com changelog 2016-05-17, and as clients know it). */
const REASONS: Readonly<Record<string, Reason>> = {
  action_prohibited: [
    'rejected-by-channel',
    'The workspace does not let this webhook post there.',
    'Ask an administrator of the workspace to allow it.',
  ],
  channel_is_archived: [
    'rejected-by-channel',
    'The channel is archived.',
    'Open it again in Slack, or make a webhook for another channel.',
  ],
  channel_not_found: ['rejected-by-channel', 'The channel of this webhook is gone.', WHERE],
  user_not_found: ['rejected-by-channel', 'The person this webhook writes to is gone.', WHERE],
  posting_to_general_channel_denied: [
    'rejected-by-channel',
    'Only some may post to the general channel.',
    'Ask an administrator of the workspace, or make a webhook for another channel.',
  ],
  invalid_payload: ['rejected-by-channel', 'Slack cannot read the message.', 'Change the text and retry.'],
  no_text: ['empty-post', 'Slack sees no text in it.', 'Write something.'],
}

const wordOf = ({ text }: Answer): string => text.trim()

const judge = (answer: Answer, redact: Redact): Failing | null => {
  const word = wordOf(answer)
  const detail = said(answer, redact)
  if (answer.status < 400 || answer.status >= 500) return null
  if (UNKNOWN.has(word)) {
    const message = 'Slack does not know this webhook: it was removed, or its address is not whole.'
    return { kind: 'signed-out', failure: failed('signed-out', message, WHERE, detail) }
  }
  const reason = REASONS[word]
  if (reason) return { kind: 'rejected', failure: failed(...reason, detail) }
  if (!/^[a-z_]{3,60}$/.test(word)) return null
  return {
    kind: 'rejected',
    failure: failed(
      'rejected-by-channel',
      `Slack refused it: ${word}.`,
      'Change what it complains about and retry.',
      detail,
    ),
  }
}

/** Whether a webhook refused a message only because there is nothing in it. */
export const isInOrder = (error: unknown): boolean =>
  error instanceof RequestFailed && error.answer?.status === 400 && NOTHING_SENT.has(wordOf(error.answer))
