import { z } from 'zod'
import type { Access, SessionSlot } from '../channel.ts'
import { redactor } from '../kit/redact.ts'
import { NoSecret } from '../kit/request-failures.ts'
import { type Answer, type Asked, RequestFailed, sendRequest } from '../kit/send-request.ts'
import type { MastodonSettings } from './settings.ts'

/** A server as one account speaks to it. */
export type Server = {
  host: string
  /** Asks something; throws `RequestFailed` for whatever is no success with JSON, without the token in its words. */
  ask(method: Asked['method'], path: string, sent?: Sent): Promise<Answer>
}
export type Sent = Pick<Asked, 'json' | 'form' | 'headers' | 'writes' | 'onProgress'>

/** Throws `NoSecret` where the account has neither a token that was pasted nor one from a sign-in in the browser. */
export const openServer = async ({ settings, secret, session, signal }: Access<MastodonSettings>): Promise<Server> => {
  const token = secret ?? (await tokenIn(session)) ?? nobody(settings)
  const redact = redactor([token])
  return {
    host: new URL(settings.server).host,
    ask: async (method, path, { headers, ...sent } = {}) => {
      const answer = await sendRequest(new URL(path, settings.server), {
        ...sent,
        method,
        headers: { authorization: `Bearer ${token}`, ...headers },
        signal,
      })
      const succeeded = answer.status >= 200 && answer.status < 300 && answer.body !== undefined
      if (!succeeded) throw new RequestFailed({ ...answer, text: redact(answer.text) }, sent.writes ?? false)
      return answer
    },
  }
}

const kept = z.object({ access: z.string().min(1) })

/** The token that a sign-in in the browser left, beside what else is remembered. */
const tokenIn = async (session: SessionSlot): Promise<string | null> => {
  try {
    return kept.parse(JSON.parse((await session.load()) ?? '')).access
  } catch {
    return null
  }
}

const nobody = ({ server }: MastodonSettings): never => {
  throw new NoSecret(
    `Nobody is signed in at ${new URL(server).host} here yet.`,
    'Sign in there by the browser, or connect with an access token.',
  )
}

/** Whether a server has nothing at this place, or something else: there is no such method on it. */
export const saysNothing = (error: unknown): boolean =>
  error instanceof RequestFailed &&
  error.answer !== null &&
  (error.answer.status === 200 || [404, 405, 410, 501].includes(error.answer.status))

/** Whether there is no such post on it. */
export const isMissing = (error: unknown): boolean =>
  error instanceof RequestFailed && (error.answer?.status === 404 || error.answer?.status === 410)
