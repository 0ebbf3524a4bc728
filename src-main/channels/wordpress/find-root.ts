import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import { isTrustworthy } from '../kit/is-trustworthy.ts'
import { type Answer, RequestFailed, sendRequest } from '../kit/send-request.ts'
import { addressOf } from './address-of.ts'

const REL = 'https://api.w.org/'
const MOST_REDIRECTS = 4

const index = z.object({ namespaces: z.array(z.string()) })

/**
 * Where the REST API of a site is: its pages say so in a header and in their head; where they do not, it is looked for
 * in the usual places. Nothing secret is sent.
 */
export const findRoot = async (site: string, signal: AbortSignal): Promise<string> => {
  const { url, answer } = await readPage(site, signal)
  const told = inHeader(answer.headers.get('link') ?? '') ?? inHead(answer.text)
  if (told !== null && URL.canParse(told, url)) return trusted(new URL(told, url).href)
  const beside = url.endsWith('/') ? url : `${url}/`
  for (const guess of [new URL('wp-json/', beside).href, new URL('?rest_route=/', beside).href]) {
    const found = await sendRequest(addressOf(guess, '', {}), { method: 'GET', signal })
    if (index.safeParse(found.body).data?.namespaces.includes('wp/v2')) return trusted(guess)
  }
  // What a page of another kind answers says nothing; what a site in trouble answers does.
  if (answer.status >= 429) throw new RequestFailed(answer, false)
  return refuse(
    'channel-error',
    `No WordPress was found at ${new URL(site).host}, or its REST API is switched off.`,
    'Check the address; if it is right, look for a plugin there that switches the REST API off.',
    { field: 'settings.site', detail: `${answer.status} ${url}` },
  )
}

/** The page at an address, wherever it sends one on to, as long as that can be trusted. */
const readPage = async (site: string, signal: AbortSignal): Promise<{ url: string; answer: Answer }> => {
  let url = site
  for (let hops = 0; ; hops += 1) {
    const answer = await sendRequest(new URL(url), { method: 'GET', headers: { accept: 'text/html, */*' }, signal })
    const location = answer.headers.get('location')
    const goesOn = answer.status >= 300 && answer.status < 400 && location !== null && URL.canParse(location, url)
    if (!goesOn || hops === MOST_REDIRECTS) return { url, answer }
    url = trusted(new URL(location, url).href)
  }
}

const trusted = (url: string): string =>
  isTrustworthy(url)
    ? url
    : refuse(
        'channel-error',
        `The site leads to ${url}, which is not encrypted.`,
        'Ask who runs the site to set https as its address, under Settings > General.',
        { field: 'settings.site' },
      )

const inHeader = (header: string): string | null =>
  header.split(/,\s*(?=<)/).flatMap((link) => {
    const [, target = '', rest = ''] = /^<([^>]*)>(.*)$/.exec(link.trim()) ?? []
    return rest.includes(REL) && target !== '' ? [target] : []
  })[0] ?? null

const inHead = (html: string): string | null => {
  const tag = html.match(/<link\b[^>]*>/gi)?.find((one) => one.includes(REL))
  return (
    /\bhref=["']([^"']+)["']/i
      .exec(tag ?? '')?.[1]
      ?.replaceAll('&#038;', '&')
      .replaceAll('&amp;', '&') ?? null
  )
}
