import stringWidth from 'string-width'

/** Columns side by side under their headings, two spaces apart. */
export const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  columns([headings.map((heading) => heading.toUpperCase()), ...rows])

/** Names and what they stand for; what is null is left out. */
export const facts = (pairs: Readonly<Record<string, string | null>>): string =>
  columns(Object.entries(pairs).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))

const columns = (rows: readonly (readonly string[])[]): string => {
  const widths: number[] = []
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, stringWidth(cell))
  }
  const pad = (cell: string, index: number) => cell + ' '.repeat((widths[index] ?? 0) - stringWidth(cell))
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n')
}
