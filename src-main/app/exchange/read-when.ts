import type { DayOrder } from '../../../src-preload/contract/model/exchange.ts'

/** A time as somebody wrote it: a wall time, with `T`, or an instant. `timeless`: only a day was named. */
export type WrittenTime =
  | { kind: 'wall'; wall: string; timeless: boolean }
  /** With its offset, as ISO 8601. */
  | { kind: 'instant'; at: string }

/** When a day without a time of day begins, as people post. */
const MORNING = '09:00'

const CLOCK = String.raw`(?<hour>\d{1,2})(?:(?::|\.|h)(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?)?\s*(?<half>[ap]\.?m\.?)?(?:\s*Uhr)?`
const OFFSET = String.raw`\s*(?<offset>Z|UTC|GMT|[+-]\d{2}:?\d{2})?`
const REST = String.raw`(?:(?:\s*[T,]\s*|\s+(?:at\s+|um\s+)?)${CLOCK}${OFFSET})?\s*$`
const DAY_NAME = String.raw`^\s*(?:\p{L}{2,10}\.?,?\s+)?`

const FORMS = [
  String.raw`${DAY_NAME}(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})`,
  String.raw`${DAY_NAME}(?<one>\d{1,2})[-/.]\s?(?<two>\d{1,2})[-/.]\s?(?<year>\d{4}|\d{2})`,
  String.raw`${DAY_NAME}(?<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?<name>\p{L}{3,10})\.?,?\s+(?<year>\d{4})`,
  String.raw`^\s*(?:\p{L}{2,10}\.?,\s+)?(?<name>\p{L}{3,10})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})`,
].map((form) => new RegExp(form + REST, 'iu'))

/** How months begin in English and German; the ways to write one stand together. */
const MONTHS = [
  'jan|jän',
  'feb',
  'mar|mär|mrz',
  'apr',
  'may|mai',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct|okt',
  'nov',
  'dec|dez',
]

const monthOf = (name: string): number =>
  MONTHS.findIndex((ways) => ways.split('|').some((way) => name.toLowerCase().startsWith(way))) + 1

const two = (number: number | string): string => String(number).padStart(2, '0')

/** Reads a time in the forms that programs and people write; null for anything else. Whether the day exists is not asked. */
export const readWhen = (written: string, order: DayOrder): WrittenTime | null => {
  for (const form of FORMS) {
    const found = form.exec(written)?.groups
    if (found) return assemble(found, order)
  }
  return null
}

type Parts = Readonly<Record<string, string | undefined>>

const assemble = (parts: Parts, order: DayOrder): WrittenTime | null => {
  const [one, other] = order === 'day-first' ? [parts['one'], parts['two']] : [parts['two'], parts['one']]
  const month = Number(parts['month'] ?? other ?? monthOf(parts['name'] ?? ''))
  const day = Number(parts['day'] ?? one)
  const year = parts['year']?.length === 2 ? `20${parts['year']}` : (parts['year'] ?? '')
  const clock = clockOf(parts)
  if (month < 1 || month > 12 || day < 1 || day > 31 || clock === null) return null
  const wall = `${year}-${two(month)}-${two(day)}T${clock === '' ? MORNING : clock}`
  const offset = parts['offset']
  if (!offset) return { kind: 'wall', wall, timeless: clock === '' }
  const zone = /^[+-]/.test(offset) ? offset.replace(/^(...)(\d\d)$/, '$1:$2') : 'Z'
  const at = `${wall.length === 16 ? `${wall}:00` : wall}${zone}`
  return Number.isNaN(Date.parse(at)) ? null : { kind: 'instant', at }
}

/** Empty where none is told; null where it is none. */
const clockOf = ({ hour, minute, second, half }: Parts): string | null => {
  if (hour === undefined) return ''
  // A lone number is an hour only with its half of the day.
  if (minute === undefined && !half) return null
  const h = half ? (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hour)
  if (h > 23 || Number(minute ?? 0) > 59 || (half && Number(hour) > 12)) return null
  return `${two(h)}:${two(minute ?? 0)}${second === undefined ? '' : `:${second}`}`
}

/** Which number of these dates is the day, and whether they leave no doubt. */
export const findDayOrder = (written: readonly string[]): { dayOrder: DayOrder; sure: boolean } => {
  let numbers = 0
  for (const one of written) {
    const [, first = '', mark = '', second = ''] = /^\s*(\d{1,2})([-/.])\s?(\d{1,2})[-/.]\s?\d{2,4}/.exec(one) ?? []
    if (first === '') continue
    numbers += 1
    if (Number(second) > 12) return { dayOrder: 'month-first', sure: true }
    if (Number(first) > 12 || mark === '.') return { dayOrder: 'day-first', sure: true }
  }
  return { dayOrder: 'day-first', sure: numbers === 0 }
}
