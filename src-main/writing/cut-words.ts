const words = new Intl.Segmenter('en', { granularity: 'word' })
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A cut after a sentence is taken when it keeps at least so much of what a cut after a word would. */
const SENTENCE_FILL = 0.6
/** A first word longer than this may be cut inside. */
const LONG_WORD = 30

/** The start of a text within `max` UTF-16 units, cut after a word, with an ellipsis. */
export const cutWords = (text: string, max: number): string => {
  const ends = cuts(text.slice(0, max)).filter((end) => end < max)
  return ellipsis(text.slice(0, ends.at(-1) ?? max - 1).toWellFormed())
}

/**
 * The longest start of a text that fits: whole, after a sentence, or after a word with an ellipsis. Null when not even
 * its first word does.
 */
export const cutToFit = async (text: string, fits: (text: string) => Promise<boolean>): Promise<string | null> => {
  if (await fits(text)) return text
  const ends = cuts(text)
  const end = await last(ends, (at) => fits(ellipsis(text.slice(0, at))))
  if (end === null) return null
  const stop = sentencesOf(text)
    .map((sentence) => sentence.end)
    .findLast((at) => at <= end && at >= end * SENTENCE_FILL)
  const whole = stop === undefined ? null : text.slice(0, stop)
  return whole !== null && (await fits(whole)) ? whole : ellipsis(text.slice(0, end))
}

/** The sentences of a text, with where each ends. */
export const sentencesOf = (text: string): { text: string; end: number }[] =>
  [...sentences.segment(text)]
    .map(({ index, segment }) => ({ text: segment.trim(), end: index + segment.trimEnd().length }))
    .filter((sentence) => sentence.text !== '')

/** Where words end; inside the first where that alone is long. */
const cuts = (text: string): number[] => {
  const ends = [...words.segment(text)]
    .filter(({ segment }) => segment.trim() !== '')
    .map(({ index, segment }) => index + segment.length)
  const [first = 0] = ends
  const inside =
    first > LONG_WORD ? [...graphemes.segment(text.slice(0, first))].map(({ index }) => index).slice(1) : []
  return [...inside, ...ends]
}

/** The last of these positions that passes, given that all before it do. */
const last = async (positions: readonly number[], passes: (at: number) => Promise<boolean>): Promise<number | null> => {
  let found: number | null = null
  let [low, high] = [0, positions.length - 1]
  while (low <= high) {
    const middle = Math.floor((low + high) / 2)
    const at = positions[middle] ?? 0
    if (await passes(at)) {
      found = at
      low = middle + 1
    } else high = middle - 1
  }
  return found
}

const ellipsis = (start: string): string => `${start.replace(/[\s,;:.·–—(«„“"'-]+$/u, '')}…`
