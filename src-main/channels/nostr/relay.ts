import type { Event } from 'nostr-tools/core'
import type { Filter } from 'nostr-tools/filter'
import { z } from 'zod'
import type { Signer } from './keys.ts'
import { ConnectionLost, openSocket, type RelaySocket } from './relay-socket.ts'

/*
 * One relay, spoken to as NIP-01 and NIP-42 want it. The library's own relay does not tell what was surely not sent from
 * what may have been, knows no bounds and writes to the console; signing, checking and matching are the library's.
 */

export type Relay = {
  /** Sends an event. Resolves with what the relay answered; throws ConnectionLost when no answer came. */
  publish(event: Event): Promise<Answer>
  /** What it holds, at most so many. Throws ConnectionLost, or RequestRefused. */
  query(filter: Filter, max: number): Promise<Event[]>
  /** Hears what comes from now on, until it is closed. Throws ConnectionLost, or RequestRefused. */
  follow(filter: Filter, hear: (event: Event) => void): Promise<void>
  close(): void
}
type Answer = { accepted: boolean; reason: string }

/** The relay does not answer this question. */
class RequestRefused extends Error {}

const ANSWER_WITHIN = 10_000

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

/** Opens a connection. Throws what kept it from opening: nothing was sent then. */
export const openRelay = async (url: string, signer: Signer, signal: AbortSignal): Promise<Relay> => {
  const { makeAuthEvent } = await import('nostr-tools/nip42')
  const talk = await createTalk()
  const socket = await openSocket(url, signal, talk)
  let requests = 0

  const deliver = (kind: 'EVENT' | 'AUTH', event: Event): Promise<Answer> =>
    talk.answers.wait(event.id, () => socket.send([kind, event]))

  /** Answers the relay's challenge (NIP-42). False: it gave none, or did not like the answer. */
  const signIn = async (): Promise<boolean> => {
    const challenge = talk.challenge()
    return challenge !== null && (await deliver('AUTH', await signer.sign(makeAuthEvent(url, challenge)))).accepted
  }

  const ask = async (filter: Filter, max: number): Promise<Event[]> => {
    requests += 1
    const id = `posthorn-${requests}`
    const events = talk.collect(id, filter, max)
    await talk.endings.wait(id, () => socket.send(['REQ', id, { ...filter, limit: max }]))
    endRequest(socket, id)
    return [...events.values()]
  }

  const follow = async (filter: Filter, hear: (event: Event) => void): Promise<void> => {
    requests += 1
    const id = `posthorn-${requests}`
    talk.follow(id, filter, hear)
    await talk.endings.wait(id, () => socket.send(['REQ', id, { ...filter, limit: 0 }]))
  }

  /** Once more with a name, where the relay does not answer just anybody. */
  const known = async <T>(asking: () => Promise<T>): Promise<T> => {
    try {
      return await asking()
    } catch (error) {
      if (error instanceof RequestRefused && isAuthRequired(error.message) && (await signIn())) return asking()
      throw error
    }
  }

  return {
    publish: async (event) => {
      const answer = await deliver('EVENT', event)
      return !answer.accepted && isAuthRequired(answer.reason) && (await signIn()) ? deliver('EVENT', event) : answer
    },
    query: (filter, max) => known(() => ask(filter, max)),
    follow: (filter, hear) => known(() => follow(filter, hear)),
    close: () => socket.close(),
  }
}

/** What a relay says, brought to those who wait for it. */
const createTalk = async () => {
  const { matchFilter } = await import('nostr-tools/filter')
  const { verifyEvent } = await import('nostr-tools/pure')
  const answers = createWaiting<Answer>()
  const endings = createWaiting<void>()
  const requests = new Map<string, { filter: Filter; take(event: Event): void }>()
  let challenge: string | null = null

  const keep = (id: string, given: unknown) => {
    const request = requests.get(id)
    const shaped = eventShape.safeParse(given)
    if (!request || !shaped.success) return
    const { data: event } = shaped
    // A relay may say anything: only what was asked for and bears the right signature counts.
    if (matchFilter(request.filter, event) && verifyEvent(event)) request.take(event)
  }

  return {
    answers,
    endings,
    challenge: () => challenge,
    collect: (id: string, filter: Filter, max: number): ReadonlyMap<string, Event> => {
      const events = new Map<string, Event>()
      requests.set(id, { filter, take: (event) => void (events.size < max && events.set(event.id, event)) })
      return events
    },
    follow: (id: string, filter: Filter, take: (event: Event) => void) => void requests.set(id, { filter, take }),
    hear: (data: unknown) => {
      const said = message.safeParse(data).data
      if (!said) return
      const [kind, about, what] = said
      if (kind === 'AUTH') challenge = about
      else if (kind === 'OK') answers.resolve(about, { accepted: what, reason: asReason(said[3]) })
      else if (kind === 'EVENT') keep(about, what)
      else if (kind === 'EOSE') endings.resolve(about)
      else endings.reject(about, new RequestRefused(asReason(what)))
    },
    ended: (why: ConnectionLost) => {
      answers.rejectAll(why)
      endings.rejectAll(why)
    },
  }
}

/** Those who wait for something by its name, each for so long. */
const createWaiting = <T>() => {
  const waiting = new Map<string, { resolve(value: T): void; reject(error: Error): void }>()
  const take = (name: string) => {
    const found = waiting.get(name)
    waiting.delete(name)
    return found
  }
  return {
    wait: async (name: string, begin: () => void): Promise<T> => {
      const timer = setTimeout(
        () => take(name)?.reject(new ConnectionLost('It did not answer in time.')),
        ANSWER_WITHIN,
      )
      try {
        return await new Promise<T>((resolve, reject) => {
          waiting.set(name, { resolve, reject })
          begin()
        })
      } finally {
        clearTimeout(timer)
        waiting.delete(name)
      }
    },
    resolve: (name: string, value: T) => take(name)?.resolve(value),
    reject: (name: string, error: Error) => take(name)?.reject(error),
    rejectAll: (error: Error) => {
      for (const name of waiting.keys()) take(name)?.reject(error)
    },
  }
}

/** The relay may be gone by now, which is no matter. */
const endRequest = (socket: RelaySocket, id: string): void => {
  try {
    socket.send(['CLOSE', id])
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error
  }
}

const isAuthRequired = (reason: string) => reason.startsWith('auth-required:')

const asReason = (said: unknown): string => (typeof said === 'string' ? said.slice(0, 300) : '')
