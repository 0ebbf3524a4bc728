import { z } from 'zod'
import { Refusal } from '../../core/refusal.ts'
import type { Access, ChannelTools, Connected, Permission } from '../channel.ts'
import type { Scope } from '../kit/oauth/provider.ts'
import { pictureAddress } from '../kit/picture-address.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { missingScopes, refusalOf } from './failures.ts'
import { readLimits } from './limits.ts'
import { openServer, saysNothing, type Server } from './server.ts'
import type { MastodonSettings } from './settings.ts'

const credentials = z.object({
  id: z.string(),
  acct: z.string(),
  avatar: pictureAddress,
  avatar_static: pictureAddress,
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
    const { acct, picture, ...account } = await readAccount(server)
    const permissions = await permissionsOf(server, from)
    const limits = await readLimits(server)
    const identity = acct.includes('@') ? `@${acct}` : `@${acct}@${server.host}`
    return {
      kind: 'valid',
      identity,
      settings: { ...settings, account, ...(limits && { limits }) },
      picture,
      ...(permissions && { permissions }),
    }
  } catch (error) {
    return refusalOf(error, tools, from)
  }
}

export const readAccount = async (server: Server) => {
  const answer = await server.ask('GET', '/api/v1/accounts/verify_credentials')
  const parsed = credentials.safeParse(answer.body)
  if (!parsed.success) throw new RequestFailed(answer, false, parsed.error)
  const { id, acct, source, avatar_static: still, avatar } = parsed.data
  return {
    id,
    acct,
    hidden: source?.privacy === 'private' || source?.privacy === 'direct',
    picture: [still, avatar].find((one) => one !== null && !one.endsWith(NO_PICTURE)) ?? null,
  }
}

/** What stands where nobody has put a picture. */
const NO_PICTURE = '/missing.png'

/** What is done with a token, by the scopes that allow it: each, or the wider one before its colon. */
const NEEDED: readonly Scope[] = [
  { name: 'read:accounts', why: 'To know whose account it is, and to find people who are mentioned.' },
  { name: 'read:statuses', why: 'To see whether a post arrived.' },
  { name: 'read:search', why: 'To find a post that is answered or quoted.' },
  { name: 'write:statuses', why: 'To post, to edit and to take down.' },
  { name: 'write:media', why: 'To upload files.' },
]
/** Without it only answers and quotes are missing. */
const OPTIONAL = 'read:search'

export const SCOPES: readonly Scope[] = NEEDED

/** Servers that tell what a token may do are taken at their word; of others it shows when it is used. */
const permissionsOf = async (server: Server, from: Access<MastodonSettings>): Promise<Permission[] | undefined> => {
  const scopes = await readScopes(server)
  if (!scopes) return undefined
  const permissions = NEEDED.map(({ name, why }) => ({
    name,
    why,
    granted: scopes.includes(name) || scopes.includes(name.split(':')[0] ?? name),
  }))
  const missing = permissions.filter(({ name, granted }) => !granted && name !== OPTIONAL)
  if (missing.length > 0)
    throw new Refusal(
      missingScopes(
        from,
        missing.map(({ name }) => name),
      ),
    )
  return permissions
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
