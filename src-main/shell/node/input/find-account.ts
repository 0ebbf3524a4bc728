import type { Account } from '../../../../src-preload/contract/model/account.ts'
import { refuse } from '../../../core/refusal.ts'
import type { Caller } from '../caller/caller.ts'

/** The accounts a person named, by id or by name without regard to case. Refuses, listing the names there are. */
export const findAccounts = async (caller: Caller, wanted: readonly string[]): Promise<Account[]> => {
  const { entries } = await caller.call('accounts.list', {})
  return wanted.map((name) => pick(entries, name))
}

export const findAccount = async (caller: Caller, wanted: string): Promise<Account> =>
  pick((await caller.call('accounts.list', {})).entries, wanted)

const pick = (accounts: readonly Account[], wanted: string): Account => {
  const exact = accounts.find(({ id, name }) => id === wanted || name === wanted)
  const alike = accounts.filter(({ name }) => name.toLowerCase() === wanted.toLowerCase())
  const found = exact ?? alike[0]
  if (found === undefined) {
    return refuse(
      'not-found',
      `There is no account named "${wanted}".`,
      accounts.length > 0
        ? `Use one of: ${accounts.map((one) => one.name).join(', ')}.`
        : 'Add one with "posthorn accounts add".',
      {
        field: 'account',
      },
    )
  }
  if (exact === undefined && alike.length > 1) {
    return refuse(
      'ambiguous-account',
      `"${wanted}" could be any of: ${alike.map(({ name, id }) => `${name} (${id})`).join(', ')}.`,
      'Write the name exactly, or its id.',
      {
        field: 'account',
      },
    )
  }
  return found
}
