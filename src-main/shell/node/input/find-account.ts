import type { Account } from '../../../../src-preload/contract/model/account.ts'
import { refuseInEnglish } from '../../../core/refusal.ts'
import type { Caller } from '../caller/caller.ts'

/**
 * The accounts a person named: by id, by name, or by what the channel calls them (a handle, a path), without regard to
 * case. Refuses what fits none or several, listing the names.
 */
export const findAccounts = async (caller: Caller, wanted: readonly string[]): Promise<Account[]> => {
  const { entries } = await caller.call('accounts.list', {})
  return wanted.map((name) => pick(entries, name))
}

export const findAccount = async (caller: Caller, wanted: string): Promise<Account> =>
  pick((await caller.call('accounts.list', {})).entries, wanted)

const pick = (accounts: readonly Account[], wanted: string): Account => {
  const isWanted = (text: string) => text.toLowerCase() === wanted.toLowerCase()
  const named = accounts.filter(({ id, name }) => id === wanted || isWanted(name))
  const fitting = named.length > 0 ? named : accounts.filter(({ identity }) => isWanted(identity))
  const [found] = fitting
  if (found === undefined) {
    return refuseInEnglish(
      'not-found',
      `There is no account named "${wanted}".`,
      accounts.length > 0
        ? `Use one of: ${accounts.map((one) => one.name).join(', ')}.`
        : 'Add one with "posthorn accounts add".',
      { field: 'account' },
    )
  }
  if (fitting.length > 1) {
    return refuseInEnglish(
      'ambiguous-account',
      `"${wanted}" could be any of: ${fitting.map((one) => one.name).join(', ')}.`,
      'Use its name, or its id.',
      { field: 'account' },
    )
  }
  return found
}
