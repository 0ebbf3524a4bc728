import { z } from 'zod'
import { type MethodName, methods } from '../../../src-preload/contract/methods.ts'
import type { Failure, Reply } from '../../../src-preload/contract/failure.ts'
import { failedInEnglish } from '../../core/refusal.ts'
import type { Route } from './routes.ts'

/** A request as it came, before anything of it is believed. */
export type Asked = {
  path: Record<string, string>
  query: Record<string, string[]>
  body: unknown
}

/** Puts a method's input together from the path, the query of a GET, or the body of anything else. */
export const createInputReader = (method: MethodName, route: Route): ((asked: Asked) => Reply<object>) => {
  const fields = route.verb === 'GET' ? queryFields(method) : new Map<string, JsonSchema>()
  const elsewhere = new Set([...(route.without ?? []), ...(route.once === undefined ? [] : [route.once])])
  return ({ path, query, body }) => {
    const told = route.verb === 'GET' ? Object.entries(query).map(readParameter(fields)) : readBody(body)
    if (told === null) return no(failedInEnglish('invalid-input', 'The body is not a JSON object.', 'Send an object.'))
    const unknown = route.verb === 'GET' ? undefined : Object.keys(query)[0]
    const misplaced = told.find(([name]) => elsewhere.has(name) || Object.hasOwn(path, name))?.[0] ?? unknown
    if (misplaced !== undefined) {
      return no(
        failedInEnglish(
          'invalid-input',
          `Unrecognized here: "${misplaced}".`,
          'Leave it out; see /v1/docs for what may be sent.',
          {
            field: misplaced,
          },
        ),
      )
    }
    return { ok: true, value: Object.fromEntries([...Object.entries(path), ...told]) }
  }
}

const no = (failure: Failure): Reply<never> => ({ ok: false, failure })

const readBody = (body: unknown): [string, unknown][] | null =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.entries(body) : null

export type JsonSchema = { type?: unknown; properties?: Record<string, JsonSchema>; required?: string[] }

const queryFields = (method: MethodName): Map<string, JsonSchema> =>
  new Map(Object.entries((z.toJSONSchema(methods[method].input, { io: 'input' }) as JsonSchema).properties ?? {}))

/** Makes of a parameter what its schema asks for, where it can be read as that; the gate judges the rest. */
const readParameter =
  (fields: ReadonlyMap<string, JsonSchema>) =>
  ([name, values]: [string, string[]]): [string, unknown] => {
    const type = fields.get(name)?.type
    if (type === 'array') return [name, values]
    const [value = ''] = values
    if (values.length > 1) return [name, values]
    if ((type === 'integer' || type === 'number') && /^-?\d{1,15}$/.test(value)) return [name, Number(value)]
    if (type === 'boolean' && /^(true|false)$/.test(value)) return [name, value === 'true']
    return [name, value]
  }
