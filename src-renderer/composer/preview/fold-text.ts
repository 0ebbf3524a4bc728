import type { Fold } from '../../../src-preload/contract/model/channel.ts'

/** About so many letters stand in a line of a phone or a column. */
const LINE = 60

/** What the preview itself shows at once of a text that its network shows whole. */
export const OWN_FOLD = { characters: 1200, lines: 24 }

/** Where a network hides the rest of a text; null: it shows all of it. */
export const foldAt = (text: string, { characters, lines }: Pick<Fold, 'characters' | 'lines'>): number | null => {
  const places = [
    characters === null ? null : endOfCharacters(text, characters),
    lines === null ? null : endOfLines(text, lines),
  ]
  const found = places.filter((place) => place !== null)
  return found.length === 0 ? null : Math.min(...found)
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

const endOfCharacters = (text: string, most: number): number | null => {
  if (text.length <= most) return null
  let count = 0
  for (const { index } of graphemes.segment(text)) {
    if (count === most) return index
    count += 1
  }
  return null
}

/** Long lines break into several; nothing after the last line, and there is nothing to hide. */
const endOfLines = (text: string, most: number): number | null => {
  let used = 0
  let at = 0
  for (const line of text.split('\n')) {
    const rows = Math.max(1, Math.ceil(line.length / LINE))
    if (used + rows > most) {
      const left = (most - used) * LINE
      return left === 0 ? Math.max(0, at - 1) : wholeLetter(text, at + left)
    }
    used += rows
    at += line.length + 1
  }
  return null
}

/** Not between the two halves of one letter. */
const wholeLetter = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at)
