import { fieldsOf, type SchemaField } from '../../accounts/schema-form.ts'
import type { Options } from '../draft/draft.ts'
import { sayAsChannel } from '../../words/say-as-channel.ts'
import { say } from '../../words/say.ts'

type Schema = Record<string, unknown>

/**
 * One field for one of a channel's options. `words` and `numbers` are lists of any length, `picks` some of the choices,
 * `group` an object of fields.
 */
export type OptionField = Pick<SchemaField, 'name' | 'title' | 'description' | 'example'> & {
  kind: 'line' | 'address' | 'long' | 'number' | 'yes-no' | 'choice' | 'day' | 'words' | 'numbers' | 'picks' | 'group'
  /** To be said for every post; within a group: as soon as the group says anything. */
  needed: boolean
  choices: readonly { key: string; label: string }[]
  fields: readonly OptionField[]
}

/** From so many characters on a text is written in several lines. */
const LONG = 1000

/** The fields for a channel's options, in its own order. */
export const optionFields = (schema: Schema | null): readonly OptionField[] =>
  schema === null
    ? []
    : fieldsOf(schema).map((field) => optionField(field, asSchema(asSchema(schema['properties'])[field.name])))

const optionField = (field: SchemaField, property: Schema): OptionField => {
  const { name, title, description, example, required } = field
  const items = asSchema(property['items'])
  const kind = kindOf(property, items)
  return {
    name,
    title,
    description,
    example,
    kind,
    needed: required || property['needed'] === true,
    choices: choicesOf(kind === 'picks' ? items : property),
    fields: kind === 'group' ? optionFields(property) : [],
  }
}

const kindOf = (property: Schema, items: Schema): OptionField['kind'] => {
  if (Array.isArray(property['enum'])) return 'choice'
  switch (property['type']) {
    case 'boolean':
      return 'yes-no'
    case 'integer':
    case 'number':
      return 'number'
    case 'object':
      return 'group'
    case 'array':
      return Array.isArray(items['enum']) ? 'picks' : isNumeric(items) ? 'numbers' : 'words'
    default:
      break
  }
  if (property['format'] === 'uri') return 'address'
  if (property['format'] === 'date') return 'day'
  return Number(property['maxLength'] ?? 0) >= LONG ? 'long' : 'line'
}

/** A list whose entries may be numbers: what is all digits is one. */
const isNumeric = ({ type, anyOf }: Schema): boolean =>
  type === 'integer' || type === 'number' || (Array.isArray(anyOf) && anyOf.some((one) => isNumeric(asSchema(one))))

const choicesOf = ({ enum: values }: Schema): OptionField['choices'] =>
  Array.isArray(values)
    ? values.map((value) => ({ key: String(value), label: sayAsChannel(wordsOf(String(value))) }))
    : []

/** `PUBLIC_TO_EVERYONE` as `Public to everyone`, `mentionedUsers` as `Mentioned users`. */
export const wordsOf = (value: string): string => {
  const apart = value.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replaceAll(/(?<=\w)[_-](?=\w)/g, ' ')
  const words = apart.toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The options after one of them was set; an empty value takes it out. */
export const withOption = (options: Options, name: string, value: unknown): Options => {
  const { [name]: _, ...others } = options
  return isNothing(value) ? others : { ...options, [name]: value }
}

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0)

/** What was typed into a field of numbers: a number if it is one, else as it was typed, for the channel to judge. */
export const readNumber = (typed: string): number | string => {
  const text = typed.trim()
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}

/** `Who sees it: Unlisted`, for each that is set. */
export const summaryOf = (fields: readonly OptionField[], options: Options): { name: string; says: string }[] =>
  fields.flatMap((field) => {
    const value = options[field.name]
    if (isNothing(value)) return []
    const says = sayValue(field, value)
    return [{ name: field.name, says: says === '' ? field.title : `${field.title}: ${says}` }]
  })

/** More than this of a text says no more. */
const MOST = 28

const sayValue = (field: OptionField, value: unknown): string => {
  if (value === true) return ''
  if (value === false) return say('composer.no-in-text')
  if (Array.isArray(value)) return value.length > 3 ? `${value.length}` : shortened(value.map(String).join(', '))
  const chosen = field.choices.find(({ key }) => key === value)?.label
  return typeof value === 'string' || typeof value === 'number' ? shortened(chosen ?? String(value)) : ''
}

const shortened = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST - 1).trimEnd()}…` : text)

const asSchema = (value: unknown): Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : {}
