import type { Told } from '../../src-preload/contract/model/told.ts'
import { formatMomentInText } from '../time/format-time.ts'
import { sayAsChannel } from './say-as-channel.ts'
import { sayIfKnown, sayNumber, type Values } from './say.ts'
import { formatSize } from './size.ts'

/** What a sentence of the core's says, in the tongue that is spoken; null where the tongue has no words for it. */
export const sayTold = ({ reason, about, of }: Told): { message: string; next: string } | null => {
  const values = (): Values => valuesOf(about)
  const message = sayIfKnown(`told.${reason}`, values)
  if (message === null) return null
  return {
    message: of === undefined ? message : `${of}: ${message}`,
    next: sayIfKnown(`told.${reason}-next`, values) ?? '',
  }
}

const valuesOf = (about: Told['about']): Values =>
  Object.fromEntries(Object.entries(about).map(([name, value]) => [name, valueOf(name, value, about)]))

/** Instants, sizes and spans are told by the names of their places; a channel's own words are said as it says them. */
const valueOf = (name: string, value: string | number, about: Told['about']): string | number => {
  if (value === '') return value
  if (name.endsWith('At')) return formatMomentInText(Date.parse(String(value)), String(about['zone']), Date.now())
  if (name.endsWith('Size')) return formatSize(Number(value))
  if (name.endsWith('Span')) return sayStretch(Number(value))
  return name === 'unit' || name === 'never' ? sayAsChannel(String(value)) : value
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
