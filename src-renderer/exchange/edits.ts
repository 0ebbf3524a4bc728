import type { ImportField, ImportRow } from '../../src-preload/contract/model/exchange.ts'

/** What one cell is made to say. */
export type Cell = { readonly row: number; readonly field: ImportField; readonly value: string }

/** One change by hand, as it was made: to cells, or rows left out or taken. */
export type Step = { kind: 'cells'; cells: readonly Cell[] } | { kind: 'skip'; rows: readonly number[]; on: boolean }

/** What came of all steps: for the core, which is told everything each time. */
export const outcomeOf = (steps: readonly Step[]) => {
  const cells = new Map<string, Cell>()
  const skipped = new Set<number>()
  for (const step of steps) {
    if (step.kind === 'cells') for (const cell of step.cells) cells.set(`${cell.row} ${cell.field}`, cell)
    else if (step.on) for (const row of step.rows) skipped.add(row)
    else for (const row of step.rows) skipped.delete(row)
  }
  return { edits: [...cells.values()], skip: [...skipped] }
}

/** Rows that have the same trouble with the same value in the same place, the row itself left out. */
export const alikeTo = (rows: readonly ImportRow[], row: number, field: ImportField): number[] => {
  const one = rows[row]
  const codes = new Set(one?.problems.filter((problem) => problem.field === field).map(({ code }) => code))
  const value = one?.values[field] ?? ''
  if (codes.size === 0) return []
  return rows
    .filter(
      (other) =>
        other.row !== row &&
        !other.skipped &&
        (other.values[field] ?? '') === value &&
        other.problems.some((problem) => problem.field === field && codes.has(problem.code)),
    )
    .map((other) => other.row)
}
