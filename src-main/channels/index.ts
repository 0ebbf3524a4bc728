import { createBluesky } from './bluesky.ts'
import type { Channel, ChannelTools } from './channel.ts'
import { createDiscord } from './discord.ts'
import { createFolder } from './folder.ts'
import { createMastodon } from './mastodon.ts'
import { createNewsletter } from './newsletter.ts'
import { createNostr } from './nostr.ts'
import { createSlack } from './slack.ts'
import { createTelegram } from './telegram.ts'

/** The channels there are, in the order in which they are offered. */
export const createChannels = (tools: ChannelTools): ReadonlyMap<string, Channel> =>
  new Map(
    [
      createFolder(tools),
      createBluesky(tools),
      createMastodon(tools),
      createNostr(tools),
      createNewsletter(tools),
      createTelegram(tools),
      createDiscord(tools),
      createSlack(tools),
    ].map((channel) => [channel.descriptor.key, channel]),
  )
