import { z } from 'zod'
import { failure } from '../../src-preload/contract/failure.ts'
import { connection as connectionState } from '../../src-preload/contract/model/account.ts'
import type { Store } from '../core/ports.ts'
import type { AccountRecord } from '../core/records.ts'
import { refuse } from '../core/refusal.ts'
import { fromJson, fromJsonOrNull, toJson, toJsonOrNull } from './rows/json.ts'
import type { Quarantine } from './rows/quarantine.ts'
import type { AccountTable } from './rows/tables.ts'
import type { Connection } from './sqlite/connection.ts'
import { build, places, query } from './sqlite/query.ts'
import type { Session } from './sqlite/session.ts'

export const createAccounts = (session: Session, quarantine: Quarantine): Store['accounts'] => {
  const records = (connection: Connection, rows: AccountTable[]) =>
    quarantine.read(connection, 'account', rows, (row) => row.id, toAccount)
  return {
    get: (id) => session.read((connection) => records(connection, connection.all(byId.with({ id })))[0]),
    list: () => session.read((connection) => records(connection, connection.all(all.with({})))),
    put: (account) =>
      session.write((connection) => {
        const row = toRow(account)
        if (connection.first(namesake.with(row))) refuse(...taken(account.name))
        connection.run(put.with(row))
      }),
  }
}

const settings = z.record(z.string(), z.unknown())

const toRow = (account: AccountRecord): AccountTable => ({
  id: account.id,
  channel: account.channel,
  name: account.name,
  name_key: account.name.normalize('NFKC').toLowerCase(),
  settings: toJson(account.settings),
  identity: account.identity,
  connection: account.connection,
  failure: toJsonOrNull(account.failure),
  checked_at: account.checkedAt,
  created_at: account.createdAt,
})

const toAccount = (row: AccountTable): AccountRecord => ({
  id: row.id,
  channel: row.channel,
  name: row.name,
  settings: fromJson(settings, row.settings),
  identity: row.identity,
  connection: connectionState.parse(row.connection),
  failure: fromJsonOrNull(failure, row.failure),
  checkedAt: row.checked_at,
  createdAt: row.created_at,
})

const taken = (name: string) =>
  ['invalid-input', `There is already an account named "${name}".`, 'Choose another name.', { field: 'name' }] as const

const CHANGING = [
  'channel',
  'name',
  'name_key',
  'settings',
  'identity',
  'connection',
  'failure',
  'checked_at',
  'created_at',
] as const satisfies (keyof AccountTable)[]

const put = query<AccountTable>()((place) =>
  build
    .insertInto('account')
    .values(places(place, ['id', ...CHANGING]))
    .onConflict((conflict) => conflict.column('id').doUpdateSet(places(place, CHANGING))),
)

const namesake = query<AccountTable>()((place) =>
  build.selectFrom('account').select('id').where('name_key', '=', place('name_key')).where('id', '<>', place('id')),
)

const byId = query<{ id: string }>()((place) => build.selectFrom('account').selectAll().where('id', '=', place('id')))

const all = query<Record<string, never>>()(() =>
  build.selectFrom('account').selectAll().orderBy('created_at').orderBy('id'),
)
