import type { ChannelTools } from '../channel.ts'
import { createOAuth, type OAuth } from '../kit/oauth/create-oauth.ts'
import type { Provider } from '../kit/oauth/provider.ts'
import { X_SERVER, type XSettings } from './settings.ts'

/** Where people agree: on the site, not where programs ask. */
const AUTHORIZATION = 'https://x.com/i/oauth2/authorize'

/** docs.x.com, OAuth 2.0 authorization code flow with PKCE: addresses, scopes, an access token of two hours. */
const providerOf = ({ server }: XSettings): Provider => ({
  name: 'X',
  authorization: server === X_SERVER ? AUTHORIZATION : new URL('/2/oauth2/authorize', server).href,
  token: new URL('/2/oauth2/token', server).href,
  scopes: [
    { name: 'tweet.read', why: 'To see whether a post arrived, and what you posted yourself.' },
    { name: 'tweet.write', why: 'To post, edit and delete.' },
    { name: 'users.read', why: 'To know whose account it is, and how long its texts may be.' },
    { name: 'media.write', why: 'To upload images and videos.' },
    { name: 'offline.access', why: 'To stay signed in: without it you sign in every two hours.' },
  ],
  client: 'header',
  pkce: true,
})

export const createXSignIn = (tools: ChannelTools): OAuth<XSettings> => createOAuth(providerOf, 'fixed', tools)
