import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { refuse } from '../../core/refusal.ts'
import type { Millis } from '../../core/records.ts'
import type { Access } from '../channel.ts'
import { RequestFailed } from '../kit/send-request.ts'
import type { Api } from './api.ts'
import { fromLittle } from './little-text.ts'
import type { LinkedinSettings } from './settings.ts'

const post = z.object({
  id: z.string(),
  commentary: z.string().nullish(),
  createdAt: z.number().nullish(),
  publishedAt: z.number().nullish(),
  lifecycleState: z.string().nullish(),
  reshareContext: z.unknown().optional(),
  content: z
    .object({ multiImage: z.object({ images: z.array(z.unknown()) }).nullish(), media: z.unknown().optional() })
    .nullish(),
})
export type LinkedinPost = z.infer<typeof post>

/** Whom a post is by: the page that was chosen, else the person who signed in. */
export const authorOf = ({
  settings,
  destination,
}: Pick<Access<LinkedinSettings>, 'settings' | 'destination'>): string =>
  destination ??
  settings.account?.urn ??
  refuse('signed-out', 'It is not known whose LinkedIn account this is.', 'Connect the account again.')

export const remoteOf = (urn: string): Remote => ({
  id: urn,
  url: `https://www.linkedin.com/feed/update/${urn}/`,
  parts: [],
})

export const pathOf = (urn: string): string => `/rest/posts/${encodeURIComponent(urn)}`

export const timeOf = ({ publishedAt, createdAt }: LinkedinPost): Millis => publishedAt ?? createdAt ?? 0

export const textOf = ({ commentary }: LinkedinPost): string => fromLittle(commentary ?? '')

export const filesIn = ({ content }: LinkedinPost): number =>
  content?.multiImage?.images.length ?? (content?.media == null ? 0 : 1)

/** By how much a post may seem older than the request that made it, beside what the clocks differ. */
const SLACK: Millis = 10_000
/** The same where LinkedIn does not say what time it has. */
const BLIND_SLACK: Millis = 120_000
const PAGE = 50
const MAX_PAGES = 10

const list = z.object({ elements: z.array(post) })

/** What an author posted, not older than that, newest first, without what they only passed on. */
export const readSince = async (
  api: Api,
  author: string,
  from: Millis,
  now: Millis,
): Promise<{ posts: LinkedinPost[]; whole: boolean }> => {
  const posts: LinkedinPost[] = []
  for (let start = 0; start < MAX_PAGES * PAGE; start += PAGE) {
    const query = `author=${encodeURIComponent(author)}&q=author&sortBy=CREATED&count=${PAGE}&start=${start}`
    const answer = await api.answer('GET', `/rest/posts?${query}`, { does: 'FINDER' })
    const read = list.safeParse(answer.body)
    if (!read.success) throw new RequestFailed(answer, false, read.error)
    const { elements } = read.data
    const theirs = Date.parse(answer.headers.get('date') ?? '')
    const earliest = Number.isNaN(theirs) ? from - BLIND_SLACK : from + (theirs - now) - SLACK
    const young = elements.filter((one) => timeOf(one) >= earliest)
    posts.push(
      ...young.filter((one) => one.reshareContext == null && (one.lifecycleState ?? 'PUBLISHED') === 'PUBLISHED'),
    )
    if (young.length < elements.length || elements.length < PAGE) return { posts, whole: true }
  }
  return { posts, whole: false }
}
