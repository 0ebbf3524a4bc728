import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { Millis } from '../../core/records.ts'
import type { Graph } from '../meta/graph.ts'

const picture = z.object({
  media_url: z.string().optional(),
  thumbnail_url: z.string().optional(),
  alt_text: z.string().nullish(),
})

/** What is read of a post, or of a reply, of the account. */
const post = picture.extend({
  id: z.string(),
  text: z.string().default(''),
  timestamp: z.string(),
  permalink: z.string().optional(),
  replied_to: z.object({ id: z.string() }).optional(),
  children: z.object({ data: z.array(picture) }).optional(),
})
export type ThreadsPost = z.infer<typeof post>

const listed = z.object({
  data: z.array(post),
  paging: z.object({ next: z.string().optional(), cursors: z.object({ after: z.string() }).optional() }).optional(),
})

const FIELDS = 'id,text,timestamp,permalink,media_url,thumbnail_url,alt_text,children{media_url,thumbnail_url,alt_text}'
const PAGE = 50
const MOST_PAGES = 20

/** Posts or replies of the account since then, newest first; `whole`: all, since the list could be read so far back. */
export const readPosts = async (
  graph: Graph,
  edge: 'threads' | 'replies',
  since: Millis,
): Promise<{ posts: ThreadsPost[]; whole: boolean }> => {
  const posts: ThreadsPost[] = []
  const fields = edge === 'replies' ? `${FIELDS},replied_to` : FIELDS
  let after: string | undefined
  for (let turned = 0; turned < MOST_PAGES; turned++) {
    const { data, paging } = await graph.ask('GET', `me/${edge}`, listed, { fields, limit: PAGE, after })
    const young = data.filter((one) => timeOf(one) >= since)
    posts.push(...young)
    after = paging?.cursors?.after
    if (young.length < data.length || !paging?.next || after === undefined) return { posts, whole: true }
  }
  return { posts, whole: false }
}

export const timeOf = ({ timestamp }: Pick<ThreadsPost, 'timestamp'>): Millis => Date.parse(timestamp)

export type Part = Remote['parts'][number]

export const partOf = ({ id, permalink }: Pick<ThreadsPost, 'id' | 'permalink'>): Part => ({
  id,
  url: permalink ?? null,
})

/** A thread is known by its first part. */
export const remoteOf = (parts: readonly Part[]): Remote => {
  const [first] = parts
  if (!first) throw new Error('A post without parts was published.')
  return { ...first, parts: parts.length > 1 ? [...parts] : [] }
}

export const picturesOf = ({ children, ...one }: ThreadsPost): { url: string; alt: string }[] =>
  (children?.data ?? [one]).flatMap(({ thumbnail_url, media_url, alt_text }) => {
    const url = thumbnail_url ?? media_url
    return url === undefined ? [] : [{ url, alt: alt_text ?? '' }]
  })
