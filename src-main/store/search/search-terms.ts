import { spaced } from './words.ts'

/** What a person's search asks of the index: all rows, none, or those that match. */
export type Terms = { kind: 'everything' } | { kind: 'nothing' } | { kind: 'match'; match: string }

/**
 * Reads what a person typed. Every word must be there, words in quotation marks must stand together, and the last word
 * may be unfinished. Nothing in it is taken for an operator.
 */
export const readTerms = (typed: string | undefined): Terms => {
  const plain = (typed ?? '').replaceAll('\0', '').replace(QUOTES, '"')
  if (/^[\s"]*$/.test(plain)) return { kind: 'everything' }
  const terms = [...plain.matchAll(TERM)].map(([, phrase, closing, word]) => ({
    text: phrase ?? word ?? '',
    finished: phrase !== undefined && closing === '"',
  }))
  const words = terms.filter((term) => SEARCHABLE.test(term.text))
  if (words.length === 0) return { kind: 'nothing' }
  const last = words.at(-1)
  const parts = words.map((term) => `"${spaced(term.text)}"${term === last && unfinished(term) ? '*' : ''}`)
  return { kind: 'match', match: `words : (${parts.join(' AND ')})` }
}

/** Narrows a match to posts with a mark. */
export const marked = (match: string, mark: string): string => `${match} AND marks : "${mark}"`

const QUOTES = /[“”„‟«»]/g
const TERM = /"([^"]*)("?)|([^\s"]+)/g
// What the index takes for a part of a word.
const SEARCHABLE = /[\p{L}\p{N}\p{Co}]/u
// A word of one or two letters would stand for a good part of all words; it is taken for the word it is. Korean
// syllables say more.
const LONG_ENOUGH = /(([\p{L}\p{N}\p{Co}]\p{M}*){3}|(\p{Script=Hangul}\p{M}*){2})[^\p{L}\p{N}\p{Co}]*$/u

const unfinished = (term: { text: string; finished: boolean }): boolean => !term.finished && LONG_ENOUGH.test(term.text)
