import { z } from 'zod'
import type { Access, ChannelTools, Mentions } from '../channel.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { failureOf } from './failures.ts'
import { openServer } from './server.ts'
import type { MastodonSettings } from './settings.ts'

/** How many are offered at once. */
const MOST = 8

const people = z.array(
  z.object({ id: z.string(), acct: z.string(), username: z.string(), display_name: z.string().catch('') }),
)

/** Whom of those that the account's server knows a name being typed may mean. */
export const findMentions = async (
  access: Access<MastodonSettings>,
  typed: string,
  tools: ChannelTools,
): Promise<Mentions> => {
  try {
    const server = await openServer(access)
    const query = new URLSearchParams({ q: typed.replace(/^@/, ''), limit: String(MOST), resolve: 'false' })
    const answer = await server.ask('GET', `/api/v1/accounts/search?${query.toString()}`)
    const parsed = people.safeParse(answer.body)
    if (!parsed.success) throw new RequestFailed(answer, false, parsed.error)
    const entries = parsed.data.slice(0, MOST).map(({ id, acct, username, display_name: name }) => ({
      id,
      name: name.trim() || username,
      handle: `@${acct}`,
      insert: `@${acct}`,
    }))
    return { kind: 'known', entries }
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error, tools, access) }
  }
}
