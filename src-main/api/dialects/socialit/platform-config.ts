import type { Override } from '../../../../src-preload/contract/model/item.ts'
import type { WireConfig } from './read-post.ts'

type Configs = Readonly<Record<string, WireConfig>>

/** What every target of a platform is told beside content and media, by channel. */
export const optionsOf = (configs: Configs): Record<string, Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(configs).map(([platform, { content: _content, media_ids: _mediaIds, ...rest }]) => [platform, rest]),
  )

/** What a target on this platform says differently; null where the request says nothing about the platform. */
export const overrideOf = (configs: Configs, platform: string): Override | null => {
  const config = configs[platform]
  if (config === undefined) return null
  return {
    ...(config.content !== undefined && { text: config.content }),
    ...(config.media_ids !== undefined && { media: config.media_ids.map((mediaId) => ({ mediaId, alt: '' })) }),
  }
}
