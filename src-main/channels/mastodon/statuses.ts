import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { type Answer, RequestFailed } from '../kit/send-request.ts'
import { isMissing, type Server } from './server.ts'

const attachment = z.object({
  id: z.coerce.string(),
  url: z.string().nullish(),
  preview_url: z.string().nullish(),
  description: z.string().nullish(),
})

/** A post as these servers show it, as far as it is looked at. */
const status = z.object({
  id: z.string(),
  url: z.string().nullish(),
  created_at: z.string(),
  content: z.string().catch(''),
  in_reply_to_id: z.string().nullish(),
  reblog: z.unknown(),
  sensitive: z.boolean().catch(false),
  language: z.string().nullish(),
  account: z.object({ id: z.string() }),
  media_attachments: z.array(attachment).catch([]),
  mentions: z.array(z.object({ acct: z.string(), url: z.string().nullish() })).catch([]),
  /** What it quotes, in whatever state that is. */
  quote: z.unknown().optional(),
  poll: z
    .object({
      expires_at: z.string().nullish(),
      expired: z.boolean(),
      multiple: z.boolean(),
      options: z.array(z.object({ title: z.string() })),
    })
    .nullish()
    .catch(null),
})
export type Status = z.infer<typeof status>

/** A post that was asked for; what cannot be read as one counts as no answer. */
export const readStatus = async (...[server, method, path, sent]: Asked): Promise<Status> => {
  const answer = await server.ask(method, path, sent)
  return statusIn(answer, sent?.writes ?? false)
}

/** The post that a server answered with; what cannot be read as one counts as no answer. */
export const statusIn = (answer: Answer, writes = true): Status => {
  const parsed = status.safeParse(answer.body)
  if (!parsed.success) throw new RequestFailed(answer, writes, parsed.error)
  return parsed.data
}
type Asked = [server: Server, ...Parameters<Server['ask']>]

const found = z.object({ statuses: z.array(z.unknown()) })

/** The post at an address as the account's server knows it; it fetches what it does not know yet. Null: there is none. */
export const resolveStatus = async (server: Server, address: string): Promise<Status | null> => {
  const query = new URLSearchParams({ q: address, type: 'statuses', resolve: 'true', limit: '1' })
  const answer = await server.ask('GET', `/api/v2/search?${query.toString()}`)
  const parsed = found.safeParse(answer.body)
  if (!parsed.success) throw new RequestFailed(answer, false, parsed.error)
  return status.safeParse(parsed.data.statuses[0]).data ?? null
}

/** Posts that were asked for, and by how much the server's clock is ahead, in milliseconds; null when it does not say. */
export const readStatuses = async (
  server: Server,
  path: string,
  now: number,
): Promise<{ statuses: Status[]; ahead: number | null }> => {
  const answer = await server.ask('GET', path)
  const parsed = z.array(z.unknown()).safeParse(answer.body)
  if (!parsed.success) throw new RequestFailed(answer, false, parsed.error)
  const theirs = Date.parse(answer.headers.get('date') ?? '')
  return {
    // One that is not as it should be must not hide the others.
    statuses: parsed.data.flatMap((one) => status.safeParse(one).data ?? []),
    ahead: Number.isNaN(theirs) ? null : theirs - now,
  }
}

/** A post by its id; null when it is not there. */
export const findStatus = async (server: Server, id: string): Promise<Status | null> => {
  try {
    return await readStatus(server, 'GET', pathOf(id))
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

export const pathOf = (id: string): string => `/api/v1/statuses/${encodeURIComponent(id)}`

/** The text of a post as it was typed; null where the server does not tell. */
export const findSource = async (server: Server, id: string): Promise<string | null> => {
  try {
    const { body } = await server.ask('GET', `${pathOf(id)}/source`)
    return z.object({ text: z.string() }).safeParse(body).data?.text ?? null
  } catch (error) {
    if (error instanceof RequestFailed && error.answer && error.answer.status < 500 && error.answer.status !== 429) {
      return null
    }
    throw error
  }
}

const BREAKS = new Set(['p', 'li', 'blockquote', 'pre', 'h1', 'h2', 'h3'])

/** The text of a post read out of its markup, mentions with their server. */
export const textOf = async ({ content, mentions }: Pick<Status, 'content' | 'mentions'>): Promise<string> => {
  const { Parser } = await import('htmlparser2')
  let text = ''
  let mention: { start: number; acct: string } | null = null
  const parser = new Parser({
    onopentag: (name, { href }) => {
      if (name === 'br') text += '\n'
      if (BREAKS.has(name) && text !== '') text = `${text.trimEnd()}\n\n`
      const named = name === 'a' ? mentions.find(({ url }) => url != null && url === href) : undefined
      if (named) mention = { start: text.length, acct: named.acct }
    },
    ontext: (words) => {
      text += words
    },
    onclosetag: (name) => {
      if (name !== 'a' || !mention) return
      text = `${text.slice(0, mention.start)}@${mention.acct}`
      mention = null
    },
  })
  parser.end(content)
  return text.trim()
}

export const partOf = ({ id, url }: Pick<Status, 'id' | 'url'>): Remote['parts'][number] => ({ id, url: url ?? null })

/** Where a post or a thread stands. */
export const remoteOf = (standing: readonly Status[]): Remote => {
  const parts = standing.map(partOf)
  const { id, url } = parts[0] ?? { id: '', url: null }
  return { id, url, parts: parts.length > 1 ? parts : [] }
}
