/** What SocialSyncerAPI calls a channel otherwise than Posthorn. */
const CHANNELS: Readonly<Record<string, string>> = { twitter: 'x' }
const PLATFORMS: Readonly<Record<string, string>> = { x: 'twitter' }

export const channelOf = (platform: string): string => CHANNELS[platform] ?? platform

export const platformOf = (channel: string): string => PLATFORMS[channel] ?? channel
