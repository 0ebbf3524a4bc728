import { sql } from 'kysely'
import type { Connection } from '../sqlite/connection.ts'
import { query } from '../sqlite/query.ts'
import type { Beginning, Words } from './search-terms.ts'

/** Words as the index is asked for them. What a person typed stands in quotation marks and is never an operator. */
export const matchOf = (connection: Connection, { whole, beginning }: Words): string => {
  const parts = whole.map((text) => `"${text}"`)
  if (beginning) parts.push(unfinished(connection, beginning))
  return `words : (${parts.join(' AND ')})`
}

/** Narrows a match to posts with a mark. */
export const marked = (match: string, mark: string): string => `${match} AND marks : "${mark}"`

/** Beginnings of these lengths have an index of their own. */
const INDEXED = new Set([3, 4])

/** More words than these are left to the index to gather. */
const MANY = 200

/**
 * A beginning that has no index of its own would be gathered from every post that has such a word before the first is
 * known; the words themselves, asked for one by one, are found newest first.
 */
const unfinished = (connection: Connection, { before, letters }: Beginning): string => {
  const gathered = `"${before}${letters}"*`
  if (INDEXED.has(Array.from(letters).length)) return gathered
  const from = letters.normalize('NFD').replace(ACCENTS, '').normalize('NFC').toLowerCase()
  const words = connection.all(wordsFrom.with({ from, to: `${from}\u{10ffff}`, limit: MANY + 1 }))
  if (words.length === 0 || words.length > MANY) return gathered
  return `(${words.map(({ term }) => `"${before}${term}"`).join(' OR ')})`
}

const ACCENTS = /[\u0300-\u036f]/g

const wordsFrom = query<{ from: string; to: string; limit: number }>()(
  (place) => sql<{ term: string }>`select term from post_word
    where term >= ${place('from')} and term <= ${place('to')} limit ${place('limit')}`,
)
