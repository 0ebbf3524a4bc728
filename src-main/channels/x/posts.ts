import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { XSettings } from './settings.ts'

const entities = z
  .object({ urls: z.array(z.object({ url: z.string().nullish(), expanded_url: z.string().nullish() })).nullish() })
  .nullish()
const references = z.array(z.object({ type: z.string(), id: z.string() })).nullish()
const note = z.object({ text: z.string(), entities }).nullish()

/**
 * A post as X tells it, as far as Posthorn looks at it. The specification calls some fields by new names which the guides
 * still call by the old ones: both are read.
 */
export const xPost = z.object({
  id: z.string(),
  text: z.string().default(''),
  created_at: z.string().nullish(),
  entities,
  note_post: note,
  note_tweet: note,
  referenced_posts: references,
  referenced_tweets: references,
  attachments: z
    .object({ media_keys: z.array(z.string()).nullish(), poll_ids: z.array(z.string()).nullish() })
    .nullish(),
  edit_controls: z.object({ edits_remaining: z.number().nullish(), editable_until: z.string().nullish() }).nullish(),
})
export type XPost = z.infer<typeof xPost>

/** What is asked for with a post. */
export const POST_FIELDS =
  'post.fields=attachments,created_at,edit_controls,entities,note_post,text&expansions=attachments.media_keys,referenced_posts&media.fields=alt_text,media_key,preview_image_url,type,url'

export type Part = Remote['parts'][number]

export const partOf = (id: string, { account }: XSettings): Part => ({
  id,
  url: `https://x.com/${account?.username ?? 'i'}/status/${id}`,
})

/** A post or a thread as it stands; a single post has no parts. */
export const remoteOf = (parts: readonly Part[]): Remote => ({
  id: parts[0]?.id ?? '',
  url: parts[0]?.url ?? null,
  parts: parts.length > 1 ? [...parts] : [],
})

export const partsOf = (remote: Remote): Part[] => (remote.parts.length > 0 ? remote.parts : [remote])

export const referenceOf = (post: XPost, type: 'replied_to' | 'retweeted' | 'quoted'): string | null =>
  (post.referenced_posts ?? post.referenced_tweets)?.find((one) => one.type === type)?.id ?? null

/** The page of a post, with or without the number of one of its pictures: what X adds for files and quotes. */
const STATUS = /^https?:\/\/(?:x|twitter)\.com\/\w+\/status\/\d+(?:\/(?:photo|video)\/\d+)?$/

/** What was written: links in full, signs as they are, without the links that X adds at the end for files and quotes. */
export const textOf = (post: XPost): string => {
  const whole = post.note_post ?? post.note_tweet ?? { text: post.text, entities: post.entities }
  const urls = [...(post.entities?.urls ?? []), ...(whole.entities?.urls ?? [])]
  const full = new Map(
    urls.flatMap(({ url, expanded_url: href }) => (url != null && href != null ? [[url, href]] : [])),
  )
  const words = whole.text.split(/(\s+)/)
  while (words.length > 0 && STATUS.test(full.get(words.at(-1) ?? '') ?? '')) words.splice(-2)
  return words
    .join('')
    .replace(/https:\/\/t\.co\/\w+/g, (short) => full.get(short) ?? short)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Whether a post says what was sent: X writes addresses and white space in its own way. */
export const saysTheSame = (post: XPost, sent: string): boolean => plain(textOf(post)) === plain(sent)

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/https?:\/\/(?:www\.)?/gi, '')
    .replace(/\/(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** The number in what a person gave for a post. */
export const idIn = (given: string | undefined): string | undefined =>
  given === undefined ? undefined : (/\/status\/(\d+)/.exec(given)?.[1] ?? /^\d+/.exec(given.trim())?.[0])
