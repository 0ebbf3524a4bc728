import type { Bridge } from '../../../src-preload/contract/bridge.ts'
import type { Item } from '../../../src-preload/contract/model/item.ts'
import type { AccountsStore } from '../../accounts/accounts-store.ts'
import type { ToastAction, ToastStore } from '../../shell/toast-store.ts'
import { say } from '../../words/say.ts'

type Tools = { bridge: Bridge; accounts: AccountsStore; toasts: ToastStore; page: Window }

/** What was sent cannot be undone; where its channel can, it is taken down again, and where it has a page, that is opened. */
export const publishedActions = ({ bridge, accounts, toasts, page }: Tools, item: Item): ToastAction[] => {
  const url = item.remote?.url ?? null
  const name = accounts.account(item.accountId)?.name ?? say('composer.an-account')
  const takeDown = async (): Promise<void> => {
    const reply = await bridge.call('items.unpublish', { itemId: item.id })
    if (reply.ok) toasts.tell(say('composer.taken-down', { name }))
    else toasts.fail(reply.failure)
  }
  if (accounts.channel(item.channel)?.can.unpublish === true) {
    return [{ label: say('composer.take-down'), run: () => void takeDown() }]
  }
  return url === null ? [] : [{ label: say('composer.open'), run: () => void page.open(url, '_blank', 'noopener') }]
}
