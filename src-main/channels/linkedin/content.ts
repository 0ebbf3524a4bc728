import type { ChannelTools, Draft, Work } from '../channel.ts'
import { limitsOf } from '../check/fit-media.ts'
import { fetchCard } from '../kit/fetch-card.ts'
import { findLinks } from '../kit/find-links.ts'
import { fitImage } from '../kit/fit-image.ts'
import { LINKEDIN, type LinkedinOptions, linkedinOptions } from '../rules/linkedin.ts'
import type { Api } from './api.ts'
import { uploadMedia, uploadWhole } from './media.ts'
import type { LinkedinSettings } from './settings.ts'

export const optionsOf = ({ options }: Pick<Draft, 'options'>): LinkedinOptions =>
  linkedinOptions.safeParse(options).data ?? {}

/** What stands beside the text of a post; undefined: nothing. */
export const contentOf = async (
  work: Work<LinkedinSettings>,
  author: string,
  api: Api,
  tools: ChannelTools,
): Promise<object | undefined> => {
  const { draft } = work
  const options = optionsOf(draft)
  if (options.poll_options) return { poll: pollOf(options, options.poll_options) }
  const [first] = draft.media
  if (!first) {
    const link = cardLink(draft)
    return link === null ? undefined : articleOf(link, work, author, api, tools)
  }
  const urns = await uploadMedia(work, author, api)
  const described = draft.media.map(({ alt }, index) => ({
    id: urns[index] ?? '',
    ...(alt.trim() !== '' && { altText: alt.toWellFormed() }),
  }))
  if (described.length > 1) return { multiImage: { images: described } }
  return first.mime.startsWith('image/')
    ? { media: described[0] }
    : { media: { id: urns[0], title: options.title ?? first.name } }
}

const pollOf = ({ poll_question: question, poll_duration: duration }: LinkedinOptions, choices: readonly string[]) => ({
  question,
  options: choices.map((text) => ({ text })),
  settings: { duration: duration ?? 'THREE_DAYS' },
})

/** The link that a post shows as a card; null: none. */
export const cardLink = (draft: Pick<Draft, 'text' | 'media' | 'options'>): string | null => {
  const { link_card: shown, poll_options: poll } = optionsOf(draft)
  return shown === false || poll || draft.media.length > 0 ? null : (findLinks(draft.text)[0]?.href ?? null)
}

/** LinkedIn reads no pages for programs: what its card shows is read here. A post never waits for one. */
const articleOf = async (
  source: string,
  { signal }: Work<LinkedinSettings>,
  author: string,
  api: Api,
  { privateLinks, log }: ChannelTools,
): Promise<object | undefined> => {
  try {
    const card = await fetchCard(source, { signal, privateAddresses: privateLinks ?? false })
    if (!card) return undefined
    const thumbnail = card.image && (await thumbnailOf(card.image, author, api))
    const { title, description } = card
    return {
      article: {
        source,
        title: title.toWellFormed(),
        ...(description !== '' && { description: description.toWellFormed() }),
        ...(thumbnail !== null && { thumbnail }),
      },
    }
  } catch (error) {
    signal.throwIfAborted()
    log.info('a link has no card', { uri: source, why: String(error) })
    return undefined
  }
}

const thumbnailOf = async (image: Uint8Array, author: string, api: Api): Promise<string | null> => {
  const limits = limitsOf(LINKEDIN)
  if (!limits) return null
  try {
    const { bytes, mime } = await fitImage(image, { ...limits, maxSide: 1200 })
    return await uploadWhole('images', new Blob([Buffer.from(bytes)], { type: mime }), author, api, () => {})
  } catch {
    return null
  }
}
