import stringWidth from 'string-width'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The text without what would steer a terminal; lines stay. */
export const harmless = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '')

/** The text on one line, at most so many columns wide. */
export const oneLine = (text: string, columns: number): string => {
  const line = harmless(text).replaceAll(/\s+/g, ' ').trim()
  if (stringWidth(line) <= columns) return line
  let cut = ''
  for (const { segment } of graphemes.segment(line)) {
    if (stringWidth(cut + segment) >= columns) break
    cut += segment
  }
  return `${cut.trimEnd()}…`
}
