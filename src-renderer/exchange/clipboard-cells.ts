import Papa from 'papaparse'
import type { ImportField, ImportRow } from '../../src-preload/contract/model/exchange.ts'
import type { Cell } from './edits.ts'

/** The sheet, and the cell of it that is pasted into: `line` counts the rows on show, `column` the fields. */
type Spot = { rows: readonly ImportRow[]; fields: readonly ImportField[]; line: number; column: number }

/**
 * What a text out of another sheet comes to when it is pasted: a value for each cell right of and below the spot. `over`:
 * so many values had no cell left for them.
 */
export const cellsPasted = (text: string, { rows, fields, line, column }: Spot): { cells: Cell[]; over: number } => {
  const { data } = Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' })
  const placed = data.flatMap((values, down) =>
    values.map((value, right) => ({ row: rows[line + down]?.row, field: fields[column + right], value })),
  )
  const cells = placed.flatMap(({ row, field, value }) =>
    row === undefined || field === undefined ? [] : [{ row, field, value }],
  )
  return { cells, over: placed.length - cells.length }
}

/** A value as a sheet takes it out of the clipboard: in one cell, whatever is in it. */
export const cellCopied = (value: string): string => Papa.unparse([[value]], { delimiter: '\t' })
