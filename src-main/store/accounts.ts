import { sql } from 'kysely'
import { z } from 'zod'
import { failure } from '../../src-preload/contract/failure.ts'
import { account as contractAccount, connection as connectionState } from '../../src-preload/contract/model/account.ts'
import type { Store } from '../core/ports.ts'
import type { AccountRecord } from '../core/records.ts'
import { refuse } from '../core/refusal.ts'
import { foldedName } from './rows/folded-name.ts'
import { fromJson, fromJsonOrNull, toJson, toJsonOrNull } from './rows/json.ts'
import type { Quarantine } from './rows/quarantine.ts'
import type { AccountTable } from './rows/tables.ts'
import type { Connection } from './sqlite/connection.ts'
import { build, each, places, query } from './sqlite/query.ts'
import type { Session } from './sqlite/session.ts'
import { because } from '../core/told.ts'

export const createAccounts = (session: Session, quarantine: Quarantine): Store['accounts'] => {
  const records = (connection: Connection, rows: AccountRow[]) =>
    quarantine.read(connection, 'account', rows, (row) => row.id, toAccount)
  return {
    get: (id) => session.read((connection) => records(connection, connection.all(byId.with({ id })))[0]),
    list: () => session.read((connection) => records(connection, connection.all(all.with({})))),
    put: (account) =>
      session.write((connection) => {
        const row = toRow(account)
        if (connection.first(namesake.with(row))) refuse(...taken(account.name))
        const other = connection.first(sameAlias.with(row))
        if (other) refuse(...aliasTaken(other.alias, other.name))
        connection.run(put.with(row))
      }),
  }
}

/** With the name of its picture, which lies in a table of its own: accounts are read all the time, their pictures are not. */
type AccountRow = AccountTable & { picture: string | null }

const settings = z.record(z.string(), z.unknown())
const { aliases, destination, permissions } = contractAccount.shape

const toRow = (account: AccountRecord): AccountTable => ({
  id: account.id,
  channel: account.channel,
  name: account.name,
  name_key: foldedName(account.name),
  settings: toJson(account.settings),
  identity: account.identity,
  connection: account.connection,
  failure: toJsonOrNull(account.failure),
  checked_at: account.checkedAt,
  created_at: account.createdAt,
  aliases: toJson(account.aliases),
  destination: toJsonOrNull(account.destination),
  credits_per_post: account.creditsPerPost,
  expires_at: account.expiresAt,
  renew_at: account.renewAt,
  permissions: toJson(account.permissions),
})

const toAccount = (row: AccountRow): AccountRecord => ({
  id: row.id,
  channel: row.channel,
  name: row.name,
  settings: fromJson(settings, row.settings),
  identity: row.identity,
  picture: row.picture,
  aliases: fromJson(aliases, row.aliases),
  destination: fromJsonOrNull(destination, row.destination),
  creditsPerPost: row.credits_per_post,
  expiresAt: row.expires_at,
  renewAt: row.renew_at,
  permissions: fromJson(permissions, row.permissions),
  connection: connectionState.parse(row.connection),
  failure: fromJsonOrNull(failure, row.failure),
  checkedAt: row.checked_at,
  createdAt: row.created_at,
})

const taken = (name: string) =>
  [
    'invalid-input',
    `There is already an account named "${name}".`,
    'Choose another name.',
    { field: 'name', told: because('account-name-taken', { name }) },
  ] as const

const aliasTaken = (alias: string, name: string) =>
  [
    'invalid-input',
    `The alias "${alias}" already belongs to the account "${name}".`,
    'Choose another alias, or take it off that account first.',
    { field: 'aliases', told: because('alias-taken', { alias, account: name }) },
  ] as const

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
  'aliases',
  'destination',
  'credits_per_post',
  'expires_at',
  'renew_at',
  'permissions',
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

// There are few accounts, so their aliases need no table of their own.
const sameAlias = query<{ id: string; aliases: string }>()(
  (place) => sql<{ alias: string; name: string }>`select theirs.value as alias, account.name
    from account, json_each(iif(json_valid(account.aliases), account.aliases, '[]')) as theirs
    where theirs.value in ${each(place('aliases'))} and account.id <> ${place('id')} limit 1`,
)

const rows = () =>
  build
    .selectFrom('account')
    .leftJoin('account_picture', 'account_picture.account_id', 'account.id')
    .selectAll('account')
    .select('account_picture.name as picture')

const byId = query<{ id: string }>()((place) => rows().where('account.id', '=', place('id')))

const all = query<Record<string, never>>()(() => rows().orderBy('account.created_at').orderBy('account.id'))
