import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import { z } from 'zod'
import type { FailureCode } from '../../../src-preload/contract/failure.ts'
import { failed } from '../../core/refusal.ts'
import type { Access } from '../channel.ts'
import { redactor } from '../kit/redact.ts'
import { type Failing, type Manners, said } from '../kit/request-failures.ts'
import type { Answer } from '../kit/send-request.ts'
import type { ForemSettings } from './settings.ts'

/** How a Forem says no. */
const refusal = z.object({ error: z.string() })

type Reason = [code: FailureCode, message: Sentence, next: Sentence, field?: string]

export const mannersOf = ({ settings, secret }: Pick<Access<ForemSettings>, 'settings' | 'secret'>): Manners => {
  const redact = redactor([secret?.trim() ?? ''])
  const { host } = new URL(settings.server)
  return {
    name: host,
    host,
    redact,
    asked: true,
    judge: (answer): Failing | null => {
      const error = refusal.safeParse(answer.body).data?.error
      if (answer.status === 401) {
        const message: Sentence = `${host} does not accept this API key, or has suspended the account.`
        const next: Sentence = 'Make a new key there under Settings > Extensions, and connect again with it.'
        return { kind: 'signed-out', failure: failed('signed-out', message, next, said(answer, redact)) }
      }
      const reason = reasonOf(answer, error === undefined ? null : redact(error).slice(0, 250), host)
      if (!reason) return null
      const [code, message, next, field] = reason
      const about = { ...said(answer, redact), ...(field !== undefined && { field }) }
      return { kind: 'rejected', failure: failed(code, message, next, about) }
    },
  }
}

const reasonOf = ({ status }: Answer, error: string | null, host: string): Reason | null => {
  if (error === null || status < 400 || status >= 500 || status === 408 || status === 425) return null
  if (status === 404) return ['not-found', `${host} has no such article.`, 'Duplicate the post to publish it again.']
  if (status === 413) return ['text-too-long', `The article is too long for ${host}.`, 'Shorten it.', 'text']
  if (status === 403) {
    return ['rejected-by-channel', `${host} does not let this account do that: ${error}`, 'Look at the account there.']
  }
  if (/canonical url has already been taken/i.test(error)) {
    const next: Sentence = 'Look for the article that has it there, or leave the address out.'
    return ['rejected-by-channel', `Another article of ${host} names this original.`, next, 'options']
  }
  if (/body markdown has already been taken/i.test(error)) {
    const next: Sentence = 'Change it, or look at the one that stands.'
    return ['rejected-by-channel', 'You have an article with this very title and text already.', next, 'text']
  }
  const field = /tag|canonical|main image|series|organi[sz]ation/i.test(error) ? 'options' : 'text'
  const message: Sentence = `${host} refused it: ${error.replace(/[.\s]*$/, '.')}`
  return ['rejected-by-channel', message, 'Change what it complains about and retry.', field]
}
