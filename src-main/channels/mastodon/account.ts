import { z } from 'zod'
import { Refusal } from '../../core/refusal.ts'
import type { Access, ChannelTools, Connected } from '../channel.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { missingScopes, refusalOf } from './failures.ts'
import { readLimits } from './limits.ts'
import { openServer, saysNothing, type Server } from './server.ts'
import type { MastodonSettings } from './settings.ts'

const credentials = z.object({
  id: z.string(),
  acct: z.string(),
  source: z.object({ privacy: z.string().nullish() }).nullish(),
})

/** Who the token belongs to, what it may do, and what its server takes. */
export const connect = async (
  access: Access<MastodonSettings>,
  tools: ChannelTools,
): Promise<Connected<MastodonSettings>> => {
  const settings = { server: new URL(access.settings.server).origin }
  const from = { ...access, settings }
  try {
    const server = await openServer(from)
    const { acct, ...account } = await readAccount(server)
    await assertScopes(server, from)
    const limits = await readLimits(server)
    const identity = acct.includes('@') ? `@${acct}` : `@${acct}@${server.host}`
    return { kind: 'valid', identity, settings: { ...settings, account, ...(limits && { limits }) } }
  } catch (error) {
    return refusalOf(error, tools, from)
  }
}

export const readAccount = async (server: Server) => {
  const answer = await server.ask('GET', '/api/v1/accounts/verify_credentials')
  const parsed = credentials.safeParse(answer.body)
  if (!parsed.success) throw new RequestFailed(answer, false, parsed.error)
  const { id, acct, source } = parsed.data
  return { id, acct, hidden: source?.privacy === 'private' || source?.privacy === 'direct' }
}

/** What is done with a token, and the scopes any of which allows it. */
const NEEDED = ['read:accounts', 'read:statuses', 'write:statuses', 'write:media']

/** Servers that tell what a token may do are taken at their word; of others it shows when it is used. */
const assertScopes = async (server: Server, from: Access<MastodonSettings>): Promise<void> => {
  const scopes = await readScopes(server)
  const missing = NEEDED.filter((scope) => !scopes?.includes(scope) && !scopes?.includes(scope.split(':')[0] ?? scope))
  if (scopes && missing.length > 0) throw new Refusal(missingScopes(from, missing))
}

const readScopes = async (server: Server): Promise<string[] | undefined> => {
  try {
    const { body } = await server.ask('GET', '/api/v1/apps/verify_credentials')
    return z.object({ scopes: z.array(z.string()) }).safeParse(body).data?.scopes
  } catch (error) {
    if (saysNothing(error) || isUnwilling(error)) return undefined
    throw error
  }
}

const isUnwilling = (error: unknown): boolean =>
  error instanceof RequestFailed && [401, 403, 422].includes(error.answer?.status ?? 0)
