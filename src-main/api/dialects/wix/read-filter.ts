import { z } from 'zod'
import type { Input } from '../../../../src-preload/contract/methods.ts'
import type { ItemState } from '../../../../src-preload/contract/model/item.ts'
import type { AccountBook } from '../kit/account-book.ts'
import { malformed } from '../kit/malformed.ts'
import { readInstant } from '../kit/wire-time.ts'
import { channelOf } from './content-kinds.ts'
import { STATUS, WIRE_STATUS, type WireStatus } from './item-view.ts'

type Filter = Pick<Input<'items.list'>, 'states' | 'channel' | 'accountId' | 'from' | 'to' | 'search' | 'external'>
type Path = readonly (string | number)[]
type Reader = (book: AccountBook, operator: string, value: unknown, path: Path) => Filter

/** Turns a filter of Wix's query language into the contract's; what it cannot say is refused, never ignored. */
export const readFilter = (book: AccountBook, filter: Record<string, unknown>, path: Path): Filter => {
  let narrowed: Filter = {}
  for (const [field, condition] of Object.entries(filter)) {
    const at = [...path, field]
    const parts =
      field === '$and'
        ? listOf(condition, at).map((one, index) => readFilter(book, recordOf(one, [...at, index]), [...at, index]))
        : readField(book, field, condition, at)
    for (const part of parts) narrowed = both(narrowed, part, at)
  }
  return narrowed
}

const readField = (book: AccountBook, field: string, condition: unknown, path: Path): Filter[] => {
  const reader = Object.hasOwn(READERS, field) ? READERS[field] : undefined
  if (reader === undefined) {
    return malformed(path, `Items cannot be filtered by it, but by ${Object.keys(READERS).join(', ')} and $and.`)
  }
  const conditions =
    typeof condition === 'object' && condition !== null && !Array.isArray(condition)
      ? Object.entries(condition)
      : [['$eq', condition] as const]
  return conditions.map(([operator, value]) => reader(book, operator, value, [...path, operator]))
}

const unsupported = (operator: string, path: Path, known: string): never =>
  malformed(path, `${operator.slice(0, 40)} is not known here, but ${known}.`)

const status = z.enum(WIRE_STATUS)

const statesOf = (wanted: readonly WireStatus[]): ItemState[] =>
  (Object.keys(STATUS) as ItemState[]).filter((state) => wanted.includes(STATUS[state]))

const readStatus: Reader = (_, operator, value, path) => {
  if (operator === '$eq') return { states: statesOf([word(status, value, path)]) }
  if (operator === '$in' || operator === '$hasSome') {
    return { states: statesOf(listOf(value, path).map((one) => word(status, one, path))) }
  }
  if (operator === '$ne') {
    const not = word(status, value, path)
    return { states: statesOf(WIRE_STATUS.filter((one) => one !== not)) }
  }
  return unsupported(operator, path, '$eq, $ne, $in')
}

const readDate: Reader = (_, operator, value, path) => {
  const at = readInstant(word(z.string(), value, path), path.map(String))
  const beside = (by: number) => new Date(Date.parse(at) + by).toISOString()
  switch (operator) {
    case '$eq':
      return { from: at, to: at }
    case '$gte':
      return { from: at }
    case '$gt':
      return { from: beside(1) }
    case '$lte':
      return { to: at }
    case '$lt':
      return { to: beside(-1) }
    default:
      return unsupported(operator, path, '$eq, $gt, $gte, $lt, $lte')
  }
}

const equal =
  (read: (book: AccountBook, value: unknown, path: Path) => Filter): Reader =>
  (book, operator, value, path) =>
    operator === '$eq' ? read(book, value, path) : unsupported(operator, path, '$eq')

const readText: Reader = (_, operator, value, path) =>
  operator === '$contains'
    ? { search: word(z.string().max(500), value, path) }
    : unsupported(operator, path, '$contains')

const READERS: Readonly<Record<string, Reader>> = {
  status: readStatus,
  'channel.name': equal((_, value, path) => ({ channel: channelOf(word(z.string().min(1).max(64), value, path)) })),
  'channel.accountId': equal((book, value, path) => ({ accountId: book.find(word(z.string(), value, path)).id })),
  'schedulingInfo.scheduledDate': readDate,
  publishedDate: readDate,
  external: equal((_, value, path) => ({ external: word(z.boolean(), value, path) })),
  text: readText,
}

const word = <T>(schema: z.ZodType<T>, value: unknown, path: Path): T => {
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : malformed(path, parsed.error.issues[0]?.message ?? 'Not valid.')
}

const listOf = (value: unknown, path: Path): unknown[] =>
  Array.isArray(value) ? value.slice(0, 100) : malformed(path, 'Expected a list.')

const recordOf = (value: unknown, path: Path): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : malformed(path, 'Expected an object.')

/** Both at once. What can hold only one value must not be asked for twice. */
const both = (one: Filter, other: Filter, path: Path): Filter => {
  for (const key of ['channel', 'accountId', 'search', 'external'] as const) {
    if (one[key] !== undefined && other[key] !== undefined && one[key] !== other[key]) {
      malformed(path, 'It is asked for twice.')
    }
  }
  const { states, from, to } = one
  return {
    ...one,
    ...other,
    ...(states !== undefined &&
      other.states !== undefined && { states: states.filter((state) => other.states?.includes(state)) }),
    ...(from !== undefined && other.from !== undefined && { from: from > other.from ? from : other.from }),
    ...(to !== undefined && other.to !== undefined && { to: to < other.to ? to : other.to }),
  }
}
