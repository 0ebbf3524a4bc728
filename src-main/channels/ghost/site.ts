import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { Access, ChannelTools } from '../channel.ts'
import { isTrustworthy } from '../kit/is-trustworthy.ts'
import { pictureAddress } from '../kit/picture-address.ts'
import { type Answer, type Asked, RequestFailed, sendRequest } from '../kit/send-request.ts'
import { readKey, tokenOf } from './key.ts'
import type { GhostSettings } from './settings.ts'

export type Sent = Pick<Asked, 'json' | 'form' | 'writes' | 'onProgress'> & { query?: Readonly<Record<string, string>> }

/** A site as one integration speaks to it. */
export type Site = {
  /** Throws `RequestFailed` for whatever is no success of this shape. */
  ask<T>(shape: z.ZodType<T>, method: Asked['method'], path: string, sent?: Sent): Promise<T>
}

const PATH = 'ghost/api/admin/'
/** Newer ones understand it too. */
const VERSION = 'v5.0'
const MOST_REDIRECTS = 4

export const openSite = async (access: Access<GhostSettings>, { clock }: ChannelTools): Promise<Site> => {
  const { settings, secret, signal } = access
  const key = readKey(secret)
  const root = settings.root ?? (await findSite(settings.site, signal)).root
  /** By how much the site's clock is ahead of ours, once it has refused a token for its time. */
  let ahead = 0
  const send = (method: Asked['method'], path: string, { query = {}, ...sent }: Sent): Promise<Answer> => {
    const url = new URL(path, root)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const authorization = `Ghost ${tokenOf(key, clock.now() + ahead)}`
    return sendRequest(url, { ...sent, method, headers: { authorization, 'accept-version': VERSION }, signal })
  }
  return {
    ask: async (shape, method, path, sent = {}) => {
      let answer = await send(method, path, sent)
      const theirs = Date.parse(answer.headers.get('date') ?? '')
      if (isUntimely(answer) && Number.isFinite(theirs)) {
        ahead = theirs - clock.now()
        answer = await send(method, path, sent)
      }
      const read = shape.safeParse(answer.body)
      if (answer.status < 200 || answer.status >= 300 || !read.success) {
        throw new RequestFailed(answer, sent.writes ?? false)
      }
      return read.data
    },
  }
}

const isUntimely = ({ status, text }: Answer): boolean =>
  (status === 401 || status === 400) && /jwt (expired|not active)|maxAge exceeded|clock/i.test(text)

const about = z.object({
  site: z.object({ title: z.string(), url: z.string(), version: z.string(), icon: pictureAddress }),
})

/** Where the Admin API of a site is (it may have an address of its own), and what the site is called. Nothing secret is sent. */
export const findSite = async (site: string, signal: AbortSignal) => {
  const beside = new URL(site)
  // People copy the address of the page they are on.
  const folder = beside.pathname.replace(/\/ghost(\/.*)?$/, '').replace(/\/*$/, '/')
  let url = new URL(`${PATH}site/`, new URL(folder, beside.origin))
  for (let hops = 0; ; hops += 1) {
    const answer = await sendRequest(url, { method: 'GET', headers: { 'accept-version': VERSION }, signal })
    const found = about.safeParse(answer.body)
    if (answer.status === 200 && found.success) return { root: new URL('..', url).href, ...found.data.site }
    const location = answer.headers.get('location')
    const goesOn = answer.status >= 300 && answer.status < 400 && location !== null && hops < MOST_REDIRECTS
    if (!goesOn || !URL.canParse(location, url.href)) throw new RequestFailed(answer, false)
    url = trusted(new URL(location, url))
  }
}

const trusted = (url: URL): URL =>
  isTrustworthy(url.href)
    ? url
    : refuse(
        'channel-error',
        `The site leads to ${url.origin}, which is not encrypted.`,
        'Use the address that Ghost shows as API URL.',
        { field: 'settings.site' },
      )
