import type { HttpBindings } from '@hono/node-server'
import { Hono, type MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Event } from '../../src-preload/contract/events.ts'
import type { Gate } from '../core/gate.ts'
import type { Clock, Log } from '../core/ports.ts'
import { failed } from '../core/refusal.ts'
import { eventStream } from './event-stream.ts'
import { FAILURE_STATUS } from './failure-status.ts'
import { jsonOnly, ownNameOnly, sizeLimit, tokenOnly } from './guards.ts'
import { interfaceFiles } from './interface-files.ts'
import { mediaFile, type MediaLocator } from './media-file.ts'
import { replyFailure } from './reply.ts'

/** What the HTTP API speaks for. */
export type HttpWorld = {
  gate: Gate
  subscribe(listener: (event: Event) => void): () => void
  locateMedia: MediaLocator
  /** The built interface; null serves none. */
  interfaceFolder: string | null
  /** Who has it may do everything. */
  token: string
  clock: Clock
  log: Log
  /** Ends the event streams. */
  closing: AbortSignal
}

/**
 * The contract's methods over HTTP: `POST /rpc/<method>`, `GET /events`, `GET /media/<id>`, and the interface at `/`. The
 * interface's files are public, as every page's are; everything about the person asks for the token.
 */
export const createHttpApi = (world: HttpWorld): Hono<{ Bindings: HttpBindings }> => {
  const api = new Hono<{ Bindings: HttpBindings }>()
  api.use(headers, ownNameOnly)
  for (const path of ['/rpc/*', '/events', '/media/*']) api.use(path, tokenOnly(world.token), neverStored)

  api.post('/rpc/:method', jsonOnly, sizeLimit, async (c) => {
    let input: unknown
    try {
      input = await c.req.json()
    } catch {
      return replyFailure(c, failed('invalid-input', 'The request is not valid JSON.', 'Correct it and send it again.'))
    }
    const reply = await world.gate(c.req.param('method'), input)
    return c.json(reply, reply.ok ? 200 : FAILURE_STATUS[reply.failure.code])
  })
  api.get('/events', (c) => eventStream(c, world))
  api.get('/media/:mediaId', (c) => mediaFile(c, c.req.param('mediaId'), world.locateMedia))
  if (world.interfaceFolder !== null) api.route('/', interfaceFiles(world.interfaceFolder))

  api.notFound((c) => replyFailure(c, failed('not-found', 'There is nothing here.', 'Check the address.')))
  api.onError((error, c) => {
    world.log.error(`${c.req.method} ${c.req.path} failed`, { error: error.stack ?? error.message })
    return replyFailure(c, failed('internal', 'Posthorn met an error of its own.', 'Try again; the log says more.'))
  })
  return api
}

const neverStored: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
}

const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'blob:', 'data:'],
    mediaSrc: ["'self'", 'blob:'],
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  // Plain HTTP on loopback: a promise of HTTPS would lock the person out.
  strictTransportSecurity: false,
})
