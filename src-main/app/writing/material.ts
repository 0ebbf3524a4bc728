import type { Parsed } from '../../../src-preload/contract/methods.ts'
import type { Attachment, Media } from '../../../src-preload/contract/model/media.ts'
import type { Asset } from '../../../src-preload/contract/model/writing.ts'
import type { Channel } from '../../channels/channel.ts'
import type { Brief, Writers } from '../../core/ports.ts'
import type { OwnPost } from './own-posts.ts'
import type { Target } from './targets.ts'

/** What one content is made from: an asset, or a post of the person's own. */
export type Material = Pick<Brief, 'about' | 'link'> & {
  asset: Asset | null
  /** The pictures there are for a channel. */
  attach(channel: Channel): Promise<Attachment[]>
}

export type FetchMedia = (input: { url: string }) => Promise<Media>

/** Of all sources together so many are written about. */
const MAX_ASSETS = 10
const MAX_TEXT = 4000
const MAX_ALT = 5000

/** The assets that are handed in, and those that stand at the sources named. */
export const readAll = async (
  { readAssets, tidyAsset }: Writers,
  given: Parsed<'writing.post'>['assets'],
): Promise<Asset[]> => {
  const read: Asset[] = []
  for (const one of given) {
    if (one.kind === 'url' || one.kind === 'file') read.push(...(await readAssets(one)))
    else read.push(await tidyAsset(one))
  }
  return read.slice(0, MAX_ASSETS)
}

/** Its picture is fetched once, when the first channel that takes pictures asks. */
export const fromAsset = (asset: Asset, fetchMedia: FetchMedia): Material => {
  let fetched: Promise<Media | null> | undefined
  return {
    about: { kind: 'asset', asset },
    link: asset.url,
    asset,
    attach: async ({ descriptor: { media } }) => {
      if (asset.image === null || media.max === 0) return []
      // A picture that is gone does not stand in the way of the text.
      fetched ??= fetchMedia({ url: asset.image.url }).catch(() => null)
      const file = await fetched
      const alt = (asset.image.alt || asset.title).slice(0, media.altMax ?? MAX_ALT).toWellFormed()
      return file && media.mimes.includes(file.mime) ? [{ mediaId: file.id, alt }] : []
    },
  }
}

/** The newest post that the account or, where none is named, the channel has not seen; none when all are known there. */
export const fromPosts = (posts: readonly OwnPost[], { channel, account }: Target): Material[] => {
  const fresh = posts.find(({ items }) =>
    items.every((item) => (account ? item.accountId !== account.id : item.channel !== channel.descriptor.key)),
  )
  if (!fresh) return []
  const { text, media } = fresh.post
  const attach = ({ descriptor }: Channel) => Promise.resolve(media.slice(0, descriptor.media.max))
  return [{ about: { kind: 'prompt', text: text.slice(0, MAX_TEXT).toWellFormed() }, link: null, asset: null, attach }]
}
