import type { Reply } from '../../../src-preload/contract/failure.ts'
import type { Account } from '../../../src-preload/contract/model/account.ts'
import type { Item } from '../../../src-preload/contract/model/item.ts'
import type { Bridge } from '../../../src-preload/contract/bridge.ts'

/** Whether it lies ready for the person to post, and waits for their word. */
export const isByHand = ({ state, failure }: Pick<Item, 'state' | 'failure'>): boolean =>
  state === 'unconfirmed' && failure?.code === 'by-hand'

/** The page where it is posted; null where none is known that a browser opens. */
export const siteOf = (account: Pick<Account, 'settings'> | undefined): string | null => {
  const site = account?.settings['site']
  return typeof site === 'string' && /^https?:/i.test(site) ? site : null
}

/** What is to be posted, part by part, as the channel made it ready. */
export const readParts = async (
  bridge: Bridge,
  { postId, accountId, override }: Pick<Item, 'postId' | 'accountId' | 'override'>,
): Promise<Reply<readonly string[]>> => {
  const reply = await bridge.call('posts.check', { postId, targets: [{ accountId, override }] })
  return reply.ok ? { ok: true, value: reply.value.targets[0]?.parts.map(({ text }) => text) ?? [] } : reply
}
