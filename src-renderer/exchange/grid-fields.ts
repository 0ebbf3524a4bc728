import type { ImportField, ImportPlan } from '../../src-preload/contract/model/exchange.ts'

/** What every row has a cell for, whether or not the file has a column for it. */
const ALWAYS: readonly ImportField[] = ['text', 'when', 'accounts', 'tags', 'media']

/** The cells of a row: what there is always, and what else the file has. A day and its time of day are one. */
export const gridFields = (mapping: ImportPlan['mapping']): readonly ImportField[] => {
  const others = mapping.filter((field): field is ImportField => field !== null && field !== 'date' && field !== 'time')
  return [...new Set([...ALWAYS, ...others])]
}
