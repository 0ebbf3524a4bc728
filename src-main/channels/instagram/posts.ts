import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { Millis } from '../../core/records.ts'
import { sameWords } from '../meta/marker.ts'
import type { InstagramAccount } from './account.ts'

const picture = z.object({
  media_url: z.string().optional(),
  thumbnail_url: z.string().optional(),
  alt_text: z.string().nullish(),
})

/** What is read of a post that stands on an account. */
const post = picture.extend({
  id: z.string(),
  caption: z.string().default(''),
  timestamp: z.string(),
  permalink: z.string().optional(),
  children: z.object({ data: z.array(picture) }).optional(),
})
export type InstagramPost = z.infer<typeof post>

const listed = z.object({
  data: z.array(post),
  paging: z.object({ next: z.string().optional(), cursors: z.object({ after: z.string() }).optional() }).optional(),
})

const FIELDS = 'id,caption,timestamp,permalink,media_url,thumbnail_url,alt_text,children{media_url,thumbnail_url}'
const PAGE = 50
const MOST_PAGES = 20

/** What the account posted since then, newest first; `whole`: all of it, since the list could be read so far back. */
export const readPosts = async (
  { id, graph }: InstagramAccount,
  since: Millis,
): Promise<{ posts: InstagramPost[]; whole: boolean }> => {
  const posts: InstagramPost[] = []
  let after: string | undefined
  for (let turned = 0; turned < MOST_PAGES; turned++) {
    const { data, paging } = await graph.ask('GET', `${id}/media`, listed, { fields: FIELDS, limit: PAGE, after })
    const young = data.filter((one) => timeOf(one) >= since)
    posts.push(...young)
    after = paging?.cursors?.after
    if (young.length < data.length || !paging?.next || after === undefined) return { posts, whole: true }
  }
  return { posts, whole: false }
}

const stories = z.object({ data: z.array(z.object({ id: z.string(), timestamp: z.string() })) })

/** The post that came of a container: the oldest since it was made with these words, or the oldest story. */
export const findPost = async (
  account: InstagramAccount,
  words: string | null,
  since: Millis,
): Promise<string | null> => {
  if (words !== null) {
    const { posts } = await readPosts(account, since)
    return posts.toReversed().find(({ caption }) => sameWords(caption, words))?.id ?? null
  }
  const asked = { fields: 'id,timestamp' }
  const { data } = await account.graph.ask('GET', `${account.id}/stories`, stories, asked)
  const young = data.filter((one) => timeOf(one) >= since)
  return young.toSorted((a, b) => timeOf(a) - timeOf(b))[0]?.id ?? null
}

export const timeOf = ({ timestamp }: { timestamp: string }): Millis => Date.parse(timestamp)

export const remoteOf = ({ id, permalink }: Pick<InstagramPost, 'id' | 'permalink'>): Remote => ({
  id,
  url: permalink ?? null,
  parts: [],
})

export const picturesOf = ({ children, ...one }: InstagramPost): { url: string; alt: string }[] =>
  (children?.data ?? [one]).flatMap(({ thumbnail_url, media_url, alt_text }) => {
    const url = thumbnail_url ?? media_url
    return url === undefined ? [] : [{ url, alt: alt_text ?? '' }]
  })
