import type { ChannelTools } from '../channel.ts'
import { createOAuth, type OAuth } from '../kit/oauth/create-oauth.ts'
import type { Provider, Scope } from '../kit/oauth/provider.ts'
import { LINKEDIN_SERVER, type LinkedinSettings } from './settings.ts'

/** People agree, and codes are turned into tokens, elsewhere than where programs ask. */
const SITE = 'https://www.linkedin.com'

const WRITE: Scope = { name: 'w_member_social', why: 'To post, edit, delete and comment as you.' }

/** What every app may ask for, with the products Sign In with LinkedIn using OpenID Connect, and Share on LinkedIn. */
const MEMBER: readonly Scope[] = [
  { name: 'openid', why: 'To sign you in.' },
  { name: 'profile', why: 'To know whose account it is.' },
  WRITE,
]

/** What an app with the product Community Management API may ask for, which has no OpenID beside it. */
const PAGES: readonly Scope[] = [
  { name: 'r_basicprofile', why: 'To know whose account it is.' },
  WRITE,
  { name: 'w_organization_social', why: 'To post, edit, delete and comment as your pages.' },
  { name: 'r_organization_social', why: 'To see whether a post of a page arrived, and what the page posted.' },
  { name: 'rw_organization_admin', why: 'To list the pages you look after.' },
]

/**
 * The plain flow of LinkedIn has no PKCE: an app shows its secret. Tokens live 60 days; refresh tokens are for approved
 * partners alone, so most people sign in again after that.
 */
const providerOf = ({ server, pages }: LinkedinSettings): Provider => {
  const site = server === LINKEDIN_SERVER ? SITE : server
  return {
    name: 'LinkedIn',
    authorization: new URL('/oauth/v2/authorization', site).href,
    token: new URL('/oauth/v2/accessToken', site).href,
    scopes: pages ? PAGES : MEMBER,
    client: 'form',
    pkce: false,
  }
}

export const createLinkedinSignIn = (tools: ChannelTools): OAuth<LinkedinSettings> =>
  createOAuth(providerOf, 'fixed', tools)
