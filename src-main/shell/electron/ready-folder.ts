import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, relative, sep } from 'node:path'
import type { Item } from '../../../src-preload/contract/model/item.ts'
import type { Account } from '../../../src-preload/contract/model/account.ts'

/**
 * The folder in which an item lies ready to be posted by hand; null where there is none, or where it is not within the
 * folder of the item's account, links followed.
 */
export const readyFolder = async (
  { state, failure, accountId }: Pick<Item, 'state' | 'failure' | 'accountId'>,
  accounts: readonly Pick<Account, 'id' | 'settings'>[],
): Promise<string | null> => {
  const path = accounts.find(({ id }) => id === accountId)?.settings['path']
  const folder = failure?.detail
  if (state !== 'unconfirmed' || failure?.code !== 'by-hand') return null
  if (typeof path !== 'string' || folder === undefined || !isAbsolute(folder)) return null
  try {
    const [outer, inner] = await Promise.all([realpath(path), realpath(folder)])
    const way = relative(outer, inner)
    const within = way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
    return within && (await stat(inner)).isDirectory() ? inner : null
  } catch {
    return null
  }
}
