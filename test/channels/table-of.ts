/** A table of Markdown as the formatter wants it; the first row is its head. */
export const tableOf = (rows: readonly (readonly string[])[]): string => {
  const [head = []] = rows
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lineOf = (row: readonly string[]) =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`
  const rule = widths.map((width) => '-'.repeat(width))
  return [lineOf(head), lineOf(rule), ...rows.slice(1).map(lineOf)].join('\n')
}
