import type { Access } from '../channel.ts'
import { type Answer, type Asked, RequestFailed, sendRequest } from '../kit/send-request.ts'
import type { MastodonSettings } from './settings.ts'

/** A server as one account speaks to it. */
export type Server = {
  host: string
  /** Asks something; throws `RequestFailed` for whatever is no success with JSON. */
  ask(method: Asked['method'], path: string, sent?: Sent): Promise<Answer>
}
export type Sent = Pick<Asked, 'json' | 'form' | 'headers' | 'writes'>

export const openServer = ({ settings, secret, signal }: Access<MastodonSettings>): Server => ({
  host: new URL(settings.server).host,
  ask: async (method, path, { headers, ...sent } = {}) => {
    const answer = await sendRequest(new URL(path, settings.server), {
      ...sent,
      method,
      headers: { ...(secret !== null && { authorization: `Bearer ${secret}` }), ...headers },
      signal,
    })
    const succeeded = answer.status >= 200 && answer.status < 300 && answer.body !== undefined
    if (!succeeded) throw new RequestFailed(answer, sent.writes ?? false)
    return answer
  },
})

/** Whether a server has nothing at this place, or something else: there is no such method on it. */
export const saysNothing = (error: unknown): boolean =>
  error instanceof RequestFailed &&
  error.answer !== null &&
  (error.answer.status === 200 || [404, 405, 410, 501].includes(error.answer.status))

/** Whether there is no such post on it. */
export const isMissing = (error: unknown): boolean =>
  error instanceof RequestFailed && (error.answer?.status === 404 || error.answer?.status === 410)
