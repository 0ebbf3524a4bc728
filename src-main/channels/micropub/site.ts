import type { Access, ChannelTools } from '../channel.ts'
import { refuse } from '../../core/refusal.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import { type Answer, type Asked, RequestFailed, sendRequest } from '../kit/send-request.ts'
import { type FrontPage, readFrontPage } from './discover.ts'
import type { MicropubSettings } from './settings.ts'
import { asClient, type Client } from './sign-in.ts'

/** What the parts of the channel work with. */
export type Tools = ChannelTools & { client: OAuth<Client> }

export type Sent = Pick<Asked, 'json' | 'form' | 'writes' | 'onProgress'>

/** A site as one account speaks to it. Redirects are not followed: a token goes nowhere but where the site said. */
export type Site = {
  endpoint: URL
  /** Where files are taken; null: with the post. */
  media: URL | null
  /** Throws `RequestFailed` for whatever is no success. */
  send(url: URL, sent: Sent): Promise<Answer>
  query(about: Readonly<Record<string, string>>): Promise<Answer>
}

export const openSite = async (access: Access<MicropubSettings>, { client }: Tools): Promise<Site> => {
  const { settings, secret, signal } = access
  const endpoint = new URL(settings.endpoint ?? (await findEndpoint(settings.site, signal)))
  const tokenOf = tokenSource(access, client)
  const ask = async (method: Asked['method'], url: URL, sent: Sent): Promise<Answer> => {
    const once = async (fresh?: 'fresh') =>
      sendRequest(url, { ...sent, method, headers: { authorization: `Bearer ${await tokenOf(fresh)}` }, signal })
    const first = await once()
    // What a token that can be renewed was refused for was not done.
    const answer = first.status === 401 && secret === null ? await once('fresh') : first
    if (answer.status >= 200 && answer.status < 300) return answer
    throw new RequestFailed(answer, sent.writes ?? false)
  }
  return {
    endpoint,
    media: settings.media === undefined ? null : new URL(settings.media),
    send: (url, sent) => ask('POST', url, sent),
    query: (about) => {
      const url = new URL(endpoint)
      for (const [name, value] of Object.entries(about)) url.searchParams.set(name, value)
      return ask('GET', url, {})
    },
  }
}

const tokenSource = (access: Access<MicropubSettings>, client: OAuth<Client>) => {
  const pasted = access.secret?.trim() ?? ''
  if (pasted !== '') return () => Promise.resolve(pasted)
  const signedIn = asClient(access)
  return async (fresh?: 'fresh') => (await client.tokens(signedIn, fresh)).access
}

const findEndpoint = async (site: string, signal: AbortSignal): Promise<string> =>
  endpointOn(await readFrontPage(site, signal))

export const endpointOn = (page: FrontPage): string =>
  page.leads('micropub') ??
  refuse(
    'rejected-by-channel',
    `${new URL(page.me).host} does not say where it takes posts.`,
    'Switch Micropub on at the site: its front page must name a micropub endpoint.',
    { field: 'settings.site' },
  )

/** Where something was made, as an answer says it; null: it does not. */
export const locationOf = ({ headers }: Answer, asked: URL): string | null => {
  const location = headers.get('location')
  return location !== null && URL.canParse(location, asked.href) ? new URL(location, asked).href : null
}
