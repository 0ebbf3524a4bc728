import Papa from 'papaparse'
import { guessFields, makerOf, fieldOf } from './columns.ts'
import { readWhen } from './read-when.ts'
import type { Sheet } from './sheet.ts'

type Told = { separator?: string | undefined; header?: boolean | undefined }

const SEPARATORS = [',', ';', '\t', '|'] as const
type Separator = (typeof SEPARATORS)[number]

/** Reads a table whose columns stand apart by a sign, whichever it is. */
export const readTable = (text: string, told: Told): Sheet => {
  // Spreadsheet programs tell the sign in a first line of their own.
  const [, line, sign] = /^(sep=(.)\r?\n)/i.exec(text) ?? []
  const parsed = Papa.parse<string[]>(line === undefined ? text : text.slice(line.length), {
    delimiter: told.separator ?? sign ?? '',
    delimitersToGuess: [...SEPARATORS],
    skipEmptyLines: 'greedy',
  })
  const [first = [], ...others] = parsed.data
  const header = told.header ?? isHeading(first)
  const rows = header ? others : parsed.data
  const width = Math.max(first.length, ...rows.slice(0, 200).map((row) => row.length))
  const names = apart(Array.from({ length: width }, (_, at) => (header ? (first[at] ?? '').trim() : '') || `${at + 1}`))
  const hootsuite = !header && isHootsuite(rows)
  const separator = SEPARATORS.find((one): one is Separator => one === parsed.meta.delimiter) ?? ','
  return {
    format: 'table',
    maker: header ? makerOf(names) : hootsuite ? 'hootsuite' : null,
    separator,
    header,
    columns: names,
    fields: header
      ? guessFields(names)
      : hootsuite
        ? names.map((_, at) => HOOTSUITE[at] ?? null)
        : byContent(rows, width),
    rows: rows.map((cells) => ({ cells })),
  }
}

/** Columns of the same name are told apart. */
const apart = (names: readonly string[]): string[] =>
  names.map((name, at) => {
    const before = names.slice(0, at).filter((one) => one === name).length
    return before === 0 ? name : `${name} (${before + 1})`
  })

const HOOTSUITE = ['when', 'text', 'link'] as const

/** Names stand in a heading: short ones, no dates, no addresses; one that is known settles it. */
const isHeading = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell.trim() !== '')
  if (filled.some((cell) => readWhen(cell, 'day-first') !== null || /^https?:/i.test(cell) || cell.length > 60)) {
    return false
  }
  return filled.some((cell) => fieldOf(cell) !== null)
}

const isHootsuite = (rows: readonly (readonly string[])[]): boolean =>
  rows.length > 0 &&
  rows.slice(0, 20).every(([when = '', text = '', link = '', ...more]) => {
    const dated = readWhen(when, 'day-first') ?? readWhen(when, 'month-first')
    const linked = link.trim() === '' || /^(https?:\/\/|www\.)/i.test(link.trim())
    return dated !== null && text.trim() !== '' && linked && more.every((cell) => cell.trim() === '')
  })

/** Without names: the first column of dates is the time, the one with the longest cells the text. */
const byContent = (rows: readonly (readonly string[])[], width: number) => {
  const looked = rows.slice(0, 20)
  const cells = (at: number) => looked.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== '')
  const all = Array.from({ length: width }, (_, at) => at)
  const when = all.find((at) => cells(at).length > 0 && cells(at).every((cell) => readWhen(cell, 'day-first')))
  const long = (at: number) => cells(at).reduce((sum, cell) => sum + cell.length, 0)
  const [text] = all.filter((at) => at !== when).toSorted((a, b) => long(b) - long(a))
  return all.map((at) => (at === when ? 'when' : at === text ? 'text' : null))
}
