import type { ImportField, ImportPlan } from '../../../src-preload/contract/model/exchange.ts'
import type { SheetRow } from './sheet.ts'

/** What stands in a row, by field. A day and its time of day are one `when`. */
export type Values = Partial<Record<ImportField, string>>

export type Edits = ReadonlyMap<number, ReadonlyMap<ImportField, string>>

/** What was changed by hand; of two changes to the same place the later one counts. */
export const editsOf = ({ edits }: Pick<ImportPlan, 'edits'>): Edits => {
  const found = new Map<number, Map<ImportField, string>>()
  for (const { row, field, value } of edits) {
    const changed = found.get(row) ?? new Map<ImportField, string>()
    changed.set(field, value)
    found.set(row, changed)
  }
  return found
}

const valuesIn = ({ cells }: SheetRow, mapping: ImportPlan['mapping']): Values => {
  const values: Values = {}
  for (const [at, field] of mapping.entries()) {
    const cell = cells[at]?.trim()
    if (field === null || !cell) continue
    values[field] = values[field] === undefined ? cell : `${values[field]}${field === 'text' ? '\n\n' : ' | '}${cell}`
  }
  const { date, time, ...rest } = values
  const when = rest.when ?? [date, time].filter(Boolean).join(' ')
  return when === '' ? rest : { ...rest, when }
}

export const valuesOf = (row: SheetRow, plan: ImportPlan, edited: ReadonlyMap<ImportField, string> | undefined) => ({
  ...valuesIn(row, plan.mapping),
  ...(edited && Object.fromEntries(edited)),
})

/** Several in one cell stand apart by an upright stroke, a comma, a semicolon or a line. */
export const severalIn = (cell: string | undefined, apart = /[|,;\n]/): string[] =>
  [...new Set((cell ?? '').split(apart).map((one) => one.trim())).values()].filter((one) => one !== '')
