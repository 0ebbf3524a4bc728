import { stat } from 'node:fs/promises'
import type { Item } from '../../../src-preload/contract/model/item.ts'
import type { Account } from '../../../src-preload/contract/model/account.ts'
import { withinFolder } from './within-folder.ts'

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
  if (typeof path !== 'string' || folder === undefined) return null
  const inner = await withinFolder(path, folder)
  const found = inner === null ? null : await stat(inner).catch(() => null)
  return found?.isDirectory() === true ? inner : null
}
