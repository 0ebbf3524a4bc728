import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { Millis } from '../../core/records.ts'
import type { ChannelTools, Work } from '../channel.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { xOptions } from '../rules/x.ts'
import type { Api } from './api.ts'
import { idIn, type Part, partOf, POST_FIELDS, referenceOf, saysTheSame, type XPost, xPost } from './posts.ts'
import type { XSettings } from './settings.ts'

/** X has no mark of ours on a post: it is found by its words, among those that are not older than this. */
const marker = z.object({ from: z.number() })

export const makeMarker = (now: Millis): string => JSON.stringify({ from: now } satisfies z.infer<typeof marker>)

const startOf = ({ marker: kept }: Pick<Work<XSettings>, 'marker'>): Millis => {
  try {
    return marker.parse(JSON.parse(kept ?? '')).from
  } catch {
    return refuse('internal', 'The post has lost the time it was to be found by.', 'Duplicate the post and send that.')
  }
}

/** By how much a post may seem older than the request that made it, beside what the clocks differ. */
const SLACK: Millis = 10_000
/** The same where X does not say what time it has. */
const BLIND_SLACK: Millis = 120_000
/** Each post read costs credits: a few at a time where only the latest matter. */
const LOOK = 20
const MAX_PAGES = 10

const media = z.object({
  media_key: z.string(),
  url: z.string().nullish(),
  preview_image_url: z.string().nullish(),
  alt_text: z.string().nullish(),
})
const timeline = z.object({
  data: z.array(xPost).default([]),
  includes: z.object({ media: z.array(media).default([]) }).optional(),
  meta: z.object({ next_token: z.string().optional() }).optional(),
})

export type Read = {
  posts: XPost[]
  media: ReadonlyMap<string, z.infer<typeof media>>
  /** All of them, since the list could be read so far back. */
  whole: boolean
}

/** The account's own posts that are not older than that, newest first, without reposts. */
export const readSince = async (
  api: Api,
  { account }: XSettings,
  from: Millis,
  now: Millis,
  page: number,
): Promise<Read> => {
  const found: Read & { media: Map<string, z.infer<typeof media>> } = { posts: [], media: new Map(), whole: false }
  let next = ''
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const path = `/2/users/${account?.id ?? ''}/tweets?max_results=${page}&exclude=retweets&${POST_FIELDS}${next}`
    const answer = await api.answer('GET', path)
    const read = timeline.safeParse(answer.body)
    if (!read.success) throw new RequestFailed(answer, false, read.error)
    const theirs = Date.parse(answer.headers.get('date') ?? '')
    const earliest = Number.isNaN(theirs) ? from - BLIND_SLACK : from + (theirs - now) - SLACK
    const young = read.data.data.filter((one) => timeOf(one) >= earliest)
    found.posts.push(...young)
    for (const one of read.data.includes?.media ?? []) found.media.set(one.media_key, one)
    const token = read.data.meta?.next_token
    if (token === undefined || young.length < read.data.data.length) return { ...found, whole: true }
    next = `&pagination_token=${encodeURIComponent(token)}`
  }
  return found
}

export const timeOf = ({ created_at: created }: XPost): Millis => Date.parse(created ?? '')

/**
 * The parts that stand, up to the first that does not: they are sent in order. Those that are known are taken at their
 * word, others are looked for among what the account posted since the first attempt.
 */
export const findStanding = async (
  work: Work<XSettings>,
  texts: readonly string[],
  known: readonly Part[],
  api: Api,
  { clock }: ChannelTools,
): Promise<Part[]> => {
  const standing = [...known]
  if (standing.length >= texts.length) return standing
  const { posts, whole } = await readSince(api, work.settings, startOf(work), clock.now(), LOOK)
  const first = idIn(xOptions.safeParse(work.draft.options).data?.reply_to) ?? null
  for (const [index, text] of texts.entries()) {
    if (index < standing.length) continue
    const parent = standing.at(-1)?.id ?? first
    const files = index === 0 ? work.draft.media.length : 0
    const one = posts.find((post) => !standing.some(({ id }) => id === post.id) && isIt(post, { text, parent, files }))
    if (!one) break
    standing.push(partOf(one.id, work.settings))
  }
  if (standing.length < texts.length && !whole) {
    throw new RequestFailed(null, false, new Error('The posts could not be listed far enough back.'))
  }
  return standing
}

const isIt = (post: XPost, { text, parent, files }: { text: string; parent: string | null; files: number }): boolean =>
  referenceOf(post, 'replied_to') === parent &&
  (post.attachments?.media_keys?.length ?? 0) === files &&
  saysTheSame(post, text)
