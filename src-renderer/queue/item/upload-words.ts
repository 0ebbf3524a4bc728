import { locale, say } from '../../words/say.ts'
import type { Progress } from '../progress-store.ts'

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const

/** `42 % of 310 MB`. */
export const uploadWords = ({ sent, total }: Progress): string =>
  say('item.uploaded', { percent: Math.floor((Math.min(sent, total) / total) * 100), size: size(total) })

const size = (bytes: number): string => {
  const step = bytes < 1_000_000 ? 0 : bytes < 1_000_000_000 ? 1 : 2
  const unit = UNITS[step] ?? 'kilobyte'
  const amount = bytes / 1000 ** (step + 1)
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: amount < 10 ? 1 : 0,
  }).format(amount)
}
