import type {
  Agent,
  AppBskyEmbedExternal,
  AppBskyEmbedGallery,
  AppBskyEmbedImages,
  AppBskyEmbedRecord,
  AppBskyEmbedRecordWithMedia,
  AppBskyFeedPost,
} from '@atproto/api'
import type { ChannelTools, Draft, Work } from '../channel.ts'
import { refuse } from '../../core/refusal.ts'
import { fetchCard } from '../kit/fetch-card.ts'
import { fitMedia, troubleOf } from '../check/fit-media.ts'
import { fitImage } from '../kit/fit-image.ts'
import { BLUESKY, BLUESKY_IMAGES, BLUESKY_SIDE_BY_SIDE } from '../rules/bluesky.ts'
import { referTo } from './addresses.ts'
import { optionsOf } from './judge.ts'
import type { CardPart } from './rich-text.ts'
import type { Signed } from './session.ts'
import type { BlueskySettings } from './settings.ts'
import { embedVideo } from './video.ts'

const THUMB_LIMITS = { ...BLUESKY_IMAGES, maxSide: 1200 }

type Media = AppBskyEmbedRecordWithMedia.Main['media']

/** What one part of a post shows beside its text: files, a quoted post, the card of a page; null: nothing. */
export const embedFor = async (
  index: number,
  card: CardPart | null,
  work: Work<BlueskySettings>,
  signed: Signed,
  tools: ChannelTools,
): Promise<AppBskyFeedPost.Record['embed'] | null> => {
  const { quote } = optionsOf(work.draft)
  const quoted = index === 0 && quote !== undefined ? await quoteOf(quote, work, signed) : null
  const media = await mediaFor(index, card, work, signed, tools)
  if (!quoted) return media
  return media ? { $type: 'app.bsky.embed.recordWithMedia', record: quoted, media } : quoted
}

const quoteOf = async (
  quote: string,
  { settings, signal }: Work<BlueskySettings>,
  { agent }: Signed,
): Promise<AppBskyEmbedRecord.Main & { $type: 'app.bsky.embed.record' }> => ({
  $type: 'app.bsky.embed.record',
  record: await referTo(quote, agent, settings, signal),
})

const mediaFor = async (
  index: number,
  card: CardPart | null,
  work: Work<BlueskySettings>,
  signed: Signed,
  tools: ChannelTools,
): Promise<Media | null> => {
  const { media } = work.draft
  const [first] = media
  if (index > 0 || !first) return card?.index === index ? embedCard(card.link, signed.agent, work.signal, tools) : null
  if (first.mime.startsWith('video/')) return asMedia(await embedVideo(first, work, signed))
  return asMedia(await embedImages(work.draft, signed.agent))
}

/** These are the kinds that a post shows; their types leave the name of the kind open. */
const asMedia = (embed: { $type?: string | undefined }): Media => embed as Media

/** Uploads the images of a post, in order, fitted as its check said; of a strict post only what needs no fitting. */
const embedImages = async (
  { media, strict }: Pick<Draft, 'media' | 'strict'>,
  agent: Agent,
): Promise<AppBskyEmbedImages.Main | AppBskyEmbedGallery.Main> => {
  const images: (AppBskyEmbedImages.Image & Pick<AppBskyEmbedGallery.Image, 'aspectRatio'>)[] = []
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
  if (images.length <= BLUESKY_SIDE_BY_SIDE) {
    return { $type: 'app.bsky.embed.images', images }
  }
  const items = images.map(({ image, alt, aspectRatio }) => ({
    $type: 'app.bsky.embed.gallery#image' as const,
    image,
    alt,
    aspectRatio,
  }))
  return { $type: 'app.bsky.embed.gallery', items }
}

/** Makes the card of a page; null when there is none to be had: a post never waits for a card. */
const embedCard = async (
  uri: string,
  agent: Agent,
  signal: AbortSignal,
  { privateLinks, log }: ChannelTools,
): Promise<(AppBskyEmbedExternal.Main & { $type: 'app.bsky.embed.external' }) | null> => {
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

const uploadThumb = async (image: Uint8Array, agent: Agent): Promise<AppBskyEmbedExternal.External['thumb'] | null> => {
  try {
    const { bytes, mime } = await fitImage(image, THUMB_LIMITS)
    return (await agent.uploadBlob(bytes, { encoding: mime })).data.blob
  } catch {
    return null
  }
}
