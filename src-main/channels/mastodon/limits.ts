import { z } from 'zod'
import { images, type NetworkRules, type Span } from '../rules/network-rules.ts'
import { MASTODON, MASTODON_POLL } from '../rules/mastodon.ts'
import { saysNothing, type Server } from './server.ts'
import { count, type MastodonSettings, type ServerLimits, serverLimits } from './settings.ts'

/** Numbers that are none are as good as left out: no server is refused for its description of itself. */
const told = count.optional().catch(undefined)
const toldAny = z.int().nonnegative().optional().catch(undefined)
const group = <T extends z.ZodRawShape>(shape: T) => z.object(shape).optional().catch(undefined)

/** As both versions of the description have it, and in its old places as Pleroma does. */
const instance = z.object({
  configuration: group({
    statuses: group({ max_characters: told, max_media_attachments: toldAny, characters_reserved_per_url: toldAny }),
    media_attachments: group({
      supported_mime_types: z.array(z.string()).optional().catch(undefined),
      description_limit: told,
      image_size_limit: told,
      image_matrix_limit: told,
      video_size_limit: told,
    }),
    polls: group({
      max_options: told,
      max_characters_per_option: told,
      min_expiration: toldAny,
      max_expiration: told,
    }),
  }),
  api_versions: group({ mastodon: told }),
  max_toot_chars: told,
  max_media_attachments: toldAny,
  upload_limit: told,
  description_limit: told,
  poll_limits: group({ max_options: told, max_option_chars: told, min_expiration: toldAny, max_expiration: told }),
})

/** Asks a server what it takes; undefined when it does not say. */
export const readLimits = async (server: Server): Promise<ServerLimits | undefined> => {
  for (const version of ['v2', 'v1']) {
    try {
      const { body } = await server.ask('GET', `/api/${version}/instance`)
      const description = instance.safeParse(body)
      if (description.success) return limitsIn(description.data)
    } catch (error) {
      if (!saysNothing(error)) throw error
    }
  }
  return undefined
}

const limitsIn = ({
  configuration,
  poll_limits: polls,
  api_versions: versions,
  ...old
}: z.infer<typeof instance>): ServerLimits => {
  const { statuses, media_attachments: files, polls: current } = configuration ?? {}
  const [least, most] = [
    current?.min_expiration ?? polls?.min_expiration,
    current?.max_expiration ?? polls?.max_expiration,
  ]
  const limits = {
    characters: statuses?.max_characters ?? old.max_toot_chars,
    media: statuses?.max_media_attachments ?? old.max_media_attachments,
    alt: files?.description_limit ?? old.description_limit,
    mimes: files?.supported_mime_types,
    imageBytes: files?.image_size_limit ?? old.upload_limit,
    imagePixels: files?.image_matrix_limit,
    videoBytes: files?.video_size_limit ?? old.upload_limit,
    api: versions?.mastodon,
    choices: current?.max_options ?? polls?.max_options,
    choiceCharacters: current?.max_characters_per_option ?? polls?.max_option_chars,
    pollSeconds: most === undefined ? undefined : [least ?? 0, most],
  }
  const said = Object.entries(limits).filter(([, value]) => value !== undefined)
  return serverLimits.parse({ link: statuses?.characters_reserved_per_url || null, ...Object.fromEntries(said) })
}

/** The rules as they are on one server. */
export const rulesOn = (limits: ServerLimits | undefined): NetworkRules => {
  if (!limits) return MASTODON
  const { images: pictures, videos, text, content } = MASTODON
  const { imageBytes = pictures?.maxBytes ?? 0, videoBytes = videos?.maxBytes ?? 0, mimes } = limits
  const taken = (kinds: readonly string[]) => kinds.filter((kind) => mimes?.includes(kind) ?? true)
  const files = limits.media ?? content[0].media[1]
  const most = (one: (typeof content)[number]) => (one.images === undefined ? one : upTo(one.media, files))
  const kinds = { images: taken(pictures?.mimes ?? []), videos: taken(videos?.mimes ?? []) }
  const types = Object.entries(MASTODON.types).map(([type, offered]) => [type, offered.map(most)])
  return {
    ...MASTODON,
    text: text.map((limit) => ({ ...limit, max: limits.characters ?? limit.max, link: limits.link })),
    images: kinds.images.length > 0 ? picturesUpTo(imageBytes, limits.imagePixels, kinds.images) : null,
    videos: kinds.videos.length > 0 ? { mimes: kinds.videos, maxBytes: videoBytes } : null,
    altMax: limits.alt ?? MASTODON.altMax,
    content: [most(content[0]), ...content.slice(1).map(most)],
    types: Object.fromEntries(types) as NetworkRules['types'],
  }
}

const upTo = ([least]: Span, most: number) => images(Math.min(least, most), most)

/** Pixels are limited in all: what fits a square of so many fits in any shape. */
const picturesUpTo = (maxBytes: number, pixels: number | undefined, mimes: readonly string[]) => ({
  ...MASTODON.images,
  mimes,
  maxBytes,
  ...(pixels !== undefined && { maxSide: Math.floor(Math.sqrt(pixels)) }),
  moving: { maxBytes },
})

/** What a poll may be on one server; times in minutes. */
export const pollOn = (limits: ServerLimits | undefined) => {
  const { choices, characters, leastMinutes, mostMinutes } = MASTODON_POLL
  const [least, most] = limits?.pollSeconds ?? [leastMinutes * 60, mostMinutes * 60]
  return {
    choices: limits?.choices ?? choices,
    characters: limits?.choiceCharacters ?? characters,
    leastMinutes: Math.ceil(least / 60),
    mostMinutes: Math.floor(most / 60),
  }
}

/** Quotes came with the seventh version of the interface, that of Mastodon 4.5. */
export const knowsQuotes = ({ limits }: Pick<MastodonSettings, 'limits'>): boolean => (limits?.api ?? 0) >= 7
