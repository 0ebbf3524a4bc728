import { z } from 'zod'
import type { Access, ChannelTools, Mentions } from '../channel.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import { RequestFailed, sendRequest } from '../kit/send-request.ts'
import { mannersOf } from './failures.ts'
import { appViewOf, type BlueskySettings } from './settings.ts'

/** How many are offered at once. */
const MOST = 8

const actors = z.object({
  actors: z.array(z.object({ did: z.string(), handle: z.string(), displayName: z.string().optional() })),
})

/** Who on the whole network a name being typed may mean; nobody needs to be signed in for that. */
export const findMentions = async (
  { settings, secret, signal }: Access<BlueskySettings>,
  typed: string,
  tools: ChannelTools,
): Promise<Mentions> => {
  const appView = appViewOf(settings)
  try {
    const url = new URL('/xrpc/app.bsky.actor.searchActorsTypeahead', appView)
    url.search = new URLSearchParams({ q: typed.replace(/^@/, ''), limit: String(MOST) }).toString()
    const answer = await sendRequest(url, { method: 'GET', signal })
    const parsed = actors.safeParse(answer.body)
    if (answer.status !== 200 || !parsed.success) throw new RequestFailed(answer, false, parsed.error)
    const entries = parsed.data.actors.map(({ did, handle, displayName }) => ({
      id: did,
      name: displayName?.trim() || handle,
      handle: `@${handle}`,
      insert: `@${handle}`,
    }))
    return { kind: 'known', entries }
  } catch (error) {
    const manners = mannersOf({ settings: { ...settings, service: appView }, secret }, tools)
    return { kind: 'failed', failure: outcomeOf(error, manners, tools).failure }
  }
}
