import { createBluesky } from './bluesky.ts'
import { createAssisted } from './assisted.ts'
import type { Channel, ChannelTools } from './channel.ts'
import { createDiscord } from './discord.ts'
import { createFacebook } from './facebook.ts'
import { createFolder } from './folder.ts'
import { createForem } from './forem.ts'
import { createGhost } from './ghost.ts'
import { createGoogleBusiness } from './google-business.ts'
import { createInstagram } from './instagram.ts'
import { createLemmy } from './lemmy.ts'
import { createLinkedin } from './linkedin.ts'
import { createMastodon } from './mastodon.ts'
import { createMatrix } from './matrix.ts'
import { createMicropub } from './micropub.ts'
import { createNewsletter } from './newsletter.ts'
import { createNostr } from './nostr.ts'
import { createPinterest } from './pinterest.ts'
import { createSlack } from './slack.ts'
import { createTelegram } from './telegram.ts'
import { createWordPress } from './wordpress.ts'
import { createThreads } from './threads.ts'
import { createTiktok } from './tiktok.ts'
import { createTumblr } from './tumblr.ts'
import { createX } from './x.ts'
import { createYoutube } from './youtube.ts'

/** The channels there are, in the order in which they are offered. */
export const createChannels = (tools: ChannelTools): ReadonlyMap<string, Channel> =>
  new Map(
    [
      createFolder(tools),
      createBluesky(tools),
      createMastodon(tools),
      createNostr(tools),
      createLemmy(tools),
      createWordPress(tools),
      createGhost(tools),
      createForem(tools),
      createMicropub(tools),
      createMatrix(tools),
      createNewsletter(tools),
      createTelegram(tools),
      createDiscord(tools),
      createSlack(tools),
      createX(tools),
      createLinkedin(tools),
      createFacebook(tools),
      createInstagram(tools),
      createThreads(tools),
      createTiktok(tools),
      createYoutube(tools),
      createPinterest(tools),
      createTumblr(tools),
      createGoogleBusiness(tools),
      createAssisted(),
    ].map((channel) => [channel.descriptor.key, channel]),
  )
