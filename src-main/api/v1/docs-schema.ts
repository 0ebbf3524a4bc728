import { html } from 'hono/html'
import type { Schema } from './schemas.ts'

export type Html = ReturnType<typeof html>

/** Deeper than this a schema is told by its kind alone. */
const DEEPEST = 6

/** A schema as a person reads it: its kind, and under it its fields with theirs. */
export const schemaTree = (schema: Schema, depth = 0): Html => {
  const fields = fieldsOf(schema)
  if (fields.length === 0 || depth >= DEEPEST) return html``
  return html`<dl>${fields.map(([name, field, required]) => row(name, field, required, depth))}</dl>`
}

const row = (name: string, field: Schema, required: boolean, depth: number): Html =>
  html`<dt><code>${name}</code>${required ? html`<b title="required">*</b>` : ''}</dt>
    <dd><span class="kind">${kindOf(field)}</span>${schemaTree(field, depth + 1)}</dd>`

type Field = [name: string, field: Schema, required: boolean]

/** An object's fields; those of a list's entries; of several shapes each one's, named by what tells them apart. */
const fieldsOf = (schema: Schema): Field[] => {
  const shapes = shapesOf(schema).filter((shape) => shape['type'] !== 'null')
  if (shapes.length === 1 && shapes[0]) return fieldsOf(shapes[0])
  if (shapes.length > 1) {
    return shapes.some((shape) => shape['properties'])
      ? shapes.map((shape, index) => [shapeName(shape, index), shape, false])
      : []
  }
  if (isSchema(schema['items'])) return fieldsOf(schema['items'])
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  return Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).map(([name, field]) => [
    name,
    field,
    required.includes(name),
  ])
}

const shapesOf = (schema: Schema): Schema[] => {
  const shapes = schema['anyOf'] ?? schema['oneOf']
  return Array.isArray(shapes) ? shapes.filter(isSchema) : []
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null

const shapeName = (shape: Schema, index: number): string => {
  const fixed = Object.entries((shape['properties'] ?? {}) as Record<string, Schema>).find(
    ([, field]) => 'const' in field,
  )
  return fixed ? `${fixed[0]}: ${String(fixed[1]['const'])}` : `either ${index + 1}`
}

/** In a few words, such as `integer, 1 to 200, 50 when left out`. */
export const kindOf = (schema: Schema): Html => {
  const ref = typeof schema['$ref'] === 'string' ? (schema['$ref'].split('/').at(-1) ?? '') : null
  if (ref !== null) return html`<a href="#model-${ref}">${ref}</a>`
  const shapes = shapesOf(schema)
  const objects = shapes.filter((shape) => shape['properties'])
  if (objects.length > 1) return html`one of ${objects.length} shapes`
  if (shapes.length > 0) return html`${joined(shapes.map(kindOf), ' or ')}`
  if (isSchema(schema['items'])) return html`list of ${kindOf(schema['items'])}${limitsOf(schema)}`
  return html`${baseOf(schema)}${limitsOf(schema)}`
}

const joined = (parts: Html[], between: string): Html[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [html`${between}`, part]))

const baseOf = (schema: Schema): string => {
  if ('const' in schema) return JSON.stringify(schema['const'])
  if (Array.isArray(schema['enum'])) return schema['enum'].map((one) => JSON.stringify(one)).join(' | ')
  if (Array.isArray(schema['type'])) return schema['type'].join(' or ')
  return [schema['format'], schema['type'], 'anything'].find((name) => typeof name === 'string') ?? ''
}

const limitsOf = (schema: Schema): Html => {
  const { minimum: low, maximum: high, minLength, maxLength, minItems, maxItems, pattern } = schema
  const span = (from: unknown, to: unknown, unit: string) =>
    from === undefined && to === undefined
      ? ''
      : `, ${from === undefined ? 'at most' : `${number(from)} to`} ${number(to)}${unit}`
  const said = [
    Math.abs(Number(high ?? 0)) === Number.MAX_SAFE_INTEGER ? '' : span(low, high, ''),
    span(minLength, maxLength, ' characters'),
    span(minItems, maxItems, ' entries'),
    typeof pattern === 'string' && pattern.length < 60 ? `, ${wordsFor(pattern)}` : '',
    'default' in schema ? `, ${JSON.stringify(schema['default'])} when left out` : '',
  ].join('')
  return html`${said}`
}

/** An id's pattern says no more than its prefix. */
const wordsFor = (pattern: string): string => {
  const prefix = /^\^(\w{3}_)\[/.exec(pattern)?.[1]
  return prefix === undefined ? pattern : `${prefix}...`
}

const number = (value: unknown): string => (typeof value === 'number' ? value.toLocaleString('en') : 'any number of')
