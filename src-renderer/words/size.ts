import { sayNumber } from './say.ts'

const UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
/** Networks that count in these say megabytes all the same. */
const MEBIBYTE = 1024 * 1024

/** A size in bytes as people read it: `1 kB`, `2.4 MB`, `80 GB`. */
export const formatSize = (bytes: number): string => {
  if (bytes > 0 && bytes % MEBIBYTE === 0 && bytes < 1024 * MEBIBYTE) return inUnit(bytes / MEBIBYTE, 2)
  const power = Math.min(UNITS.length, Math.max(1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  return inUnit(bytes / 1000 ** power, power)
}

const inUnit = (value: number, power: number): string =>
  sayNumber(value, {
    style: 'unit',
    unit: UNITS[power - 1] ?? 'kilobyte',
    maximumFractionDigits: power > 1 && value < 10 ? 1 : 0,
  })
