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

/** Narrows a match to one account: its id stands in the index beside the words. */
export const ofAccount = (match: string, accountId: string): string =>
  `${match} AND account : "${accountWord(accountId)}"`

/** An account's id as one word. */
export const accountWord = (accountId: string): string => accountId.replaceAll(/[^0-9A-Za-z]/g, '')

const QUOTES = /[“”„‟«»]/g
const TERM = /"([^"]*)("?)|([^\s"]+)/g
// What the index takes for a part of a word.
const SEARCHABLE = /[\p{L}\p{N}\p{Co}]/u
const TWO_AT_LAST = /[\p{L}\p{N}\p{Co}]\p{M}*[\p{L}\p{N}\p{Co}]\p{M}*[^\p{L}\p{N}\p{Co}]*$/u

// A single letter would stand for a good part of all words; it is taken for the word it is.
const unfinished = (term: { text: string; finished: boolean }): boolean => !term.finished && TWO_AT_LAST.test(term.text)
