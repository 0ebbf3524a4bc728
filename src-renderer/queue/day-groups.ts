import type { ItemRow } from '../../src-preload/contract/methods.ts'
import { dayKey, formatDay } from '../time/format-time.ts'
import { say } from '../words/say.ts'
import type { QueueOrder } from './queue-filter.ts'
import { sortTime } from './queue-rows.ts'

/** A line of the list: a day's name, or an item. */
export type QueueLine = { kind: 'day'; key: string; label: string } | { kind: 'row'; row: ItemRow; index: number }

/** The time that a row stands at in the list; null for what waits until the person acts. */
export const lineTime = (row: ItemRow, order: QueueOrder): number | null => {
  if (order === 'latest') return sortTime(row)
  // While it is sent, the next look is only the deadline of the attempt.
  if (row.state === 'publishing' && row.schedule !== null) return Date.parse(row.schedule.at)
  return row.nextAt === null ? null : Date.parse(row.nextAt)
}

const HELD = 'held'

/** Days are computed once for each row and zone: a hundred thousand of them are asked for at every change. */
const days = new WeakMap<ItemRow, { zone: string; order: QueueOrder; key: string }>()

const dayOf = (row: ItemRow, order: QueueOrder, zone: string): string => {
  const known = days.get(row)
  if (known !== undefined && known.zone === zone && known.order === order) return known.key
  const at = lineTime(row, order)
  const key = at === null ? HELD : dayKey(at, zone)
  days.set(row, { zone, order, key })
  return key
}

/** Rows with the names of their days between them. */
export const groupByDay = (rows: readonly ItemRow[], order: QueueOrder, zone: string, now: number): QueueLine[] => {
  const lines: QueueLine[] = []
  let current = ''
  rows.forEach((row, index) => {
    const key = dayOf(row, order, zone)
    if (key !== current) {
      current = key
      const at = lineTime(row, order)
      lines.push({ kind: 'day', key, label: at === null ? say('queue.on-hold') : formatDay(at, zone, now) })
    }
    lines.push({ kind: 'row', row, index })
  })
  return lines
}

/** Where a row stands among those beside it that are the same post for other accounts at the same time. */
export type InPost = 'alone' | 'first' | 'middle' | 'last'

/** `index`: of the row among the lines. */
export const inPost = (lines: readonly QueueLine[], index: number, order: QueueOrder): InPost => {
  const line = lines[index]
  const isWith = (other: QueueLine | undefined): boolean =>
    line?.kind === 'row' && other?.kind === 'row' && isSamePost(line.row, other.row, order)
  const [before, behind] = [isWith(lines[index - 1]), isWith(lines[index + 1])]
  if (before) return behind ? 'middle' : 'last'
  return behind ? 'first' : 'alone'
}

const isSamePost = (one: ItemRow, other: ItemRow, order: QueueOrder): boolean =>
  one.postId === other.postId && one.text === other.text && minuteOf(one, order) === minuteOf(other, order)

const minuteOf = (row: ItemRow, order: QueueOrder): number => Math.floor((lineTime(row, order) ?? 0) / 60_000)
