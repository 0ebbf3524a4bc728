import type { ItemRow } from '../../src-preload/contract/methods.ts'
import type { Item } from '../../src-preload/contract/model/item.ts'

/** Whether its time can be given to another, and another's to it: it is scheduled for later, and Posthorn's to send. */
export const isMovable = ({ state, held, external, schedule }: Item, now: number): boolean =>
  state === 'scheduled' && held === null && !external && schedule !== null && Date.parse(schedule.at) > now

/** Where a post goes: before which one (null: last of its account), and whose time it takes. `stays`: where it is. */
export type Landing = { kind: 'stays' } | { kind: 'moves'; before: string | null; takes: ItemRow }

type Listed = { rows: readonly ItemRow[]; endless: boolean; now: number }

/** Those of its account among the rows that can change places with it, itself among them. */
const lineOf = ({ rows, now }: Listed, row: ItemRow): readonly ItemRow[] =>
  rows.filter((one) => one.accountId === row.accountId && isMovable(one, now))

/** What comes of a post that is put before the row at `gap`; behind the last where there is none. */
export const landingAt = (list: Listed, row: ItemRow, gap: number): Landing => {
  const line = lineOf(list, row)
  const before = new Set(list.rows.slice(0, gap).map((one) => one.id))
  const others = line.filter((one) => one.id !== row.id)
  return landing(list, line, row, others.filter((one) => before.has(one.id)).length)
}

/** What comes of a post that changes places with the one of its account before or behind it. */
export const landingBeside = (list: Listed, row: ItemRow, step: 1 | -1): Landing => {
  const line = lineOf(list, row)
  return landing(list, line, row, line.indexOf(row) + step)
}

const landing = ({ rows, endless }: Listed, line: readonly ItemRow[], row: ItemRow, place: number): Landing => {
  const takes = line[place]
  if (takes === undefined || takes.id === row.id) return { kind: 'stays' }
  const next = line.filter((one) => one.id !== row.id)[place]
  // Behind the last that is loaded others may follow: then it goes before what stands there, whoever's it is.
  const behind = rows[rows.indexOf(takes) + 1]
  const before = next?.id ?? behind?.id ?? null
  return before === null && endless ? { kind: 'stays' } : { kind: 'moves', before, takes }
}
