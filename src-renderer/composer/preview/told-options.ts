import type { ChannelDescriptor } from '../../../src-preload/contract/model/channel.ts'
import { sayAsChannel } from '../../words/say-as-channel.ts'
import { say } from '../../words/say.ts'
import { wordsOf } from '../options/option-fields.ts'

type Options = Readonly<Record<string, unknown>>

/** What of a post's options can be seen on it. */
export type Told = {
  /** Stands before the words, which are read only after a click; null: they are shown at once. */
  warning: string | null
  /** The media are hidden at first. */
  veiled: boolean
  choices: readonly string[]
  /** The first comment or reply, by the same account. */
  comment: string | null
  /** What else was chosen, one short line each: `Who sees it: private`. */
  labels: readonly string[]
  /** It is asked to be something that shows no words. */
  wordless: boolean
}

/** Options of the same meaning have the same names on every channel. */
const WARNINGS = ['spoiler_text', 'content_warning']
/** Seen in another place of the preview, or not to be seen at all. */
const ELSEWHERE = new Set([...WARNINGS, 'title', 'subject', 'poll_options', 'first_comment', 'board_id', 'type'])

export const toldOptions = (channel: ChannelDescriptor | undefined, options: Options): Told => {
  const choices = options['poll_options']
  const type = options['type']
  const asked = channel?.allows.content.find((one) => one.type !== null && one.type === type)
  return {
    warning: WARNINGS.map((name) => wordsIn(options[name])).find((words) => words !== null) ?? null,
    veiled: options['sensitive'] === true || (Array.isArray(options['labels']) && options['labels'].length > 0),
    choices: Array.isArray(choices) ? choices.filter((one) => typeof one === 'string') : [],
    comment: wordsIn(options['first_comment']),
    labels: [
      ...(typeof type === 'string' ? [say('composer.as-type', { type: saidType(type) })] : []),
      ...Object.entries(options).flatMap(([name, value]) => {
        const label = ELSEWHERE.has(name) ? null : labelOf(titleOf(channel, name), choiceOf(channel, name, value))
        return label === null ? [] : [label]
      }),
    ],
    wordless: asked !== undefined && asked.takes.every(({ words }) => words === 'not-shown'),
  }
}

/** `STORY` as `story`; a noun of German is written as one. */
const saidType = (type: string): string => {
  const words = wordsOf(type)
  const said = sayAsChannel(words)
  return said === words ? type.toLowerCase() : said
}

const wordsIn = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

const labelOf = (title: string | null, value: unknown): string | null => {
  if (title === null || value === false || value === '' || value === null || value === undefined) return null
  if (value === true) return title
  if (typeof value === 'string')
    return `${title}: ${/^[A-Z_]+$/.test(value) ? value.toLowerCase().replaceAll('_', ' ') : value}`
  if (typeof value === 'number') return `${title}: ${value}`
  const list = Array.isArray(value) ? value.filter((one) => typeof one === 'string' || typeof one === 'number') : []
  return list.length === 0 ? null : `${title}: ${list.join(', ')}`
}

/** What the channel calls an option; null: it does not know it. */
const titleOf = (channel: ChannelDescriptor | undefined, name: string): string | null => {
  const title = partOf(channel, name, 'title')
  return typeof title === 'string' ? title : null
}

/** One of the choices in the tongue that is spoken, where it has words for it; what the person wrote as it is. */
const choiceOf = (channel: ChannelDescriptor | undefined, name: string, value: unknown): unknown => {
  const choices = partOf(channel, name, 'enum')
  if (typeof value !== 'string' || !Array.isArray(choices) || !choices.includes(value)) return value
  const words = wordsOf(value)
  const said = sayAsChannel(words)
  return said === words ? value : said
}

const partOf = (channel: ChannelDescriptor | undefined, name: string, part: 'title' | 'enum'): unknown => {
  const properties = channel?.options?.['properties']
  if (typeof properties !== 'object' || properties === null) return null
  const option: unknown = Reflect.get(properties, name)
  return typeof option === 'object' && option !== null ? Reflect.get(option, part) : null
}
