import type { Account } from '../../../../src-preload/contract/model/account.ts'
import { refuseInEnglish } from '../../../core/refusal.ts'
import type { Side } from '../../api-env.ts'
import { ask } from './ask.ts'

/** The accounts, by the ids a program may know them by. */
export type AccountBook = {
  readonly all: readonly Account[]
  /** By Posthorn's own id or an alias; refuses what nobody has. */
  find(wireId: string): Account
  get(accountId: string): Account | undefined
  /** The id this dialect calls the account by: its alias where it has one, else Posthorn's own. */
  wireId(account: Pick<Account, 'id' | 'aliases'>): string
}

/** `isOwn` tells the aliases of this dialect from those of the others. */
export const openAccountBook = async (side: Side, isOwn: (alias: string) => boolean): Promise<AccountBook> => {
  const { entries } = await ask(side, 'accounts.list', {})
  const byWireId = new Map<string, Account>()
  for (const account of entries) for (const alias of account.aliases) byWireId.set(alias, account)
  for (const account of entries) byWireId.set(account.id, account)
  return {
    all: entries,
    find: (wireId) =>
      byWireId.get(wireId) ??
      refuseInEnglish(
        'not-found',
        `There is no account "${wireId.slice(0, 80)}".`,
        'List the accounts and use an id of theirs.',
        {
          field: 'account',
        },
      ),
    get: (accountId) => byWireId.get(accountId),
    wireId: ({ id, aliases }) => aliases.find(isOwn) ?? id,
  }
}
