import { sql } from 'kysely'
import { z } from 'zod'
import type { Store } from '../core/ports.ts'
import type { ImportRecord } from '../core/records.ts'
import { fromJson, toJson } from './rows/json.ts'
import type { ImportTable } from './rows/outside-tables.ts'
import type { Quarantine } from './rows/quarantine.ts'
import { build, places, query } from './sqlite/query.ts'
import type { Session } from './sqlite/session.ts'

export const createImports = (session: Session, quarantine: Quarantine): Store['imports'] => ({
  get: (id) =>
    session.read((connection) => {
      const rows = connection.all(byId.with({ id }))
      return quarantine.read(connection, 'import', rows, (row) => row.id, toRecord)[0]
    }),
  ofHash: (hash) =>
    session.read((connection) => {
      const rows = connection.all(byHash.with({ hash }))
      return quarantine.read(connection, 'import', rows, (row) => row.id, toRecord)[0]
    }),
  list: (limit) =>
    session.read((connection) =>
      quarantine.read(connection, 'import', connection.all(newest.with({ limit })), (row) => row.id, toRecord),
    ),
  put: (record) => session.write((connection) => void connection.run(put.with(toRow(record)))),
})

const ids = z.array(z.string())

const toRow = ({ postIds, undoneAt, ...rest }: ImportRecord): ImportTable => ({
  ...rest,
  posts: toJson(postIds),
  undone_at: undoneAt,
})

const toRecord = ({ posts, undone_at, ...rest }: ImportTable): ImportRecord => ({
  ...rest,
  postIds: fromJson(ids, posts),
  undoneAt: undone_at,
})

const CHANGING = [
  'name',
  'hash',
  'at',
  'posts',
  'drafts',
  'scheduled',
  'undone_at',
] as const satisfies (keyof ImportTable)[]

const put = query<ImportTable>()((place) =>
  build
    .insertInto('import_run')
    .values(places(place, ['id', ...CHANGING]))
    .onConflict((conflict) => conflict.column('id').doUpdateSet(places(place, CHANGING))),
)

const byId = query<{ id: string }>()((place) =>
  build.selectFrom('import_run').selectAll().where('id', '=', place('id')),
)

/** The last one that stands. */
const byHash = query<{ hash: string }>()((place) =>
  build
    .selectFrom('import_run')
    .selectAll()
    .where('hash', '=', place('hash'))
    .where('undone_at', 'is', null)
    .orderBy('at', 'desc')
    .limit(sql.lit(1)),
)

const newest = query<{ limit: number }>()((place) =>
  build.selectFrom('import_run').selectAll().orderBy('at', 'desc').limit(place('limit')),
)
