import type { ImportField, ImportRow } from '../../src-preload/contract/model/exchange.ts'

/** One change by hand, as it was made: to one cell, or to the same cell of several rows, or rows left out or taken. */
export type Step =
  | { kind: 'cells'; field: ImportField; rows: readonly number[]; value: string }
  | { kind: 'skip'; rows: readonly number[]; on: boolean }

/** What came of all steps: for the core, which is told everything each time. */
export const outcomeOf = (steps: readonly Step[]) => {
  const cells = new Map<string, { row: number; field: ImportField; value: string }>()
  const skipped = new Set<number>()
  for (const step of steps) {
    for (const row of step.rows) {
      if (step.kind === 'cells') cells.set(`${row} ${step.field}`, { row, field: step.field, value: step.value })
      else if (step.on) skipped.add(row)
      else skipped.delete(row)
    }
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
