import type { Event } from 'nostr-tools/core'
import type { Filter } from 'nostr-tools/filter'
import { z } from 'zod'
import type { Signer } from './keys.ts'

/*
 * A connection to one relay, as NIP-01 and NIP-42 speak. The library's own does not tell what was surely not sent from
 * what may have been, knows no bounds and writes to the console; signing, checking and matching are the library's.
 */

export type Relay = {
  readonly url: string
  /** Sends an event. Resolves with what the relay answered; throws ConnectionLost when no answer came. */
  publish(event: Event): Promise<{ accepted: boolean; reason: string }>
  /** What it holds, at most so many. Throws ConnectionLost, or RequestRefused. */
  query(filter: Filter, max: number): Promise<Event[]>
  close(): void
}

/** The connection was there and ended, or fell silent: what was sent may have arrived. */
export class ConnectionLost extends Error {}
/** The relay does not answer this question. */
export class RequestRefused extends Error {}

/** Milliseconds. */
const OPEN_WITHIN = 10_000
const ANSWER_WITHIN = 15_000
/** Bytes. An event is far smaller; what a relay says in all is bounded as well. */
const MAX_MESSAGE = 1024 * 1024
const MAX_HEARD = 32 * 1024 * 1024

const message = z.union([
  z.tuple([z.literal('OK'), z.string(), z.boolean()]).rest(z.unknown()),
  z.tuple([z.literal('EVENT'), z.string(), z.unknown()]).rest(z.unknown()),
  z.tuple([z.literal('EOSE'), z.string()]).rest(z.unknown()),
  z.tuple([z.literal('CLOSED'), z.string()]).rest(z.unknown()),
  z.tuple([z.literal('AUTH'), z.string()]).rest(z.unknown()),
])
const eventShape = z.object({
  id: z.string(),
  pubkey: z.string(),
  sig: z.string(),
  kind: z.int(),
  created_at: z.int(),
  content: z.string(),
  tags: z.array(z.array(z.string())),
})

type Waiting<T> = { resolve(value: T): void; reject(error: Error): void }
type Request = Waiting<Event[]> & { filter: Filter; max: number; events: Map<string, Event> }

