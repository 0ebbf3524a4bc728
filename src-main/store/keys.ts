import { apiKey } from '../../src-preload/contract/model/key.ts'
import type { Store } from '../core/ports.ts'
import type { KeyRecord } from '../core/records.ts'
import type { KeyTable } from './rows/outside-tables.ts'
import type { Quarantine } from './rows/quarantine.ts'
import type { Connection } from './sqlite/connection.ts'
import { build, places, query } from './sqlite/query.ts'
import type { Session } from './sqlite/session.ts'

export const createKeys = (session: Session, quarantine: Quarantine): Store['keys'] => {
  const records = (connection: Connection, rows: KeyTable[]) =>
    quarantine.read(connection, 'key', rows, (row) => row.id, toKey)
  return {
    list: () => session.read((connection) => records(connection, connection.all(all.with({})))),
    findByHash: (hash) => session.read((connection) => records(connection, connection.all(byHash.with({ hash })))[0]),
    put: (key) => session.write((connection) => void connection.run(put.with(toRow(key)))),
  }
}

const toRow = ({ createdAt, lastUsedAt, revokedAt, ...key }: KeyRecord): KeyTable => ({
  ...key,
  created_at: createdAt,
  last_used_at: lastUsedAt,
  revoked_at: revokedAt,
})

const toKey = ({ created_at, last_used_at, revoked_at, ...row }: KeyTable): KeyRecord => ({
  ...row,
  kind: apiKey.shape.kind.parse(row.kind),
  createdAt: created_at,
  lastUsedAt: last_used_at,
  revokedAt: revoked_at,
})

const CHANGING = [
  'name',
  'kind',
  'hint',
  'hash',
  'created_at',
  'last_used_at',
  'revoked_at',
] as const satisfies (keyof KeyTable)[]

const put = query<KeyTable>()((place) =>
  build
    .insertInto('api_key')
    .values(places(place, ['id', ...CHANGING]))
    .onConflict((conflict) => conflict.column('id').doUpdateSet(places(place, CHANGING))),
)

const byHash = query<{ hash: string }>()((place) =>
  build.selectFrom('api_key').selectAll().where('hash', '=', place('hash')),
)

const all = query<Record<string, never>>()(() =>
  build.selectFrom('api_key').selectAll().orderBy('created_at').orderBy('id'),
)
