import type { Emphasis } from '../../core/rich-text.ts'

/** How a network writes rich text down. */
export type Notation = {
  /** Plain words, with what would mean something else there written out; `code`: they stand within code. */
  words(text: string, code: boolean): string
  open(stretch: Emphasis): string
  close(stretch: Emphasis): string
}

/** A text with its emphasis as a network writes it. Stretches that cross (they should not) are left out. */
export const renderEmphasis = (
  text: string,
  emphasis: readonly Emphasis[],
  { words, open, close }: Notation,
): string => {
  const inside = (start: number, end: number, stretches: readonly Emphasis[], code = false): string => {
    const [first, ...rest] = stretches
    if (!first) return words(text.slice(start, end), code)
    if (first.start < start || first.end > end) return inside(start, end, rest, code)
    const within = rest.filter((one) => one.start >= first.start && one.end <= first.end)
    const after = rest.filter((one) => one.start >= first.end)
    return (
      words(text.slice(start, first.start), code) +
      open(first) +
      inside(first.start, first.end, within, code || first.kind === 'code') +
      close(first) +
      inside(first.end, end, after, code)
    )
  }
  return inside(0, text.length, emphasis)
}
