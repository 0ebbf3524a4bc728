import type { MethodName } from '../../../src-preload/contract/methods.ts'
import type { Route } from './routes.ts'
import { inputSchema, refTo, type Schema } from './schemas.ts'

export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  schema: Schema
  description?: string
}
export type Operation = {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  parameters: Parameter[]
  requestBody?: { required: boolean; content: Record<string, { schema: Schema }> }
  responses: Record<string, Schema>
}
/** A way to a method, as the reference tells it. */
export const operationOf = (method: MethodName, route: Route, output: Schema): Operation => {
  const input = inputSchema(method) as { properties?: Record<string, Schema>; required?: string[] } & Schema
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const gone = new Set([...inPath, ...(route.without ?? []), ...(route.once === undefined ? [] : [route.once])])
  const left = Object.entries(input.properties ?? {}).filter(([name]) => !gone.has(name))
  const required = (input.required ?? []).filter((name) => !gone.has(name))
  const path = inPath.map((name) => parameter('path', name, input.properties?.[name] ?? {}, true))
  const query = left.map(([name, schema]) => parameter('query', name, schema, required.includes(name)))
  const body = input.properties ? { ...input, properties: Object.fromEntries(left), required } : input
  return {
    operationId: route.id ?? method,
    tags: [method.split('.')[0] ?? method],
    summary: route.summary,
    parameters: [...path, ...(route.verb === 'GET' ? query : []), ...(route.once === undefined ? [] : [ONCE])],
    ...(route.verb === 'GET' || (input.properties && left.length === 0)
      ? {}
      : { requestBody: bodyOf(method, body, required) }),
    responses: {
      [route.status ?? 200]: { description: 'Done.', headers: ANSWER_HEADERS, content: json(output) },
      ...REFUSALS,
    },
  }
}

const parameter = (place: 'path' | 'query', name: string, schema: Schema, required: boolean): Parameter => ({
  name,
  in: place,
  required,
  schema,
})

export const json = (schema: Schema) => ({ 'application/json': { schema } })

const bodyOf = (method: MethodName, schema: Schema, required: string[]) => ({
  required: required.length > 0 || schema['properties'] === undefined,
  content: { ...json(schema), ...(method === 'media.add' ? FORM : {}) },
})

const FORM = {
  'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
  'multipart/form-data': {
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  },
}

const ONCE: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 200 },
  description:
    'The same key within 24 hours makes one post and gets the first answer again; with another body it is refused (409).',
}

export const ANSWER_HEADERS = Object.fromEntries(
  ['X-Request-Id', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'].map((name) => [
    name,
    { $ref: `#/components/headers/${name}` },
  ]),
)

const REFUSALS = Object.fromEntries(
  ['400', '401', '404', '429', 'default'].map((status) => [status, { $ref: '#/components/responses/Refused' }]),
)

export const EVENTS: Operation = {
  operationId: 'events',
  tags: ['events'],
  summary: 'Everything that changes, as server-sent events: each "data:" line is one event in JSON.',
  parameters: [],
  responses: {
    '200': { description: 'A stream without an end.', content: { 'text/event-stream': { schema: refTo('Event') } } },
    ...REFUSALS,
  },
}

export const CONTENT: Operation = {
  operationId: 'media.content',
  tags: ['media'],
  summary: 'Get the bytes of a file.',
  parameters: [parameter('path', 'mediaId', { type: 'string', pattern: '^med_[0-9A-Za-z]{10,40}$' }, true)],
  responses: {
    '200': { description: 'The bytes.', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } },
    ...REFUSALS,
  },
}
