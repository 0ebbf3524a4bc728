import type { Failure } from '../../src-preload/contract/failure.ts'
import { sayAsChannel } from '../words/say-as-channel.ts'
import { besideField, inOwnWords, sayFailure } from '../words/say-failure.ts'

type Schema = Record<string, unknown>

/** One field of a form, made from one property of a JSON Schema. */
export type SchemaField = {
  name: string
  title: string
  description: string
  kind: 'text' | 'lines' | 'address' | 'folder' | 'number' | 'switch' | 'choice'
  required: boolean
  /** What it holds before anyone types. */
  initial: string | boolean
  example: string
  options: readonly { key: string; label: string }[]
}

export type FormValues = Readonly<Record<string, string | boolean>>

/** The fields for an object's schema, in its own order. */
export const fieldsOf = (schema: Schema): SchemaField[] => {
  const properties = asObject(schema['properties'])
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : [])
  return Object.entries(properties).map(([name, property]) => fieldOf(name, asObject(property), required.has(name)))
}

const fieldOf = (name: string, property: Schema, required: boolean): SchemaField => {
  const names = asObject(property['names'])
  const options = Array.isArray(property['enum'])
    ? property['enum'].map(String).map((key) => ({ key, label: asText(names[key]) || sayAsChannel(key) }))
    : []
  const kind = kindOf(property, options.length > 0)
  const given = property['default']
  return {
    name,
    title: typeof property['title'] === 'string' ? property['title'] : titleOf(name),
    description: typeof property['description'] === 'string' ? property['description'] : '',
    kind,
    // What has a default need not be typed.
    required: required && given === undefined,
    initial: kind === 'switch' ? given === true : given === undefined ? (options[0]?.key ?? '') : asText(given),
    example: Array.isArray(property['examples']) ? asText(property['examples'][0]) : '',
    options,
  }
}

const kindOf = ({ type, format }: Schema, hasOptions: boolean): SchemaField['kind'] => {
  if (hasOptions) return 'choice'
  if (type === 'boolean') return 'switch'
  if (type === 'integer' || type === 'number') return 'number'
  if (format === 'directory') return 'folder'
  if (format === 'multiline') return 'lines'
  return format === 'uri' ? 'address' : 'text'
}

export const initialValues = (fields: readonly SchemaField[], known: Record<string, unknown> = {}): FormValues =>
  Object.fromEntries(
    fields.map(({ name, kind, initial }) => {
      const value = known[name]
      if (value === undefined || value === null) return [name, initial]
      return [name, kind === 'switch' ? value === true : asText(value)]
    }),
  )

/** What the channel is told: empty fields are left out, numbers are numbers. */
export const settingsOf = (fields: readonly SchemaField[], values: FormValues): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap(({ name, kind }): [string, unknown][] => {
      const value = values[name]
      if (typeof value === 'boolean') return [[name, value]]
      const text = (value ?? '').trim()
      if (text === '') return []
      return [[name, kind === 'number' ? Number(text) : text]]
    }),
  )

/** The first required field that is empty; null when there is none. */
export const missingField = (fields: readonly SchemaField[], values: FormValues): SchemaField | null =>
  fields.find(({ name, required }) => required && String(values[name] ?? '').trim() === '') ?? null

/** What is wrong with a field that was not filled in: `name`, `secret` or `settings.<property>`. */
export const lackOf = (field: string, message: string, next: string): Failure =>
  inOwnWords({ code: 'invalid-input', message, next, field })

/** The field of the account form that a failure is about: `name`, `secret` or `settings.<property>`. */
export const failingField = (failure: Failure, fields: readonly SchemaField[], hasSecret: boolean): string | null => {
  const { field, code } = failure
  if (field === 'name' || (field === 'secret' && hasSecret)) return field
  if (field !== undefined) {
    const name = field.replace(/^settings\./, '')
    if (fields.some((one) => one.name === name)) return `settings.${name}`
  }
  // A refused credential without a place is most often the password.
  return code === 'wrong-credentials' && hasSecret ? 'secret' : null
}

/** The failure's words without the technical name of the field that they stand beside. */
export const fieldWords = (failure: Failure): Pick<Failure, 'message' | 'next'> => {
  const { message, next } = sayFailure(besideField(failure))
  const { field } = failure
  const words = field !== undefined && message.startsWith(`${field}: `) ? message.slice(field.length + 2) : message
  return inOwnWords({ message: words, next })
}

const asObject = (value: unknown): Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : {}

/** What a field shows of a value; only plain ones can be shown. */
const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

/** `siteTitle` as `Site title`. */
const titleOf = (name: string): string => {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
