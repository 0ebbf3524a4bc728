import { z } from 'zod'
import { SIGN_IN_REDIRECT } from '../../../src-preload/contract/model/sign-in.ts'
import type { ChannelTools, SignIn } from '../channel.ts'
import { createOAuth, type OAuth } from '../kit/oauth/create-oauth.ts'
import type { AppOfTheirs, Provider, Scope, Tokens } from '../kit/oauth/provider.ts'
import { RequestFailed, sendRequest } from '../kit/send-request.ts'
import { GRAPH_VERSION } from './graph.ts'
import { FACEBOOK_SERVER, type FacebookAppSettings } from './settings.ts'

/** What Meta says to a sign-in or a renewal that it does not take, in the words of the standard. */
const refused = z.object({ error: z.object({ code: z.int().optional(), message: z.string().optional() }) })
/** Codes for an app that is not known, or shows a wrong secret. */
const NO_APP = new Set([1, 101])

export const inStandardShape = (body: unknown): unknown => {
  const { data } = refused.safeParse(body)
  if (!data) return body
  return { error: NO_APP.has(data.error.code ?? 0) ? 'invalid_client' : 'invalid_grant' }
}

const lasting = z.object({ access_token: z.string().min(1), expires_in: z.number().optional() })

/** Turns a token into one that lasts, the way of one of Meta's networks. Throws `RequestFailed`. */
export const exchangeToken = async (
  address: string,
  asked: Readonly<Record<string, string>>,
  old: Tokens,
  { clock }: ChannelTools,
  signal: AbortSignal,
): Promise<Tokens> => {
  const url = new URL(address)
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
  const answer = await sendRequest(url, { method: 'GET', signal })
  const { data } = lasting.safeParse(answer.body)
  if (!data) throw new RequestFailed({ ...answer, text: '', body: undefined }, false)
  const now = clock.now()
  const expiresAt = data.expires_in === undefined ? null : now + data.expires_in * 1000
  return { ...old, access: data.access_token, obtainedAt: now, expiresAt }
}

/** The sign-in by Facebook, which stands before Pages and before Instagram. */
export const facebookSignIn = (
  name: string,
  scopes: readonly Scope[],
  tools: ChannelTools,
): OAuth<FacebookAppSettings> => {
  const provider = ({ server }: FacebookAppSettings): Provider => {
    const dialog = new URL(server).href === `${FACEBOOK_SERVER}/` ? 'https://www.facebook.com' : server
    const token = `${trimmed(server)}/${GRAPH_VERSION}/oauth/access_token`
    return {
      name,
      authorization: `${trimmed(dialog)}/${GRAPH_VERSION}/dialog/oauth`,
      token,
      scopes,
      separator: ',',
      client: 'form',
      pkce: true,
      shape: inStandardShape,
      exchange: (tokens, app, signal) => exchangeToken(token, longer(tokens, app), tokens, tools, signal),
    }
  }
  const oauth = createOAuth<FacebookAppSettings>(provider, 'fixed', tools)
  // While an app is in development Facebook lets people go back to this computer by this name alone.
  return { ...oauth, signIn: goingBackTo(oauth.signIn, (redirect) => redirect.replace('//127.0.0.1', '//localhost')) }
}

const longer = ({ access }: Tokens, { clientId, secret }: AppOfTheirs) => ({
  grant_type: 'fb_exchange_token',
  client_id: clientId,
  client_secret: secret ?? '',
  fb_exchange_token: access,
})

/** The same sign-in with the address of this computer as the network takes it. */
export const goingBackTo = <S>(signIn: SignIn<S>, change: (redirect: string) => string): SignIn<S> => ({
  port: signIn.port,
  redirect: change(SIGN_IN_REDIRECT),
  begin: (asked) => signIn.begin({ ...asked, redirect: change(asked.redirect) }),
  finish: (asked, memory, arrived) => signIn.finish({ ...asked, redirect: change(asked.redirect) }, memory, arrived),
})

export const trimmed = (server: string): string => server.replace(/\/+$/, '')
