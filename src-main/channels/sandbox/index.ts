import type { Channel, ChannelTools } from '../channel.ts'
import { NETWORKS } from '../rules/index.ts'
import { createSandboxChannel } from './sandbox-channel.ts'

/** One channel for each network whose rules are known; none of them publishes anywhere. */
export const createSandboxChannels = (tools: ChannelTools): ReadonlyMap<string, Channel> =>
  new Map(NETWORKS.map((rules) => [rules.key, createSandboxChannel(rules, tools)]))

/** An account of the sandbox as it is added, and the ids by which programs know it. */
export type SandboxAccount = {
  channel: string
  name: string
  settings: { handle: string }
  identity: string
  aliases: readonly string[]
}

/** By network, the ids that the documents of the dialects give as examples, or that are like them. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  bluesky: ['bs_101'],
  mastodon: ['ma_102'],
  x: ['tw_456', 'sa_2Xa...'],
  instagram: ['ig_123'],
  facebook: ['fb_789'],
  threads: ['th_103'],
  linkedin: ['li_104', 'sa_3Yb...'],
  tiktok: ['tt_105'],
  youtube: ['yt_106'],
  pinterest: ['pi_107'],
  'google-business': ['gb_108'],
  telegram: ['tg_109'],
  discord: ['dc_110'],
  reddit: ['rd_111'],
  wordpress: ['wp_112'],
  nostr: ['no_113'],
  slack: ['sl_114'],
  ghost: ['gh_115'],
}

/** An account on every network of the sandbox. */
export const SANDBOX_ACCOUNTS: readonly SandboxAccount[] = NETWORKS.map(({ key, name }) => ({
  channel: key,
  name: `${name} sandbox`,
  settings: { handle: 'sandbox' },
  identity: '@sandbox',
  aliases: ALIASES[key] ?? [],
}))
