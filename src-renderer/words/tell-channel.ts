import type { ChannelDescriptor, Combination } from '../../src-preload/contract/model/channel.ts'
import { sayAsChannel } from './say-as-channel.ts'

type Tell = (english: string) => string

/** A channel with everything that it says of itself in the tongue that is spoken; what it cites stays as it is. */
export const tellChannel = (channel: ChannelDescriptor, tell: Tell = sayAsChannel): ChannelDescriptor => {
  const { secret, textLimit, allows } = channel
  return {
    ...channel,
    name: tell(channel.name),
    summary: tell(channel.summary),
    guide: channel.guide.map((step) => ({ ...step, text: tell(step.text) })),
    settings: tellSchema(channel.settings, tell),
    secret: secret && { ...secret, title: tell(secret.title), description: tell(secret.description) },
    textLimit: textLimit && { ...textLimit, unit: tell(textLimit.unit) },
    options: channel.options && tellSchema(channel.options, tell),
    allows: {
      ...allows,
      text: tellLimits(allows.text, tell),
      content: allows.content.map((one) => ({
        ...one,
        takes: one.takes.map((combination) => ({ ...combination, text: tellLimits(combination.text, tell) })),
      })),
      never: allows.never && tell(allows.never),
      destinations: allows.destinations && tell(allows.destinations),
    },
  }
}

const tellLimits = (limits: Combination['text'], tell: Tell): Combination['text'] =>
  limits.map((limit) => ({ ...limit, unit: tell(limit.unit), counted: tell(limit.counted) }))

type Schema = Record<string, unknown>

/** Titles and descriptions at any depth. A property may itself be called `title`: that one is a schema, no sentence. */
const tellSchema = (schema: Schema, tell: Tell): Schema =>
  Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, tellPart(name, value, tell)]))

const tellPart = (name: string, value: unknown, tell: Tell): unknown => {
  if (typeof value === 'string')
    return (name === 'title' || name === 'description') && value !== '' ? tell(value) : value
  if (name === 'default' || name === 'examples' || name === 'enum') return value
  if (Array.isArray(value)) return value.map((one: unknown) => (isSchema(one) ? tellSchema(one, tell) : one))
  return isSchema(value) ? tellSchema(value, tell) : value
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
