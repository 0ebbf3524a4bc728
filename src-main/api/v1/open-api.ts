import type { MethodName } from '../../../src-preload/contract/methods.ts'
import { HTTP_LIMITS } from '../limits.ts'
import { ANSWER_HEADERS, CONTENT, EVENTS, json, type Operation, operationOf } from './operation.ts'
import { type Route, routes } from './routes.ts'
import { outputSchemas, refTo, type Schema } from './schemas.ts'

/** An OpenAPI 3.1 document, as far as this one goes. */
export type OpenApi = {
  openapi: string
  info: { title: string; version: string; description: string }
  servers: { url: string }[]
  security: Record<string, string[]>[]
  tags: { name: string }[]
  paths: Record<string, Record<string, Operation>>
  components: Schema & { schemas: Record<string, Schema> }
}

/** The reference of `/v1`, made from the contract and the table of routes. */
export const openApiDocument = (version: string): OpenApi => {
  const outputs = outputSchemas()
  const paths: OpenApi['paths'] = {}
  const put = (path: string, verb: string, operation: Operation) => {
    paths[path] = { ...paths[path], [verb.toLowerCase()]: operation }
  }
  for (const method of Object.keys(routes) as MethodName[]) {
    for (const route of routes[method] as readonly Route[]) {
      put(route.path, route.verb, operationOf(method, route, outputs.of(method)))
    }
  }
  put('/events', 'GET', EVENTS)
  put('/media/{mediaId}/content', 'GET', CONTENT)
  return {
    openapi: '3.1.1',
    info: { title: 'Posthorn', version, description: ABOUT },
    servers: [{ url: '/v1' }],
    security: [{ key: [] }],
    tags: [...new Set(Object.values(paths).flatMap((verbs) => Object.values(verbs).flatMap(({ tags }) => tags)))].map(
      (name) => ({ name }),
    ),
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'A key: sk_live_... or sk_test_...' } },
      headers: HEADERS,
      responses: { Refused: REFUSED },
      schemas: {
        ...outputs.models,
        Refusal: {
          type: 'object',
          properties: { error: refTo('Failure'), requestId: { type: 'string' } },
          required: ['error', 'requestId'],
        },
      },
    },
  }
}

const HEADERS = {
  'X-Request-Id': { description: 'The one sent with the request, or a new one.', schema: { type: 'string' } },
  'RateLimit-Limit': { description: 'Requests in this minute.', schema: { type: 'integer' } },
  'RateLimit-Remaining': { description: 'How many of them are left.', schema: { type: 'integer' } },
  'RateLimit-Reset': { description: 'Seconds until the next minute.', schema: { type: 'integer' } },
  'Retry-After': { description: 'Seconds to wait; told with 429.', schema: { type: 'integer' } },
}

const REFUSED = {
  description: 'Refused; nothing was changed. The error says what happened and what to do next.',
  headers: { ...ANSWER_HEADERS, 'Retry-After': { $ref: '#/components/headers/Retry-After' } },
  content: json(refTo('Refusal')),
}

const ABOUT = `Posthorn on this machine. Send a key as "Authorization: Bearer sk_live_..."; a key that begins with sk_test_ opens a sandbox that publishes nowhere. \
A key may make ${HTTP_LIMITS.requestsPerMinute} requests in a minute, ${HTTP_LIMITS.writesPerMinute} of them other than GET; the RateLimit headers tell what is left. \
What is sent is JSON of at most 1 MB (a file: 150 MB); a field or parameter that is not known is refused, never passed over. \
Times are instants in UTC such as 2026-12-01T08:00:00.000Z. Lists come in pages: send the "cursor" of one page to get the next, null is the end.`
