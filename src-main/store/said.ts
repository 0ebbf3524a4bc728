import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { bareText } from '../core/same-text.ts'
import type { Millis } from '../core/records.ts'
import type { Connection } from './sqlite/connection.ts'
import { build, each, query } from './sqlite/query.ts'

/** A number by which a text is found again among all posts, blanks and capitals aside; others may have the same. 0: nothing. */
export const saidIn = (text: string): number => {
  const bare = bareText(text)
  return bare === '' ? 0 : createHash('sha256').update(bare).digest().readUIntBE(0, 6)
}

/** Of these texts, bare ones, those that posts have that are not deleted, with when the newest of them was made. */
export const saidBefore = (connection: Connection, texts: readonly string[]): Map<string, Millis> => {
  const wanted = new Set(texts)
  const said = JSON.stringify([...new Set(texts.map(saidIn))])
  const found = new Map<string, Millis>()
  for (const { text, made } of connection.all(bySaid.with({ said }))) {
    const bare = bareText(text)
    if (wanted.has(bare)) found.set(bare, Math.max(made, found.get(bare) ?? made))
  }
  return found
}

const bySaid = query<{ said: string }>()((place) =>
  build
    .selectFrom('post')
    .select(['text', sql<Millis>`max(created_at)`.as('made')])
    .where('said', 'in', each<number>(place('said')))
    .where('deleted_at', 'is', null)
    .groupBy('text'),
)
