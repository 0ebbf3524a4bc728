import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { Agent } from 'undici'
import { neverLeft, NotConnected } from './network-failure.ts'

/*
 * Plain requests, not the client libraries of networks: whether a post may stand hangs on how a request ended (never
 * left, cut off, what status), and libraries hide one or the other behind retries of their own. Not fetch either: it
 * holds the whole of an upload in memory, while this reads it from the disk as it goes.
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

/** A success that cannot be read, the way to what was made, trouble of the other side's own, or that it took too long: it may have done its work. */
const isInDoubt = ({ status }: Answer): boolean =>
  status < 300 || status === 303 || status === 408 || (status >= 500 && status !== SIGN_IN_ON_THE_WAY)

/** By RFC 6585 no server of the other side's answers so, but a network on the way that lets nothing through yet. */
export const SIGN_IN_ON_THE_WAY = 511

export type Asked = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  headers?: Readonly<Record<string, string>>
  json?: object
  form?: FormData
  /** Bytes as they are, such as a slice of a file; they are read while they are sent. Its type is sent unless `headers` say another. */
  body?: Blob
  /** Called with the bytes of `form` or `body` that were handed to the connection so far. */
  onProgress?: (sent: number) => void
  /** It makes or changes a post. */
  writes?: true
  signal: AbortSignal
}

/** No request but an upload may take longer, in milliseconds. */
const REQUEST_DEADLINE = 60_000

/** Sends one request and reads its answer; it goes nowhere but there. Throws `RequestFailed` where there is none. */
export const sendRequest = async (
  url: URL,
  { method, headers, json, form, body, onProgress, writes, signal }: Asked,
): Promise<Answer> => {
  if (signal.aborted) throw new RequestFailed(null, false, signal.reason)
  const [{ request }, dispatcher] = await Promise.all([import('undici'), connections()])
  const upload = form ? await formUpload(form) : body && bytesUpload(body)
  try {
    const response = await request(url, {
      dispatcher,
      method,
      headers: {
        accept: 'application/json',
        'user-agent': 'Posthorn',
        ...(json && { 'content-type': 'application/json' }),
        ...upload?.headers,
        ...headers,
      },
      // A connection that the server has let go of in the meantime would look like a lost answer.
      reset: true,
      signal: upload ? signal : AbortSignal.any([signal, AbortSignal.timeout(REQUEST_DEADLINE)]),
      ...(json && { body: JSON.stringify(json) }),
      ...(upload && { body: counted(upload.stream, onProgress) }),
    })
    const text = await response.body.text()
    return { status: response.statusCode, headers: headersOf(response.headers), body: parse(text), text }
  } catch (error) {
    throw new RequestFailed(null, writes ?? false, error)
  }
}

let agent: Agent | null = null

/** What makes the connections, and tells of those that never came to be: the error alone does not always say. */
const connections = async (): Promise<Agent> => {
  const { Agent, buildConnector } = await import('undici')
  const connect = buildConnector({})
  agent ??= new Agent({
    connect: (options, done) =>
      connect(options, (...[error, socket]) => (error ? done(new NotConnected(error), null) : done(null, socket))),
  })
  return agent
}

type Upload = { stream: ReadableStream<Uint8Array>; headers: Record<string, string> }

/** A form as it goes over the line, read while it is sent; and how long it is, which some servers want to know before. */
const formUpload = async (form: FormData): Promise<Upload> => {
  const { body, headers } = new Response(form)
  return {
    stream: (body ?? new Blob([]).stream()) as ReadableStream<Uint8Array>,
    headers: { 'content-type': headers.get('content-type') ?? '', 'content-length': String(await lengthOf(form)) },
  }
}

const bytesUpload = (body: Blob): Upload => ({
  stream: body.stream() as ReadableStream<Uint8Array>,
  headers: { 'content-type': body.type || 'application/octet-stream', 'content-length': String(body.size) },
})

const counted = (stream: ReadableStream<Uint8Array>, onProgress: Asked['onProgress']): Readable => {
  if (!onProgress) return Readable.fromWeb(stream)
  const count = async function* () {
    let sent = 0
    for await (const chunk of stream) {
      yield chunk
      // Asked for the next one, the connection has taken this.
      onProgress((sent += chunk.byteLength))
    }
  }
  return Readable.from(count(), { objectMode: false })
}

/** What is around the files of a form is as long when they are empty. */
const lengthOf = async (form: FormData): Promise<number> => {
  const empty = new FormData()
  let inside = 0
  for (const [name, value] of form) {
    if (typeof value === 'string') empty.append(name, value)
    else {
      empty.append(name, new Blob([], { type: value.type }), value.name)
      inside += value.size
    }
  }
  return (await new Response(empty).arrayBuffer()).byteLength + inside
}

const headersOf = (given: Readonly<Record<string, string | string[] | undefined>>): Headers => {
  const headers = new Headers()
  for (const [name, values] of Object.entries(given)) {
    for (const value of [values ?? []].flat()) headers.append(name, value)
  }
  return headers
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
