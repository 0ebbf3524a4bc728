import type { ItemRow } from '../../../../src-preload/contract/methods.ts'
import type { Item, Schedule } from '../../../../src-preload/contract/model/item.ts'
import { localTime } from './local-time.ts'
import { oneLine } from './plain-text.ts'
import { table } from './table.ts'

/** A state with its cause: `waiting (unreachable)`. */
export const stateOf = ({ state, waiting, unpublishedAt }: Item): string =>
  waiting ? `${state} (${waiting.reason})` : unpublishedAt ? `${state}, taken down` : state

/** When it was or is to be sent. */
const timeOf = ({ publishedAt, nextAt, schedule }: Item): string => localTime(publishedAt ?? nextAt ?? schedule?.at)

/** The queue as a table. */
export const itemTable = (rows: readonly ItemRow[]): string =>
  rows.length === 0
    ? 'Nothing here.'
    : table(
        ['id', 'when', 'state', 'account', 'text'],
        rows.map((row) => [row.id, timeOf(row), stateOf(row), oneLine(row.account, 30), oneLine(row.text, 60)]),
      )

/** A time as meant and as resolved: `2026-12-01 09:00 (Europe/Berlin)`, and what became of a time that DST disturbs. */
export const meantTime = ({ wall, zone, at, shift }: Schedule): string => {
  const meant = `${wall.replace('T', ' ')} (${zone})`
  if (shift === 'gap') return `${meant}; the clocks skip that time, so it is sent at ${localTime(at)} here`
  if (shift === 'overlap') return `${meant}; that time comes twice, the first is taken`
  return meant
}
