import { type Context, Hono } from 'hono'
import type { MethodName } from '../../../src-preload/contract/methods.ts'
import type { Clock } from '../../core/ports.ts'
import type { ApiEnv, Dialect } from '../api-env.ts'
import { eventStream } from '../event-stream.ts'
import { FAILURE_STATUS } from '../failure-status.ts'
import type { Keys } from '../key-guard.ts'
import { mediaFile } from '../media-file.ts'
import { readFile } from '../read-file.ts'
import { docsPage } from './docs-page.ts'
import type { Html } from './docs-schema.ts'
import { openApiDocument } from './open-api.ts'
import { createInputReader } from './read-input.ts'
import { answerOnce, onceOf } from './once.ts'
import { type Route, routes } from './routes.ts'

const fail: Dialect['fail'] = (c, failure) =>
  c.json({ error: failure, requestId: c.var.requestId }, FAILURE_STATUS[failure.code])

/** Posthorn's own dialect: every method of the contract by REST, and what streams. */
export const createV1 = (world: { keys: Keys; clock: Clock; closing: AbortSignal }): Dialect => {
  const api = new Hono<ApiEnv>()
  api.get('/events', (c) => eventStream(c, { ...world, subscribe: c.var.side.subscribe }))
  api.get('/media/:mediaId/content', async (c) => {
    const { locateMedia } = await world.keys.sideFor(c.var.key.kind)
    return mediaFile(c, c.req.param('mediaId'), locateMedia)
  })
  for (const method of Object.keys(routes) as MethodName[]) {
    for (const route of routes[method] as readonly Route[]) {
      api.on(route.verb, route.path.replaceAll(/\{(\w+)\}/g, ':$1'), createHandler(method, route))
    }
  }
  return { basePath: '/v1', routes: api, fail }
}

const createHandler = (method: MethodName, route: Route) => {
  const read = createInputReader(method, route)
  return async (c: Context<ApiEnv>): Promise<Response> => {
    if (method === 'media.add' && c.var.body === undefined) return addFile(c)
    const input = read({ path: c.req.param(), query: c.req.queries(), body: c.var.body })
    if (!input.ok) return fail(c, input.failure)
    const once = onceOf(c, route)
    const { gate } = c.var.side
    const reply = await gate(method, once === null ? input.value : { ...input.value, [once.field]: once.key })
    if (!reply.ok) return fail(c, reply.failure)
    const answer = { status: route.status ?? 200, body: JSON.stringify(reply.value) }
    const { status, body: text } = once === null ? answer : await answerOnce(c.var.side, once.key, answer)
    return c.body(text, status as 200 | 201, { 'Content-Type': 'application/json' })
  }
}

/** A file as it is, or in a form, copied in while it comes. */
const addFile = async (c: Context<ApiEnv>): Promise<Response> => {
  const reply = await c.var.side.takeFile(await readFile(c))
  return reply.ok ? c.json(reply.value, 201) : fail(c, reply.failure)
}

/** The description of it all, for programs and for people; public, for it says nothing of the person. */
export const mountReference = (api: Hono<ApiEnv>, { version }: { version: string }): void => {
  let made: { json: string; page: Html } | undefined
  const reference = () => {
    if (made) return made
    const document = openApiDocument(version)
    return (made = { json: JSON.stringify(document), page: docsPage(document) })
  }
  const lasting = { 'Cache-Control': 'no-cache' }
  api.get('/v1/openapi.json', (c) => c.body(reference().json, 200, { ...lasting, 'Content-Type': 'application/json' }))
  api.get('/v1/docs', (c) => c.html(reference().page, 200, lasting))
}
