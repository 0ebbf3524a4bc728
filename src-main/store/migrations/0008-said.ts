import { saidIn } from '../said.ts'
import type { Connection } from '../sqlite/connection.ts'
import type { Migration } from './migration.ts'

/** So many posts are gone through at once: a few hundredths of a second. */
const SLICE = 1_000

function* fill(connection: Connection): Generator<number> {
  const all = connection.first<{ seq: number | null }>({ sql: 'select max(seq) as seq from post', parameters: [] })
  for (let last = 0; ;) {
    const posts = connection.all<{ seq: number; text: string }>({
      sql: 'select seq, text from post where seq > ? order by seq limit ?',
      parameters: [last, SLICE],
    })
    for (const { seq, text } of posts) {
      connection.run({ sql: 'update post set said = ? where seq = ?', parameters: [saidIn(text), seq] })
    }
    const end = posts.at(-1)
    if (end === undefined) return
    last = end.seq
    yield last / (all?.seq ?? last)
  }
}

/** Posts are found by what they say as a whole, so that none is imported twice unawares. */
export const eighth: Migration = {
  version: 8,
  steps: [
    `alter table post add column said integer not null default 0`,
    fill,
    `create index post_by_said on post (said)`,
  ],
}
