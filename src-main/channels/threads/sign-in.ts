import type { ChannelTools } from '../channel.ts'
import { createOAuth, type OAuth } from '../kit/oauth/create-oauth.ts'
import type { AppOfTheirs, Provider, Tokens } from '../kit/oauth/provider.ts'
import { THREADS_SERVER } from '../meta/settings.ts'
import { exchangeToken, goingBackTo, inStandardShape, trimmed } from '../meta/sign-in.ts'
import { SCOPES, type ThreadsSettings } from './settings.ts'

/** The sign-in by Threads itself, with tokens that are first turned into long-lived ones and then renewed. */
export const threadsSignIn = (tools: ChannelTools): OAuth<ThreadsSettings> => {
  const provider = ({ server }: ThreadsSettings): Provider => {
    const at = trimmed(server)
    return {
      name: 'Threads',
      authorization: `${new URL(server).href === `${THREADS_SERVER}/` ? 'https://threads.net' : at}/oauth/authorize`,
      token: `${at}/oauth/access_token`,
      scopes: SCOPES,
      separator: ',',
      client: 'form',
      // Its documents know none.
      pkce: false,
      shape: inStandardShape,
      exchange: (tokens, app, signal) =>
        isShort(tokens)
          ? exchangeToken(`${at}/access_token`, longer(tokens, app), tokens, tools, signal)
          : exchangeToken(`${at}/refresh_access_token`, again(tokens), tokens, tools, signal),
    }
  }
  const oauth = createOAuth<ThreadsSettings>(provider, 'fixed', tools)
  // Threads takes encrypted addresses alone, even of this computer: the person copies where the browser ended.
  return {
    ...oauth,
    signIn: goingBackTo(oauth.signIn, (redirect) => redirect.replace('http://127.0.0.1', 'https://localhost')),
  }
}

/** The first token is good for an hour, and does not say so; one that lasts says how long. */
const HOURS = 2 * 3_600_000
const isShort = ({ obtainedAt, expiresAt }: Tokens) => expiresAt === null || expiresAt - obtainedAt < HOURS

const longer = ({ access }: Tokens, { secret }: AppOfTheirs) => ({
  grant_type: 'th_exchange_token',
  client_secret: secret ?? '',
  access_token: access,
})

const again = ({ access }: Tokens) => ({ grant_type: 'th_refresh_token', access_token: access })
