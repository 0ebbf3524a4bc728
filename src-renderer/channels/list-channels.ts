import type { Account } from '../../src-preload/contract/model/account.ts'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'

/** Those with an account first, each in the order in which they are offered; only those whose name has all words. */
export const listChannels = (
  channels: readonly ChannelDescriptor[],
  accounts: readonly Pick<Account, 'channel'>[],
  search: string,
): ChannelDescriptor[] => {
  const words = search.toLowerCase().split(/\s+/)
  const used = new Set(accounts.map(({ channel }) => channel))
  const found = channels.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
  return [...found.filter(({ key }) => used.has(key)), ...found.filter(({ key }) => !used.has(key))]
}
