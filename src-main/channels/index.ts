import { createBluesky } from './bluesky.ts'
import type { Channel, ChannelTools } from './channel.ts'
import { createFolder } from './folder.ts'
import { createMastodon } from './mastodon.ts'

/** The channels there are, in the order in which they are offered. */
export const createChannels = (tools: ChannelTools): ReadonlyMap<string, Channel> =>
  new Map(
    [createFolder(tools), createBluesky(tools), createMastodon(tools)].map((channel) => [
      channel.descriptor.key,
      channel,
    ]),
  )
