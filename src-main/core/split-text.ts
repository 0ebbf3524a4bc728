/** Whether a stretch of text may stand as one part. What begins a stretch that fits must fit as well. */
export type Fits = (text: string) => boolean

/** A line of three dashes: a break by hand. */
const MANUAL_BREAK = /^---$/m
/** A paragraph or a sentence ends a part only when the part is filled at least so far; else parts would be crumbs. */
const PARAGRAPH_FILL = 1 / 3
const FILL = 1 / 2
/** What is read beyond the end of a part to see whether a sentence ends there, in UTF-16 units. */
const LOOK_AHEAD = 64

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const words = new Intl.Segmenter('en', { granularity: 'word' })
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * Splits a text into parts that fit, each as full as it goes: at breaks by hand, then between paragraphs, sentences,
 * words, and inside a word only where it fills more than a part. White space at the cuts goes; nothing else does. A
 * grapheme stays whole unless it alone is too much for a part. Blank text has no parts.
 */
export const splitText = (text: string, fits: Fits): string[] =>
  text.split(MANUAL_BREAK).flatMap((stretch) => fill(stretch, fits))

/** Index (UTF-16, between graphemes) up to which a text fits; its length when all of it does. */
export const longestFit = (text: string, fits: Fits): number => {
  let window = 512
  while (window < text.length && fits(text.slice(0, window))) window *= 2
  if (window >= text.length && fits(text)) return text.length
  // The last grapheme of a window may be cut in two, but then it does not fit either.
  const starts = boundaries(text.slice(0, window))
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(text.slice(0, starts[middle]))) low = middle
    else high = middle - 1
  }
  return starts[low] ?? 0
}

const fill = (stretch: string, fits: Fits): string[] => {
  const parts: string[] = []
  let rest = withoutLeadingBlanks(stretch)
  while (rest !== '') {
    const end = longestFit(rest, fits)
    const cut = end === rest.length ? end : chooseCut(rest, end, fits)
    const part = withoutTrailingBlanks(rest.slice(0, cut))
    if (part !== '') parts.push(part)
    rest = withoutLeadingBlanks(rest.slice(cut))
  }
  return parts
}

/** Where to end the part that could reach up to `end`. */
const chooseCut = (text: string, end: number, fits: Fits): number => {
  if (end === 0) return insideGrapheme(text, fits)
  const whole = new Set(boundaries(text.slice(0, end))).add(end)
  const last = (candidates: number[], least: number) =>
    candidates.findLast((at) => at <= end && at >= least && whole.has(at))
  const seen = text.slice(0, end + LOOK_AHEAD)
  const spaces = [...seen.matchAll(/\s/g)].map((match) => match.index)
  const space = last(spaces, 1)
  return (
    last(paragraphEnds(seen), end * PARAGRAPH_FILL) ??
    last(sentenceEnds(seen), end * FILL) ??
    last(spaces, end * FILL) ??
    (space !== undefined && fits(wordAt(text, space)) ? space : undefined) ??
    last(wordStarts(seen), end * FILL) ??
    end
  )
}

const paragraphEnds = (text: string): number[] => [...text.matchAll(/\r?\n[^\S\n]*\n/g)].map((match) => match.index)

const sentenceEnds = (text: string): number[] =>
  [...sentences.segment(text)].map(({ index, segment }) => index + segment.trimEnd().length)

const wordStarts = (text: string): number[] => [...words.segment(text)].map(({ index }) => index)

/** The word that follows a space. */
const wordAt = (text: string, space: number): string => /\S+/.exec(text.slice(space))?.[0] ?? ''

const boundaries = (text: string): number[] => [...graphemes.segment(text)].map(({ index }) => index)

/** The end of the code points of an oversized grapheme that fit; at least one, so that there is an end to it. */
const insideGrapheme = (text: string, fits: Fits): number => {
  const [first = ''] = text
  let end = first.length
  for (const point of text.slice(end)) {
    if (!fits(text.slice(0, end + point.length))) break
    end += point.length
  }
  return end
}

const withoutLeadingBlanks = (text: string): string => {
  for (const { index, segment } of graphemes.segment(text)) if (segment.trim() !== '') return text.slice(index)
  return ''
}

const withoutTrailingBlanks = (text: string): string => {
  const last = [...graphemes.segment(text)].findLast(({ segment }) => segment.trim() !== '')
  return last ? text.slice(0, last.index + last.segment.length) : ''
}
