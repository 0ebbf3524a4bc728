import { stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Reply } from '../../../src-preload/contract/failure.ts'
import type { Output } from '../../../src-preload/contract/methods.ts'
import type { Item } from '../../../src-preload/contract/model/item.ts'
import type { Account } from '../../../src-preload/contract/model/account.ts'
import type { App } from '../../app/app.ts'
import { failed } from '../../core/refusal.ts'
import { because } from '../../core/told.ts'
import { call } from './call.ts'
import { withinFolder } from './within-folder.ts'

/** Shows the file that an item was published as, where it lies. The page names the item, never a path. */
export const showFile = async (
  app: Pick<App, 'gate'>,
  input: unknown,
  show: (path: string) => void,
): Promise<Reply<null>> => {
  const item = (await app.gate('items.get', input)) as Reply<Output<'items.get'>>
  if (!item.ok) return item
  const accounts = await call(app, 'accounts.list', {})
  if (!accounts.ok) return accounts
  const file = await publishedFile(item.value, accounts.value.entries)
  if (file === null) {
    const [message, next] = ['The file of this post cannot be shown.', 'Look whether it was moved, renamed or deleted.']
    return { ok: false, failure: failed('not-found', message, next, { told: because('file-not-shown') }) }
  }
  show(file)
  return { ok: true, value: null }
}

/** The file itself; null where there is none, or where it is not within the folder of the item's account, links followed. */
const publishedFile = async (
  { state, remote, unpublishedAt, accountId }: Pick<Item, 'state' | 'remote' | 'unpublishedAt' | 'accountId'>,
  accounts: readonly Pick<Account, 'id' | 'settings'>[],
): Promise<string | null> => {
  const folder = accounts.find(({ id }) => id === accountId)?.settings['path']
  const named = pathOf(remote?.url ?? null)
  if (state !== 'published' || unpublishedAt !== null || typeof folder !== 'string' || named === null) return null
  const file = await withinFolder(folder, named)
  const found = file === null ? null : await stat(file).catch(() => null)
  return found?.isFile() === true ? file : null
}

const pathOf = (url: string | null): string | null => {
  if (url?.startsWith('file:') !== true) return null
  try {
    return fileURLToPath(url)
  } catch {
    // An address that names another computer, or a letter that no path can have.
    return null
  }
}
