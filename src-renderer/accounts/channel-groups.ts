import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { say } from '../words/say.ts'

export type ChannelGroup = {
  key: ChannelDescriptor['group']
  title: string
  channels: readonly ChannelDescriptor[]
}

/** In the order in which they are shown: what is quickest to connect first. */
const GROUPS = ['own', 'open', 'token', 'app', 'assisted'] as const satisfies readonly ChannelDescriptor['group'][]

/** The channels by whose they are, those whose name or summary has every word that is searched for; empty groups left out. */
export const groupChannels = (channels: readonly ChannelDescriptor[], search: string): ChannelGroup[] => {
  const words = search.toLowerCase().split(/\s+/)
  const found = channels.filter(({ name, summary }) => {
    const text = `${name} ${summary}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return GROUPS.map((key) => ({
    key,
    title: say(`accounts.group-${key}`),
    channels: found.filter(({ group }) => group === key),
  })).filter((group) => group.channels.length > 0)
}
