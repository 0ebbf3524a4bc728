import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { Millis } from '../../core/records.ts'
import type { Page } from './page.ts'

const attached = z.object({
  media: z.object({ image: z.object({ src: z.string() }).optional() }).optional(),
  target: z.object({ id: z.string().optional() }).optional(),
})

/** What is read of a post that stands on a page. */
const post = z.object({
  id: z.string(),
  message: z.string().default(''),
  created_time: z.string(),
  permalink_url: z.string().optional(),
  attachments: z
    .object({
      data: z.array(attached.extend({ subattachments: z.object({ data: z.array(attached) }).optional() })),
    })
    .optional(),
})
export type PagePost = z.infer<typeof post>

const listed = z.object({
  data: z.array(post),
  paging: z.object({ next: z.string().optional(), cursors: z.object({ after: z.string() }).optional() }).optional(),
})

const FIELDS = 'id,message,created_time,permalink_url,attachments{media,target,subattachments{media,target}}'
const PAGE = 50
const MOST_PAGES = 20

/** What the page published since then, newest first; `whole`: all of it, since the list could be read so far back. */
export const readPosts = async (page: Page, since: Millis): Promise<{ posts: PagePost[]; whole: boolean }> => {
  const posts: PagePost[] = []
  let after: string | undefined
  for (let turned = 0; turned < MOST_PAGES; turned++) {
    const asked = { fields: FIELDS, limit: PAGE, after }
    const { data, paging } = await page.graph.ask('GET', `${page.id}/published_posts`, listed, asked)
    const young = data.filter((one) => timeOf(one) >= since)
    posts.push(...young)
    after = paging?.cursors?.after
    if (young.length < data.length || !paging?.next || after === undefined) return { posts, whole: true }
  }
  return { posts, whole: false }
}

export const timeOf = ({ created_time }: Pick<PagePost, 'created_time'>): Millis => Date.parse(created_time)

/** Everything that is attached, one by one. */
const attachmentsOf = ({ attachments }: PagePost) =>
  (attachments?.data ?? []).flatMap(({ subattachments, ...one }) => subattachments?.data ?? [one])

/** Ids of the photos and videos in it. */
export const targetsOf = (one: PagePost): string[] =>
  attachmentsOf(one).flatMap(({ target }) => (target?.id === undefined ? [] : [target.id]))

export const picturesOf = (one: PagePost): { url: string; alt: string }[] =>
  attachmentsOf(one).flatMap(({ media }) => (media?.image ? [{ url: media.image.src, alt: '' }] : []))

/** Where something stands by its id alone; Facebook leads on from there. */
export const remoteOf = (id: string, link?: string): Remote => ({
  id,
  url: new URL(link ?? `/${id}`, 'https://www.facebook.com').href,
  parts: [],
})
