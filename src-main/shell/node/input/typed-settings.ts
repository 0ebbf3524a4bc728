import { refuseInEnglish } from '../../../core/refusal.ts'
import { fromHere } from './from-here.ts'

type Schema = {
  type?: string | string[]
  format?: string
  properties?: Record<string, Schema>
  anyOf?: Schema[]
  items?: Schema
}

/**
 * Turns `key=value` pairs into settings of the types a JSON Schema asks for. A dot leads into a group
 * (`notify.failed=false`). Refuses keys that the schema does not know.
 */
export const typedSettings = (pairs: readonly string[], schema: object): Record<string, unknown> => {
  const settings: Record<string, unknown> = {}
  for (const pair of pairs) {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? []
    if (key === undefined || value === undefined) {
      return refuseInEnglish('invalid-input', `"${pair}" is not a setting.`, 'Write it as key=value.', {
        field: 'settings',
      })
    }
    place(settings, key, typed(key, value, find(schema, key)))
  }
  return settings
}

/** Puts a value where its dotted key says. */
const place = (settings: Record<string, unknown>, key: string, value: unknown) => {
  const names = key.split('.')
  const last = names.pop() ?? key
  let group = settings
  for (const name of names) group = (group[name] ??= {}) as Record<string, unknown>
  group[last] = value
}

const find = (root: Schema, key: string): Schema => {
  let schema = root
  for (const name of key.split('.')) {
    const known = schema.properties ?? {}
    const next = Object.hasOwn(known, name) ? known[name] : undefined
    if (next === undefined) {
      const names = Object.keys(known)
      return refuseInEnglish(
        'invalid-input',
        `There is no setting "${key}".`,
        names.length > 0 ? `Use one of: ${names.join(', ')}.` : 'There is nothing to set here.',
        { field: `settings.${key}` },
      )
    }
    schema = next
  }
  return schema
}

const typed = (key: string, value: string, schema: Schema): unknown => {
  const types = new Set([schema, ...(schema.anyOf ?? [])].flatMap(({ type }) => type ?? []))
  if (types.has('null') && value === 'null') return null
  if (types.has('boolean') && (value === 'true' || value === 'false')) return value === 'true'
  if ((types.has('number') || types.has('integer')) && value.trim() !== '' && Number.isFinite(Number(value))) {
    return Number(value)
  }
  if (types.has('string')) return schema.format === 'directory' ? fromHere(value) : value
  if (types.has('array') || types.has('object')) return structured(key, value, schema)
  return value
}

/** A list of words may be written with commas; everything else as JSON. */
const structured = (key: string, value: string, schema: Schema): unknown => {
  try {
    return JSON.parse(value)
  } catch {
    if (schema.items?.type === 'string') return value.split(',').map((one) => one.trim())
    return refuseInEnglish('invalid-input', `The setting ${key} is not valid JSON.`, 'Write it as JSON, in quotes.', {
      field: `settings.${key}`,
    })
  }
}