/** Opens a connection. Throws what kept it from opening: nothing was sent then. */
export const openRelay = async (url: string, signer: Signer, signal: AbortSignal): Promise<Relay> => {
  const { Agent, WebSocket } = await import('undici')
  const { matchFilter } = await import('nostr-tools/filter')
  const { makeAuthEvent } = await import('nostr-tools/nip42')
  const { verifyEvent } = await import('nostr-tools/pure')
  signal.throwIfAborted()
  const dispatcher = new Agent({ connect: { timeout: OPEN_WITHIN }, webSocket: { maxPayloadSize: MAX_MESSAGE } })
  const socket = new WebSocket(url, { dispatcher })
  const answers = new Map<string, Waiting<{ accepted: boolean; reason: string }>>()
  const requests = new Map<string, Request>()
  let challenge: string | null = null
  let heard = 0
  let serial = 0
  let gone: Error | null = null

  const end = (why: string) => {
    if (gone) return
    gone = new ConnectionLost(why)
    signal.removeEventListener('abort', calledOff)
    for (const waiting of [...answers.values(), ...requests.values()]) waiting.reject(gone)
    answers.clear()
    requests.clear()
    // A side that hangs would keep a polite end waiting.
    void dispatcher.destroy().catch(() => {})
  }
  const calledOff = () => end('It was called off.')
  signal.addEventListener('abort', calledOff, { once: true })

  const hear = (data: unknown) => {
    if (typeof data !== 'string') return
    heard += data.length
    if (heard > MAX_HEARD) return end('It said more than anyone would.')
    const said = message.safeParse(parse(data))
    if (!said.success) return
    const [kind, about, what] = said.data
    if (kind === 'AUTH') challenge = about
    else if (kind === 'OK') settle(answers, about)?.resolve({ accepted: what, reason: asReason(said.data[3]) })
    else if (kind === 'EVENT') keep(requests.get(about), what)
    else if (kind === 'EOSE') finish(about)
    else settle(requests, about)?.reject(new RequestRefused(asReason(what)))
  }

  const keep = (request: Request | undefined, given: unknown) => {
    const shaped = eventShape.safeParse(given)
    if (!request || !shaped.success || request.events.size >= request.max) return
    const { data: event } = shaped
    // A relay may say anything: only what was asked for and bears the right signature counts.
    if (matchFilter(request.filter, event) && verifyEvent(event)) request.events.set(event.id, event)
  }

  const finish = (id: string) => {
    const request = settle(requests, id)
    if (!request) return
    send(['CLOSE', id])
    request.resolve([...request.events.values()])
  }

  const send = (said: unknown[]) => {
    if (gone) throw gone
    socket.send(JSON.stringify(said))
  }

  const within = async <T>(waiting: Map<string, Waiting<T>>, id: string, ask: (settle: Waiting<T>) => void) => {
    const timer = setTimeout(
      () => settle(waiting, id)?.reject(new ConnectionLost('It did not answer in time.')),
      ANSWER_WITHIN,
    )
    try {
      return await new Promise<T>((resolve, reject) => ask({ resolve, reject }))
    } finally {
      clearTimeout(timer)
    }
  }

  const deliver = (kind: 'EVENT' | 'AUTH', event: Event) =>
    within(answers, event.id, (waiting) => {
      answers.set(event.id, waiting)
      send([kind, event])
    })

  /** Answers the relay's challenge (NIP-42). False: it gave none, or did not like the answer. */
  const signIn = async (): Promise<boolean> =>
    challenge !== null && (await deliver('AUTH', signer.sign(makeAuthEvent(url, challenge)))).accepted

  const ask = (filter: Filter, max: number): Promise<Event[]> => {
    const id = `posthorn-${(serial += 1)}`
    return within<Event[]>(requests, id, (waiting) => {
      requests.set(id, { ...waiting, filter, max, events: new Map() })
      send(['REQ', id, { ...filter, limit: max }])
    })
  }

  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      end('It did not open in time.')
      reject(new Error(`${url} did not answer in time.`))
    }, OPEN_WITHIN)
    socket.addEventListener('open', () => {
      clearTimeout(timer)
      resolve()
    })
    socket.addEventListener('message', ({ data }) => hear(data))
    socket.addEventListener('error', ({ error, message }) => {
      clearTimeout(timer)
      reject(error instanceof Error ? error : new Error(message))
      end(message)
    })
    socket.addEventListener('close', ({ code }) => {
      clearTimeout(timer)
      reject(new Error(`${url} closed the connection.`))
      end(`It closed the connection (${code}).`)
    })
    signal.addEventListener('abort', () => reject(new Error('It was called off.')), { once: true })
  })

  return {
    url,
    publish: async (event) => {
      const answer = await deliver('EVENT', event)
      return !answer.accepted && isAuthRequired(answer.reason) && (await signIn()) ? deliver('EVENT', event) : answer
    },
    query: async (filter, max) => {
      try {
        return await ask(filter, max)
      } catch (error) {
        if (error instanceof RequestRefused && isAuthRequired(error.message) && (await signIn())) return ask(filter, max)
        throw error
      }
    },
    close: () => {
      if (!gone) socket.close()
      end('It is done.')
    },
  }
}

const isAuthRequired = (reason: string) => reason.startsWith('auth-required:')

const asReason = (said: unknown): string => (typeof said === 'string' ? said.slice(0, 300) : '')

const settle = <T>(waiting: Map<string, T>, id: string): T | undefined => {
  const found = waiting.get(id)
  waiting.delete(id)
  return found
}

const parse = (data: string): unknown => {
  try {
    return JSON.parse(data)
  } catch {
    return null
  }
}
