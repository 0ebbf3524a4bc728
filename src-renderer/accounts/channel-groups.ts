import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'

export type ChannelGroup = {
  key: ChannelDescriptor['group']
  title: string
  channels: readonly ChannelDescriptor[]
}

/** In the order in which they are shown: what is quickest to connect first. */
const TITLES: Readonly<Record<ChannelDescriptor['group'], string>> = {
  own: 'On this computer',
  open: 'Open networks and your own servers',
  token: 'By a token or an address from there',
  app: 'By a developer app of your own',
  assisted: 'You post, Posthorn prepares',
}

/** The channels by whose they are, those whose name or summary has every word that is searched for; empty groups left out. */
export const groupChannels = (channels: readonly ChannelDescriptor[], search: string): ChannelGroup[] => {
  const words = search.toLowerCase().split(/\s+/)
  const found = channels.filter(({ name, summary }) => {
    const text = `${name} ${summary}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return (Object.keys(TITLES) as ChannelGroup['key'][])
    .map((key) => ({ key, title: TITLES[key], channels: found.filter(({ group }) => group === key) }))
    .filter((group) => group.channels.length > 0)
}
