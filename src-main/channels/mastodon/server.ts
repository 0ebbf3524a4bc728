import type { Access } from '../channel.ts'
import type { MastodonSettings } from './settings.ts'

/*
 * Plain fetch, not a client library: whether a post may stand hangs on how a request ended (never left, cut off, what
 * status, which headers), and the libraries there are for this API hide one or the other behind retries of their own.
 */

/** What a server said. `body`: its JSON; undefined when it is none. */
export type Answer = { status: number; headers: Headers; body: unknown; text: string }

/** A request that did not come to what was asked for; `answer` null: to no answer at all, and `cause` says why. */
export class Unanswered extends Error {
  readonly answer: Answer | null
  /** It makes or changes a post: it may have done its work all the same. */
  readonly writes: boolean

  constructor(answer: Answer | null, writes: boolean, cause?: unknown) {
    super(answer ? `The server answered ${answer.status}` : 'The server did not answer', { cause })
    this.answer = answer
    this.writes = writes
  }
}

/** Whether a server has nothing at this place, or something else: there is no such method on it. */
export const saysNothing = (error: unknown): boolean =>
  error instanceof Unanswered &&
  error.answer !== null &&
  (error.answer.status === 200 || [404, 405, 410, 501].includes(error.answer.status))

export const isMissing = (error: unknown): boolean =>
  error instanceof Unanswered && (error.answer?.status === 404 || error.answer?.status === 410)

/** A server as one account speaks to it. */
export type Server = {
  host: string
  /** Asks something; throws `Unanswered` for whatever is no success with JSON. */
  ask(method: string, path: string, sent?: Sent): Promise<Answer>
}
export type Sent = { json?: object; form?: FormData; headers?: Record<string, string>; writes?: true }

/** No request but an upload may take longer, in milliseconds. */
const REQUEST_DEADLINE = 60_000

export const openServer = ({ settings, secret, signal }: Access<MastodonSettings>): Server => ({
  host: new URL(settings.server).host,
  ask: async (method, path, { json, form, headers, writes } = {}) => {
    const ends = form ? signal : AbortSignal.any([signal, AbortSignal.timeout(REQUEST_DEADLINE)])
    let answer: Answer
    try {
      const response = await fetch(new URL(path, settings.server), {
        method,
        headers: {
          accept: 'application/json',
          ...(secret !== null && { authorization: `Bearer ${secret}` }),
          ...(json && { 'content-type': 'application/json' }),
          // A connection that the server has let go of in the meantime would look like a lost answer.
          connection: 'close',
          ...headers,
        },
        body: json ? JSON.stringify(json) : (form ?? null),
        // A token goes nowhere but to the server it was made on.
        redirect: 'manual',
        signal: ends,
      })
      const text = await response.text()
      answer = { status: response.status, headers: response.headers, body: parse(text), text }
    } catch (error) {
      throw new Unanswered(null, writes ?? false, error)
    }
    const succeeded = answer.status >= 200 && answer.status < 300 && answer.body !== undefined
    if (!succeeded) throw new Unanswered(answer, writes ?? false)
    return answer
  },
})

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
