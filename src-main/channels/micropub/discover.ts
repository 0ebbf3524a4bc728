import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import { type Fetched, fetchPage } from '../kit/fetch-page.ts'
import { isTrustworthy } from '../kit/is-trustworthy.ts'

/** What the front page of a site says of it; `me` is its address after redirects. */
export type FrontPage = {
  me: string
  /** Where it leads by this name (`rel`): in its header first, then in its page. Throws where a secret must not go there. */
  leads(rel: string): string | null
  /** Addresses that its page links to. */
  links: readonly string[]
}

const PAGE_BYTES = 2 * 1024 * 1024
const TIME_LIMIT = 15_000

/** Reads the front page of a site. Nothing secret is sent; a site elsewhere leads to no unencrypted address, nor to this computer. */
export const readFrontPage = async (site: string, signal: AbortSignal): Promise<FrontPage> => {
  const page = await fetchFrom(site, site, 'text/html,application/xhtml+xml', signal)
  if (!page) {
    return refuse('rejected-by-channel', `${new URL(site).host} shows no page there.`, 'Check the address.', {
      field: 'settings.site',
    })
  }
  const found = linksInHeader(page.link)
  const { named, anchors } = await linksInPage(page)
  found.push(...named)
  const absolute = (href: string) => (URL.canParse(href, page.url) ? new URL(href, page.url).href : null)
  return {
    me: page.url,
    leads: (rel) => {
      const href = found.find(({ rels }) => rels.includes(rel))?.href
      const url = href === undefined ? null : absolute(href)
      if (url !== null) assertMayLead(site, url)
      return url
    },
    links: anchors.flatMap((href) => absolute(href) ?? []),
  }
}

const metadata = z.object({ issuer: z.url(), authorization_endpoint: z.url(), token_endpoint: z.url() })

/** Where a site signs people in: by its metadata, or as sites did before there was such; null: nowhere. */
export const findSignIn = async (page: FrontPage, site: string, signal: AbortSignal) => {
  const told = page.leads('indieauth-metadata')
  if (told === null) {
    const [authorization, token] = [page.leads('authorization_endpoint'), page.leads('token_endpoint')]
    return authorization === null || token === null ? null : { me: page.me, authorization, token }
  }
  const answer = await fetchFrom(told, site, 'application/json', signal)
  const read = metadata.safeParse(parsed(answer?.bytes))
  if (!read.success || !told.startsWith(read.data.issuer)) {
    return refuse(
      'channel-error',
      `${new URL(told).host} does not say how it signs people in.`,
      'Look after the IndieAuth of the site, or connect with an access token.',
      { detail: told },
    )
  }
  const { issuer, authorization_endpoint: authorization, token_endpoint: token } = read.data
  for (const url of [authorization, token]) assertMayLead(site, url)
  return { me: page.me, authorization, token, issuer }
}

const fetchFrom = (address: string, site: string, accept: string, signal: AbortSignal): Promise<Fetched | null> =>
  fetchPage(address, {
    signal,
    accept,
    maxBytes: PAGE_BYTES,
    timeoutMs: TIME_LIMIT,
    // A site of the person's own may well stand in the house.
    privateAddresses: true,
    guard: (url) => assertMayLead(site, url),
  })

const assertMayLead = (site: string, url: string): void => {
  const { protocol, origin } = new URL(url)
  // A site on this computer has no certificate; any other has, and none has business with this computer.
  if (protocol === 'https:' || (new URL(site).protocol === 'http:' && isTrustworthy(url))) return
  refuse(
    'rejected-by-channel',
    `The site leads to ${origin}, which is not encrypted.`,
    'Have the site name addresses that start with https.',
    { field: 'settings.site' },
  )
}

type Named = { rels: readonly string[]; href: string }

const relsIn = (value: string): string[] => value.toLowerCase().split(/\s+/)

const linksInHeader = (header: string): Named[] =>
  [...header.matchAll(/<([^>]*)>((?:[^,"]|"[^"]*")*)/g)].flatMap(([, href = '', parameters = '']) => {
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(parameters) ?? []
    const rel = quoted ?? bare
    return rel === undefined ? [] : [{ rels: relsIn(rel), href }]
  })

const linksInPage = async ({ type, bytes }: Fetched): Promise<{ named: Named[]; anchors: string[] }> => {
  const [named, anchors]: [Named[], string[]] = [[], []]
  if (!/html|^$/.test(type)) return { named, anchors }
  const { Parser } = await import('htmlparser2')
  const parser = new Parser({
    onopentag: (name, { rel, href }) => {
      if ((name !== 'link' && name !== 'a') || href === undefined) return
      if (rel !== undefined) named.push({ rels: relsIn(rel), href })
      if (name === 'a') anchors.push(href)
    },
  })
  parser.end(new TextDecoder().decode(bytes))
  return { named, anchors }
}

const parsed = (bytes: Uint8Array | undefined): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}
