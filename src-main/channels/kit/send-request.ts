import { neverLeft } from './network-failure.ts'

/*
 * Plain fetch, not the client libraries of networks: whether a post may stand hangs on how a request ended (never left,
 * cut off, what status), and libraries hide one or the other behind retries of their own.
 */

/** What the other side answered, whatever its status. `body`: its JSON; undefined when it is none. */
export type Answer = { status: number; headers: Headers; body: unknown; text: string }

/** A request that did not come to what was asked for; `answer` null: to no answer at all, and `cause` says why. */
export class RequestFailed extends Error {
  readonly answer: Answer | null
  /** It makes or changes a post, and may have done so all the same. */
  readonly mayStand: boolean

  constructor(answer: Answer | null, writes: boolean, cause?: unknown) {
    super(answer ? `The other side answered ${answer.status}` : 'The other side did not answer', { cause })
    this.answer = answer
    this.mayStand = writes && (answer ? isInDoubt(answer) : !neverLeft(cause))
  }
}

/** A success that cannot be read, trouble of the other side's own, or that it took too long: it may have done its work. */
const isInDoubt = ({ status }: Answer): boolean => status < 300 || status === 408 || status >= 500

export type Asked = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  headers?: Readonly<Record<string, string>>
  json?: object
  form?: FormData
  /** It makes or changes a post. */
  writes?: true
  signal: AbortSignal
}

/** No request but an upload may take longer, in milliseconds. */
const REQUEST_DEADLINE = 60_000

/** Sends one request and reads its answer. Throws `RequestFailed` where there is none. */
export const sendRequest = async (
  url: URL,
  { method, headers, json, form, writes, signal }: Asked,
): Promise<Answer> => {
  const body = json ? JSON.stringify(json) : form
  try {
    if (signal.aborted) throw new RequestFailed(null, false, signal.reason)
    const response = await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...(json && { 'content-type': 'application/json' }),
        // A connection that the server has let go of in the meantime would look like a lost answer.
        connection: 'close',
        ...headers,
      },
      // A secret goes nowhere but to the server it is for.
      redirect: 'manual',
      signal: form ? signal : AbortSignal.any([signal, AbortSignal.timeout(REQUEST_DEADLINE)]),
      ...(body !== undefined && { body }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: parse(text), text }
  } catch (error) {
    throw error instanceof RequestFailed ? error : new RequestFailed(null, writes ?? false, error)
  }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
