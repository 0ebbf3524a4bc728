import type { Told } from '../../src-preload/contract/model/told.ts'
import { formatMomentInText } from '../time/format-time.ts'
import { sayAsChannel } from './say-as-channel.ts'
import { say, sayIfKnown, sayNumber, type Values } from './say.ts'
import { formatSize } from './size.ts'

/** What a sentence of the core's says, in the tongue that is spoken; null where the tongue has no words for it. */
export const sayTold = ({ reason, about, ...front }: Told): { message: string; next: string } | null => {
  const values = (): Values => valuesOf(about)
  const message = sayIfKnown(`told.${reason}`, values)
  if (message === null) return null
  return {
    message: [...frontOf(front), message].join(': '),
    next: sayIfKnown(`told.${reason}-next`, values) ?? '',
  }
}

/** Whom, which row and which field it is about: what is said in front of it. */
const frontOf = ({ of, row, field }: Pick<Told, 'of' | 'row' | 'field'>): string[] => [
  ...(of === undefined ? [] : [of]),
  ...(row === undefined ? [] : [say('exchange.row-number', { row })]),
  ...(field === undefined ? [] : [sayField(field)]),
]

/** A field as people know it; without a word for it, as a form or a method names it. */
const sayField = (path: string): string => {
  const [name = path] = path
    .split('.')
    .filter((part) => part !== 'settings' && !/^\d+$/.test(part))
    .slice(-1)
  return sayIfKnown(`field.${name}`, () => ({})) ?? sayAsChannel(name)
}

const valuesOf = (about: Told['about']): Values =>
  Object.fromEntries(Object.entries(about).map(([name, value]) => [name, valueOf(name, value, about)]))

/** What is in a channel's own words: they are said as it says them. */
const CHANNELS_OWN = new Set(['unit', 'never', 'message', 'next'])

/** Instants, sizes and spans are told by the names of their places; a channel's own words are said as it says them. */
const valueOf = (name: string, value: string | number, about: Told['about']): string | number => {
  if (value === '') return value
  if (name.endsWith('At')) return formatMomentInText(Date.parse(String(value)), String(about['zone']), Date.now())
  if (name.endsWith('Size')) return formatSize(Number(value))
  if (name.endsWith('Span')) return sayStretch(Number(value))
  return CHANNELS_OWN.has(name) ? sayAsChannel(String(value)) : value
}

const STRETCHES = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** In the largest unit that fits whole. */
const sayStretch = (seconds: number): string => {
  const [unit, size] = STRETCHES.find(([, one]) => seconds >= one && seconds % one === 0) ?? (['second', 1] as const)
  return sayNumber(seconds / size, { style: 'unit', unit, unitDisplay: 'long' })
}
