import fc from 'fast-check'
import { HOSTILE_TEXTS, hostileValue } from './hostile.ts'

export type JsonSchema = {
  type?: string | string[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  propertyNames?: JsonSchema
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  enum?: unknown[]
  const?: unknown
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
}

/** Addresses that answer nothing and are asked for at no cost. */
const ADDRESSES = ['http://127.0.0.1:1/a.png', 'https://localhost:1/', 'http://[::1]:1/feed.xml', 'http://10.0.0.1:1/']
const INSTANTS = ['2026-12-01T08:00:00.000Z', '2031-06-30T23:59:59+05:30', '1999-01-01T00:00:00.000Z']
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'UTC', 'Not/AZone']

/** Values as a schema asks for them. `known` gives ids that exist, by their prefix. */
export const arbitraryOf = (
  schema: JsonSchema,
  known: ReadonlyMap<string, readonly string[]>,
): fc.Arbitrary<unknown> => {
  const of = (inner: JsonSchema | undefined): fc.Arbitrary<unknown> =>
    inner && Object.keys(inner).length > 0 ? arbitraryOf(inner, known) : fc.jsonValue({ maxDepth: 2 })
  const shapes = schema.anyOf ?? schema.oneOf
  if (shapes) return fc.oneof(...shapes.map(of))
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const [type] = Array.isArray(schema.type) ? schema.type : [schema.type]
  switch (type) {
    case 'string':
      return text(schema, known)
    case 'integer':
      return fc.integer({ min: Math.max(schema.minimum ?? -5, -1e9), max: Math.min(schema.maximum ?? 1e6, 1e9) })
    case 'number':
      return fc.double({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1e6, 1e9), noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'array':
      return fc.array(of(schema.items), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, 4),
      })
    case 'object':
      return object(schema, of)
    case undefined:
    default:
      return fc.constant(null)
  }
}

const object = (schema: JsonSchema, of: (inner: JsonSchema | undefined) => fc.Arbitrary<unknown>) => {
  if (!schema.properties) {
    const extra = schema.additionalProperties
    return fc.dictionary(
      fc.constantFrom('path', 'handle', 'bluesky', 'type', 'x'),
      of(extra === true ? {} : extra || {}),
      {
        maxKeys: 3,
      },
    )
  }
  const fields = Object.fromEntries(Object.entries(schema.properties).map(([name, inner]) => [name, of(inner)]))
  return fc.record(fields, { requiredKeys: schema.required ?? [] })
}

const text = (schema: JsonSchema, known: ReadonlyMap<string, readonly string[]>): fc.Arbitrary<string> => {
  const prefix = /^\^(\w+)_/.exec(schema.pattern ?? '')?.[1]
  const ids = prefix === undefined ? undefined : known.get(prefix)
  if (ids && ids.length > 0) return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...ids) }, matching(schema))
  if (schema.format === 'uri') return fc.constantFrom(...ADDRESSES)
  if (schema.format === 'date-time') return fc.constantFrom(...INSTANTS)
  if (schema.pattern !== undefined) return matching(schema)
  if (schema.maxLength === 64) return fc.constantFrom(...ZONES, 'news', 'folder', 'bluesky')
  const maxLength = Math.min(schema.maxLength ?? 60, 60)
  return fc.oneof(
    fc.string({ minLength: schema.minLength ?? 0, maxLength, unit: 'grapheme' }),
    fc.constantFrom(...HOSTILE_TEXTS.filter(({ length }) => length >= (schema.minLength ?? 0) && length <= maxLength)),
  )
}

const matching = (schema: JsonSchema) => fc.stringMatching(new RegExp(schema.pattern ?? '^x$'))

/** The same with something wrong about it: a value of another kind, a field too many, a field too few. */
export const spoiled = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 3, arbitrary: value },
    { weight: 1, arbitrary: hostileValue },
    {
      weight: 4,
      arbitrary: fc
        .tuple(value, fc.nat(), hostileValue, fc.constantFrom('replace', 'add', 'drop'))
        .map(([whole, at, wrong, how]) => spoil(whole, at, wrong, how)),
    },
  )

const spoil = (whole: unknown, at: number, wrong: unknown, how: string): unknown => {
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return wrong
  const names = Object.keys(whole)
  const name = names[at % Math.max(1, names.length)]
  if (how === 'add' || name === undefined) return { ...whole, [`${name ?? ''}_`]: wrong }
  if (how === 'drop') return Object.fromEntries(Object.entries(whole).filter(([other]) => other !== name))
  const inner = (whole as Record<string, unknown>)[name]
  const isDeeper = typeof inner === 'object' && inner !== null && !Array.isArray(inner) && at % 3 === 0
  return { ...whole, [name]: isDeeper ? spoil(inner, at >> 2, wrong, 'replace') : wrong }
}
