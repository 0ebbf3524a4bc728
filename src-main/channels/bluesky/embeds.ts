import type { AppBskyEmbedExternal, AppBskyEmbedImages, AtpAgent } from '@atproto/api'
import type { ChannelTools, Draft } from '../channel.ts'
import { refuse } from '../../core/refusal.ts'
import { fetchCard } from '../kit/fetch-card.ts'
import { fitMedia, troubleOf } from '../check/fit-media.ts'
import { fitImage } from '../kit/fit-image.ts'
import { BLUESKY, BLUESKY_IMAGES } from '../rules/bluesky.ts'

const THUMB_LIMITS = { ...BLUESKY_IMAGES, maxSide: 1200 }

/** Uploads the images of a post, in order, fitted as its check said; of a strict post only what needs no fitting. */
export const embedImages = async (
  { media, strict }: Pick<Draft, 'media' | 'strict'>,
  agent: AtpAgent,
): Promise<AppBskyEmbedImages.Main> => {
  const images: AppBskyEmbedImages.Image[] = []
  for (const one of media) {
    const fitted = await fitMedia(one, BLUESKY_IMAGES, BLUESKY.name)
    const trouble = strict ? troubleOf(fitted) : null
    if (trouble) {
      refuse(trouble, `${one.name} breaks a limit of Bluesky, and this post is strict.`, 'Attach one that fits.', {
        field: 'media',
      })
    }
    const { bytes, mime, width, height } = fitted
    const { data } = await agent.uploadBlob(bytes, { encoding: mime })
    images.push({ image: data.blob, alt: one.alt.toWellFormed(), aspectRatio: { width, height } })
  }
  return { $type: 'app.bsky.embed.images', images }
}

/** Makes the card of a page; null when there is none to be had: a post never waits for a card. */
export const embedCard = async (
  uri: string,
  agent: AtpAgent,
  signal: AbortSignal,
  { privateLinks, log }: ChannelTools,
): Promise<AppBskyEmbedExternal.Main | null> => {
  try {
    const card = await fetchCard(uri, { signal, privateAddresses: privateLinks ?? false })
    if (!card) return null
    const { title, description, image } = card
    const external: AppBskyEmbedExternal.External = { uri, title, description }
    const thumb = image && (await uploadThumb(image, agent))
    return { $type: 'app.bsky.embed.external', external: thumb ? { ...external, thumb } : external }
  } catch (error) {
    log.info('a link has no card', { uri, why: String(error) })
    return null
  }
}

const uploadThumb = async (
  image: Uint8Array,
  agent: AtpAgent,
): Promise<AppBskyEmbedExternal.External['thumb'] | null> => {
  try {
    const { bytes, mime } = await fitImage(image, THUMB_LIMITS)
    return (await agent.uploadBlob(bytes, { encoding: mime })).data.blob
  } catch {
    return null
  }
}
