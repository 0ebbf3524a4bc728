import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tableOf } from '../fixtures/table-of.ts'

/** One figure: what was measured, what came out, and what it is measured against. */
export type Row = { what: string; result: string; against: string; values: Record<string, number | string> }

const artifacts = join(import.meta.dirname, '..', 'artifacts')

/** Prints the rows as a table and keeps them as JSON. */
export const report = (rows: readonly Row[], about: Record<string, unknown>): void => {
  const table = tableOf([
    ['what', 'result', 'against'],
    ...rows.map(({ what, result, against }) => [what, result, against]),
  ])
  process.stdout.write(`${table}\n`)
  mkdirSync(artifacts, { recursive: true })
  const path = join(artifacts, 'bench.json')
  writeFileSync(path, `${JSON.stringify({ ...about, rows }, null, 2)}\n`)
  process.stdout.write(`\nKept in ${path}\n`)
}
