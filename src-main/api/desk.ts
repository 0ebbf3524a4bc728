import type { Hono } from 'hono'
import type { Event } from '../../src-preload/contract/events.ts'
import type { Gate, TakeFile } from '../core/gate.ts'
import type { Clock } from '../core/ports.ts'
import type { ApiEnv } from './api-env.ts'
import { eventStream } from './event-stream.ts'
import { FAILURE_STATUS } from './failure-status.ts'
import { neverStored, sizeLimit, tokenOnly } from './guards.ts'
import { interfaceFiles } from './interface-files.ts'
import { mediaFile, type MediaLocator } from './media-file.ts'
import { readBody } from './read-body.ts'
import { readFile } from './read-file.ts'
import type { Refuse } from './refuse.ts'

/** What the person's own interface and commands speak to. */
export type Desk = {
  gate: Gate
  takeFile: TakeFile
  subscribe(listener: (event: Event) => void): () => void
  locateMedia: MediaLocator
  /** The built interface; null serves none. */
  interfaceFolder: string | null
}

/**
 * The contract's methods as they are: `POST /rpc/<method>`, `POST /media?name=...` with a file as it is, `GET /events`,
 * `GET /media/<id>`, and the interface at `/`.
 * The interface's files are public, as every page's are; everything about the person asks for the token.
 */
export const mountDesk = (
  api: Hono<ApiEnv>,
  desk: Desk,
  { token, refuse, ...world }: { token: string; refuse: Refuse; clock: Clock; closing: AbortSignal },
): void => {
  for (const path of ['/rpc/*', '/events', '/media/*']) api.use(path, tokenOnly(token, refuse), neverStored)
  api.post('/rpc/:method', sizeLimit(refuse), readBody(refuse), async (c) => {
    const reply = await desk.gate(c.req.param('method'), c.var.body)
    return c.json(reply, reply.ok ? 200 : FAILURE_STATUS[reply.failure.code])
  })
  api.post('/media', async (c) => {
    const reply = await desk.takeFile(await readFile(c))
    return c.json(reply, reply.ok ? 200 : FAILURE_STATUS[reply.failure.code])
  })
  api.get('/events', (c) => eventStream(c, { ...world, subscribe: desk.subscribe }))
  api.get('/media/:mediaId', (c) => mediaFile(c, c.req.param('mediaId'), desk.locateMedia))
  if (desk.interfaceFolder !== null) api.route('/', interfaceFiles(desk.interfaceFolder))
}
