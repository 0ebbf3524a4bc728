import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import type { Event } from 'nostr-tools/core'
import { type Filter, matchFilter } from 'nostr-tools/filter'
import { installed } from './installed.ts'

/** A real Nostr relay on loopback, in this process, with its events in memory. */
export type NostrRelay = {
  /** `ws://127.0.0.1:PORT`. */
  url: string
  events(): Event[]
  /** Refuses every event with this reason from now on; null: no more. */
  refuse(reason: string | null): void
  /** The next event is kept; the connection ends before the answer. */
  cutAfterEvent(): void
  /** Hears, and says nothing, from now on. */
  fallSilent(): void
  /** Says this to everybody who connects. */
  greetWith(...messages: string[]): void
  close(): Promise<void>
}

type Client = {
  send(data: string): void
  terminate(): void
  on(event: 'message', listener: (data: Buffer) => void): void
  on(event: 'close', listener: () => void): void
}
type Relay = {
  handleConnection(client: Client): void
  handleDisconnect(client: Client): void
  handleMessage(client: Client, message: unknown): Promise<unknown>
  handleEvent(event: Event): Promise<unknown>
  register(plugin: object): void
  destroy(): Promise<void>
}
type Context = { pubkey?: string; sendMessage(message: unknown[]): void }
type Packages = {
  NostrRelay: new (repository: object, options: object) => Relay
  Validator: new () => { validateIncomingMessage(data: Buffer): Promise<unknown[]> }
  EventRepository: new () => object
  WebSocketServer: new (options: object) => {
    clients: Set<Client>
    on(event: 'connection', listener: (client: Client) => void): void
    close(): void
  }
}

const packages = (): Packages =>
  Object.assign(
    {},
    ...['@nostr-relay/core', '@nostr-relay/validator', '@nostr-relay/common', 'ws'].map(installed),
  ) as Packages

/** `information`: what it tells about itself (NIP-11); `auth`: only who signs in may write (NIP-42). */
export const startNostrRelay = async ({
  information = {},
  auth = false,
}: { information?: object; auth?: boolean } = {}): Promise<NostrRelay> => {
  const { NostrRelay, Validator, EventRepository, WebSocketServer } = packages()
  const kept = new Map<string, Event>()
  let reason: string | null = null
  let cutting = false
  let silent = false
  let greetings: string[] = []

  class Memory extends EventRepository {
    isSearchSupported() {
      return false
    }
    upsert(event: Event) {
      const isDuplicate = kept.has(event.id)
      kept.set(event.id, event)
      return Promise.resolve({ isDuplicate })
    }
    find(filter: Filter) {
      const found = [...kept.values()].filter((event) => matchFilter(filter, event))
      return Promise.resolve(found.toSorted((a, b) => b.created_at - a.created_at).slice(0, filter.limit ?? 500))
    }
    deleteByDeletionRequest({ pubkey, tags }: Event) {
      for (const [name, id = ''] of tags) if (name === 'e' && kept.get(id)?.pubkey === pubkey) kept.delete(id)
      return Promise.resolve()
    }
    destroy() {
      return Promise.resolve()
    }
  }

  const relay = new NostrRelay(new Memory(), {
    filterResultCacheTtl: 0,
    eventHandlingResultCacheTtl: 0,
    logLevel: 5,
    ...(auth && { hostname: '127.0.0.1' }),
  })
  relay.register({ beforeHandleEvent: () => ({ canHandle: reason === null, message: reason ?? undefined }) })
  relay.register({
    handleMessage: (context: Context, message: [string, Event], next: () => unknown) => {
      if (!auth || message[0] !== 'EVENT' || context.pubkey !== undefined) return next()
      return context.sendMessage(['OK', message[1].id, false, 'auth-required: sign in first'])
    },
  })

  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/nostr+json').end(JSON.stringify(information))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const sockets = new WebSocketServer({ server })
  const validator = new Validator()
  const hear = async (client: Client, data: Buffer): Promise<void> => {
    try {
      const message = await validator.validateIncomingMessage(data)
      if (silent) return
      if (cutting && message[0] === 'EVENT') {
        cutting = false
        await relay.handleEvent(message[1] as Event)
        client.terminate()
        return
      }
      await relay.handleMessage(client, message)
    } catch (error) {
      client.send(JSON.stringify(['NOTICE', String(error)]))
    }
  }
  sockets.on('connection', (client) => {
    for (const greeting of greetings) client.send(greeting)
    relay.handleConnection(client)
    client.on('message', (data) => void hear(client, data))
    client.on('close', () => relay.handleDisconnect(client))
  })

  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    events: () => [...kept.values()],
    refuse: (why) => void (reason = why),
    cutAfterEvent: () => void (cutting = true),
    fallSilent: () => void (silent = true),
    greetWith: (...messages) => void (greetings = messages),
    close: async () => {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
      server.closeAllConnections()
      server.close()
      await relay.destroy()
    },
  }
}
