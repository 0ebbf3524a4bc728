import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.ts'

export type FetchRules = {
  signal: AbortSignal
  /** Whether addresses inside the house may be asked: routers, printers, this computer. */
  privateAddresses: boolean
  /** What is read at most; the rest is left. */
  maxBytes: number
  /** Media types asked for, as in the header `Accept`. */
  accept: string
  /** How long it may take in all; left out: 5 seconds. */
  timeoutMs?: number
  /** Asked before every address, redirects too; throws where one must not be asked. */
  guard?(url: string): void
}

/**
 * What a page gave: its address after redirects, its media type in lower case with parameters, its header `Link` (empty
 * where it has none), and its bytes.
 */
export type Fetched = { url: string; type: string; link: string; bytes: Uint8Array }

const TIME_LIMIT = 5000
const MAX_REDIRECTS = 5
const USER_AGENT = 'Mozilla/5.0 (compatible; Posthorn; link preview)'

/**
 * Fetches something a stranger's text points to, without becoming a way into the house: the address is checked when it
 * is resolved and the connection goes to that very address, at every redirect; time and size are bounded. Null when the
 * answer is no success; throws when there is none.
 */
export const fetchPage = async (address: string, rules: FetchRules): Promise<Fetched | null> => {
  const { Agent, fetch } = await import('undici')
  const dispatcher = new Agent(rules.privateAddresses ? {} : { connect: { lookup: lookupPublic } })
  const signal = AbortSignal.any([rules.signal, AbortSignal.timeout(rules.timeoutMs ?? TIME_LIMIT)])
  const headers = { accept: rules.accept, 'user-agent': USER_AGENT }
  try {
    let url = assertAskable(address, rules)
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const response = await fetch(url, { dispatcher, signal, headers, redirect: 'manual' })
      const location = response.headers.get('location')
      if (response.status >= 300 && response.status < 400 && location !== null) {
        await response.body?.cancel()
        url = assertAskable(new URL(location, url).href, rules)
        continue
      }
      if (!response.ok || response.body === null) return null
      const type = (response.headers.get('content-type') ?? '').toLowerCase()
      const link = response.headers.get('link') ?? ''
      return { url, type, link, bytes: await readUpTo(response.body, rules.maxBytes) }
    }
    return null
  } finally {
    await dispatcher.destroy()
  }
}

/** Names are checked when they are resolved; a bare address never is, so it is checked here. */
const assertAskable = (address: string, { privateAddresses, guard }: FetchRules): string => {
  const { protocol, hostname, username, href } = new URL(address)
  guard?.(href)
  if (!/^https?:$/.test(protocol) || username !== '') throw new Error(`${protocol} links are not fetched`)
  const bare = hostname.replace(/^\[|\]$/g, '')
  if (isIP(bare) && !privateAddresses && !isPublicAddress(bare)) throw new Error(`${bare} is a private address`)
  return href
}

const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '')
    const open = addresses.filter(({ address }) => isPublicAddress(address))
    const [first] = open
    if (!first) return callback(new Error(`${hostname} has a private address`), '')
    if (options.all === true) callback(null, open)
    else callback(null, first.address, first.family)
  })
}

const readUpTo = async (body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= maxBytes) break
  }
  return Buffer.concat(chunks).subarray(0, maxBytes)
}
