import { BLUESKY } from './bluesky.ts'
import { DISCORD } from './discord.ts'
import { FACEBOOK } from './facebook.ts'
import { GHOST } from './ghost.ts'
import { GOOGLE_BUSINESS } from './google-business.ts'
import { INSTAGRAM } from './instagram.ts'
import { LINKEDIN } from './linkedin.ts'
import { MASTODON } from './mastodon.ts'
import type { NetworkRules } from './network-rules.ts'
import { NOSTR } from './nostr.ts'
import { PINTEREST } from './pinterest.ts'
import { REDDIT } from './reddit.ts'
import { SLACK } from './slack.ts'
import { TELEGRAM } from './telegram.ts'
import { THREADS } from './threads.ts'
import { TIKTOK } from './tiktok.ts'
import { WORDPRESS } from './wordpress.ts'
import { X } from './x.ts'
import { YOUTUBE } from './youtube.ts'

/** The networks whose rules are known, in the order in which they are offered. */
export const NETWORKS: readonly NetworkRules[] = [
  BLUESKY,
  MASTODON,
  X,
  INSTAGRAM,
  FACEBOOK,
  THREADS,
  LINKEDIN,
  TIKTOK,
  YOUTUBE,
  PINTEREST,
  GOOGLE_BUSINESS,
  TELEGRAM,
  DISCORD,
  SLACK,
  REDDIT,
  WORDPRESS,
  GHOST,
  NOSTR,
]
