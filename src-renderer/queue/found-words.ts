/** A stretch of a text, and whether it is what was looked for. */
export type Stretch = { readonly text: string; readonly found: boolean }

/** So much of a text stands before its first hit where the hit would lie out of view. */
const BEFORE = 40
const IN_VIEW = 70

/** The words of a search as they are looked for: whole phrases in quotation marks, and words, of which the last may go on. */
const wordsOf = (search: string): string[] =>
  [...search.replace(/[“”„‟«»]/g, '"').matchAll(/"([^"]*)"?|([^\s"]+)/g)]
    .map(([, phrase, word]) => (phrase ?? word ?? '').trim())
    .filter((word) => /[\p{L}\p{N}]/u.test(word))

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)

/** Made once for a search: every row in view asks for it. */
let latest: { search: string; pattern: RegExp | null } | null = null

const patternOf = (search: string): RegExp | null => {
  if (latest?.search !== search) latest = { search, pattern: makePattern(search) }
  return latest.pattern
}

const makePattern = (search: string): RegExp | null => {
  const words = wordsOf(search).map((word) => escaped(withoutMarks(word)))
  return words.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})`, 'giu')
}

/**
 * Splits a text so that what was looked for can be marked; letters with and without marks are the same. Of a long one so
 * many letters are told: `most`.
 */
export const markFound = (text: string, search: string, most = text.length): readonly Stretch[] => {
  const pattern = patternOf(search)
  if (pattern === null) return [{ text: text.slice(0, most), found: false }]
  const hits = [...withoutMarks(text).matchAll(pattern)]
  const from = startFor(text, hits[0]?.index ?? 0)
  const shown = text.slice(0, from + most)
  const stretches: Stretch[] = []
  let end = from
  for (const { index, 0: hit } of hits) {
    if (index >= shown.length) break
    if (index > end) stretches.push({ text: shown.slice(end, index), found: false })
    stretches.push({ text: shown.slice(index, index + hit.length), found: true })
    end = index + hit.length
  }
  if (end < shown.length) stretches.push({ text: shown.slice(end), found: false })
  const [first, ...others] = stretches
  return from === 0 || first === undefined ? stretches : [{ ...first, text: `…${first.text}` }, ...others]
}

/** Begins at a word near the first hit, where that would not be in view. */
const startFor = (text: string, hit: number): number =>
  hit < IN_VIEW ? 0 : Math.min(hit, text.lastIndexOf(' ', hit - BEFORE) + 1 || hit - BEFORE)

/** Of the same length as the text, so that places in one are places in the other. */
const withoutMarks = (text: string): string =>
  text.replace(/[\u0080-\uFFFF]/g, (sign) => {
    const [base = sign] = sign.normalize('NFD')
    return base.length === sign.length ? base : sign
  })
