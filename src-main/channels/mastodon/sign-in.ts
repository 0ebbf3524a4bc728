import { z } from 'zod'
import type { Begun, ChannelTools, SignedIn, SignIn, SignInRequest } from '../channel.ts'
import { createOAuth, type OAuth } from '../kit/oauth/create-oauth.ts'
import type { Provider } from '../kit/oauth/provider.ts'
import { RequestFailed, sendRequest } from '../kit/send-request.ts'
import { SCOPES } from './account.ts'
import { refusalOf } from './failures.ts'
import { saysNothing } from './server.ts'
import type { MastodonSettings } from './settings.ts'

/*
 * Every server has apps of its own: Posthorn registers itself where somebody signs in, for that one time. Tokens do not
 * end there, so what the app was registered with is not needed again.
 */

type WithApp = MastodonSettings & { clientId: string }

/** How a server signs people in, as far as it says so; those from before Mastodon 4.3 do not. */
const description = z.object({
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  issuer: z.string().optional(),
  scopes_supported: z.array(z.string()).catch([]),
  code_challenge_methods_supported: z.array(z.string()).catch([]),
})
type Description = z.infer<typeof description>

const application = z.object({ client_id: z.string().min(1), client_secret: z.string().min(1) })
const memories = z.object({ app: application, told: description.nullable(), inner: z.string() })

export const createSignIn = (tools: ChannelTools): SignIn<MastodonSettings> => ({
  port: 'any',
  begin: async (asked): Promise<Begun> => {
    try {
      const told = await describe(asked)
      const app = await register(asked, told)
      const begun = await oauthOf(told, tools).signIn.begin(withApp(asked, app))
      if (begun.kind !== 'begun') return begun
      return { ...begun, memory: JSON.stringify({ app, told, inner: begun.memory }) }
    } catch (error) {
      return refusalOf(error, tools, asked)
    }
  },
  finish: async (asked, memory, arrived): Promise<SignedIn<MastodonSettings>> => {
    const { app, told, inner } = memories.parse(JSON.parse(memory))
    const done = await oauthOf(told, tools).signIn.finish(withApp(asked, app), inner, arrived)
    return done.kind === 'signed-in' ? { ...done, settings: asked.settings } : done
  },
})

const withApp = (
  asked: SignInRequest<MastodonSettings>,
  { client_id: clientId, client_secret: secret }: z.infer<typeof application>,
): SignInRequest<WithApp> => ({ ...asked, settings: { ...asked.settings, clientId }, secret })

const oauthOf = (told: Description | null, tools: ChannelTools): OAuth<WithApp> =>
  createOAuth<WithApp>((settings) => providerOf(settings, told), 'any', tools)

const providerOf = ({ server }: MastodonSettings, told: Description | null): Provider => ({
  name: new URL(server).host,
  authorization: told?.authorization_endpoint ?? new URL('/oauth/authorize', server).href,
  token: told?.token_endpoint ?? new URL('/oauth/token', server).href,
  scopes: scopesOf(told),
  client: 'form',
  pkce: told?.code_challenge_methods_supported.includes('S256') ?? false,
})

/** The least that is needed, where a server says that it knows such fine ones. */
const scopesOf = (told: Description | null): Provider['scopes'] =>
  SCOPES.every(({ name }) => told?.scopes_supported.includes(name))
    ? SCOPES
    : [
        { name: 'read', why: 'To see whether a post arrived.' },
        { name: 'write', why: 'To post and to upload.' },
      ]

const describe = async ({ settings, signal }: SignInRequest<MastodonSettings>): Promise<Description | null> => {
  const answer = await sendRequest(new URL('/.well-known/oauth-authorization-server', settings.server), {
    method: 'GET',
    signal,
  })
  const read = description.safeParse(answer.body)
  if (answer.status === 200 && read.success) return read.data
  const failure = new RequestFailed(answer, false, read.error)
  // Some servers answer what they do not know with a page, some with 400.
  if (saysNothing(failure) || (answer.status >= 400 && answer.status < 500 && answer.status !== 429)) return null
  throw failure
}

const register = async (
  { settings, redirect, signal }: SignInRequest<MastodonSettings>,
  told: Description | null,
): Promise<z.infer<typeof application>> => {
  const scopes = scopesOf(told)
    .map(({ name }) => name)
    .join(' ')
  const answer = await sendRequest(new URL('/api/v1/apps', settings.server), {
    method: 'POST',
    // A form, and one address: servers from before Mastodon 4.3 take no list.
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new Blob([new URLSearchParams({ client_name: 'Posthorn', redirect_uris: redirect, scopes }).toString()]),
    signal,
  })
  const read = application.safeParse(answer.body)
  if (!read.success) throw new RequestFailed(answer, false, read.error)
  return read.data
}
