import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One figure: what was measured, what came out, and what it is measured against. */
export type Row = { what: string; result: string; against: string; values: Record<string, number | string> }

const artifacts = join(import.meta.dirname, '..', 'artifacts')

/** Prints the rows as a table and keeps them as JSON. */
export const report = (rows: readonly Row[], about: Record<string, unknown>): void => {
  const widths = (['what', 'result', 'against'] as const).map((column) =>
    Math.max(column.length, ...rows.map((row) => row[column].length)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`
  const lines = [
    line(['what', 'result', 'against']),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map((row) => line([row.what, row.result, row.against])),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  mkdirSync(artifacts, { recursive: true })
  const path = join(artifacts, 'bench.json')
  writeFileSync(path, `${JSON.stringify({ ...about, rows }, null, 2)}\n`)
  process.stdout.write(`\nKept in ${path}\n`)
}
