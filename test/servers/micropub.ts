import { once } from 'node:events'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { installed } from './installed.ts'

/** A real Micropub endpoint on loopback, in this process, on a site of a front page and a place that knows tokens. */
export type MicropubSite = {
  url: string
  token: string
  /** What stands, in the order in which it was made. */
  entries: MadeEntry[]
  close(): Promise<void>
}
export type MadeEntry = {
  url: string
  properties: Record<string, unknown[]>
  /** Commands, where they came in a form. */
  mp: Record<string, unknown[]>
  files?: { photo?: { filename: string; buffer: Buffer }[] }
}

type Router = object
type Express = {
  (): RequestListener & { use(place: string, router: Router): void; get(place: string, answer: Answer): void }
}
type Answer = (request: IncomingMessage, response: ServerResponse) => void
type Options = {
  tokenReference: { me: string; endpoint: string }
  handler(data: Omit<MadeEntry, 'url'>): { url: string }
  queryHandler(query: string): object | undefined
  logger: Record<string, () => void>
}

const TOKEN = 'micropub-express-token-1'
const LATEST = 50

export const startMicropubSite = async (): Promise<MicropubSite> => {
  const express = installed('express') as Express
  const micropub = installed('micropub-express') as (options: Options) => Router
  const { createServer } = await import('node:http')
  const entries: MadeEntry[] = []
  const app = express()
  const server: Server = createServer(app)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const silent = () => {}
  app.get('/', (_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><link rel="micropub" href="/micropub"><link rel="token_endpoint" href="/token">')
  })
  app.get('/token', ({ headers }, response) => {
    const known = headers.authorization === `Bearer ${TOKEN}`
    response.end(known ? new URLSearchParams({ me: `${url}/`, scope: 'create' }).toString() : '')
  })
  const handler: Options['handler'] = (data) => {
    const [slug] = data.properties['mp-slug'] ?? data.mp['slug'] ?? [String(entries.length + 1)]
    const made = { ...data, url: `${url}/notes/${String(slug)}` }
    entries.push(made)
    return made
  }
  const queryHandler: Options['queryHandler'] = (query) =>
    query === 'source'
      ? {
          items: entries
            .toReversed()
            .slice(0, LATEST)
            .map((one) => ({ type: ['h-entry'], properties: { ...one.properties, url: [one.url] } })),
          paging: {},
        }
      : undefined
  const logger = { trace: silent, debug: silent, info: silent, warn: silent, error: silent, fatal: silent }
  app.use(
    '/micropub',
    micropub({ tokenReference: { me: url, endpoint: `${url}/token` }, handler, queryHandler, logger }),
  )
  return {
    url,
    token: TOKEN,
    entries,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
