import { spaced } from './words.ts'

/** What a person's search asks for: all rows, none, or those with words. */
export type Terms = { kind: 'everything' } | { kind: 'nothing' } | Words

/** Words and phrases that must be there, and the beginning of one that may be unfinished. */
export type Words = { kind: 'words'; whole: readonly string[]; beginning: Beginning | null }

/** A word's first letters, and what stands before it in the same phrase. */
export type Beginning = { before: string; letters: string }

/**
 * Reads what a person typed. Every word must be there, words in quotation marks must stand together, and the last word
 * may be unfinished. Nothing in it is taken for an operator.
 */
export const readTerms = (typed: string | undefined): Terms => {
  const plain = (typed ?? '').replaceAll('\0', '').replace(QUOTES, '"')
  if (/^[\s"]*$/.test(plain)) return { kind: 'everything' }
  const terms = [...plain.matchAll(TERM)]
    .map(([, phrase, closing, word]) => ({ text: spaced(phrase ?? word ?? ''), finished: closing === '"' }))
    .filter((term) => SEARCHABLE.test(term.text))
  const last = terms.at(-1)
  if (!last) return { kind: 'nothing' }
  const beginning = last.finished ? null : beginningIn(last.text)
  const whole = (beginning ? terms.slice(0, -1) : terms).map((term) => term.text)
  return { kind: 'words', whole, beginning }
}

const QUOTES = /[“”„‟«»]/g
const TERM = /"([^"]*)("?)|([^\s"]+)/g
// What the index takes for a part of a word.
const SEARCHABLE = /[\p{L}\p{N}\p{Co}]/u

// A word of one or two letters would stand for a good part of all words; it is taken for the word it is. Korean
// syllables say more.
const BEGINNING = /^(.*?)((?:[\p{L}\p{N}\p{Co}]\p{M}*){3,}|(?:\p{Script=Hangul}\p{M}*){2})[^\p{L}\p{N}\p{Co}]*$/su

const beginningIn = (text: string): Beginning | null => {
  const [, before, letters] = BEGINNING.exec(text) ?? []
  return before === undefined || letters === undefined ? null : { before, letters }
}
