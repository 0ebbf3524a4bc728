import { readFile } from 'node:fs/promises'
import type { AppBskyEmbedExternal, AppBskyEmbedImages, AtpAgent } from '@atproto/api'
import { refuse } from '../../core/refusal.ts'
import type { ChannelTools, DraftMedia } from '../channel.ts'
import { fetchCard } from '../kit/fetch-card.ts'
import { fitImage } from '../kit/fit-image.ts'

/** What one image takes; current servers take two million bytes, older ones half of it. */
const IMAGE_LIMITS = { maxBytes: 1_000_000, maxSide: 2000 }
const THUMB_LIMITS = { maxBytes: 1_000_000, maxSide: 1200 }

/** Uploads the images of a post, in order. */
export const embedImages = async (media: readonly DraftMedia[], agent: AtpAgent): Promise<AppBskyEmbedImages.Main> => {
  const images: AppBskyEmbedImages.Image[] = []
  for (const one of media) {
    const { bytes, mime, width, height } = await fitted(one)
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

const fitted = async ({ name, path }: DraftMedia) => {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    return refuse('media-missing', `The file of ${name} is gone from Posthorn's folder.`, 'Attach it again.', {
      field: 'media',
      detail: String(error),
    })
  }
  try {
    return await fitImage(bytes, IMAGE_LIMITS)
  } catch (error) {
    return refuse(
      'media-unreadable',
      `${name} cannot be made ready for Bluesky.`,
      'Save it as a JPEG and attach it again.',
      {
        field: 'media',
        detail: String(error),
      },
    )
  }
}
