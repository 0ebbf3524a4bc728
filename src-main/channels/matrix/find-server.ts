import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import { fetchPage } from '../kit/fetch-page.ts'
import { isTrustworthy } from '../kit/is-trustworthy.ts'
import { RequestFailed, sendRequest } from '../kit/send-request.ts'
import type { MatrixSettings } from './settings.ts'

const wellKnown = z.object({ 'm.homeserver': z.object({ base_url: z.url({ protocol: /^https?$/ }) }) })
const versions = z.object({ versions: z.array(z.string()) })

const BYTES = 64 * 1024

/** Where the client-server API of an account's server is. Nothing secret is sent. */
export const findServer = async ({ account }: MatrixSettings, signal: AbortSignal): Promise<string> => {
  const typed = account.startsWith('@') ? originOf(account.slice(account.indexOf(':') + 1)) : account
  const base = (await told(typed, signal)) ?? typed
  const url = new URL('/_matrix/client/versions', base)
  const answer = await sendRequest(url, { method: 'GET', signal })
  const read = versions.safeParse(answer.body)
  if (answer.status !== 200 || !read.success) {
    if (answer.status >= 500 || answer.status === 429) throw new RequestFailed(answer, false)
    return refuse('channel-error', `${url.host} does not answer like Matrix.`, 'Check the address.', {
      field: 'settings.account',
      detail: String(answer.status),
    })
  }
  // What is asked here has been so since 1.1.
  if (read.data.versions.some((name) => /^v\d+\./.test(name))) return new URL('/', base).href
  return refuse('channel-error', `${url.host} is too old for Posthorn.`, 'Ask who runs it to bring it up to date.', {
    detail: read.data.versions.join(', '),
  })
}

/** Servers on this computer have no certificate. */
const originOf = (name: string): string => {
  const plain = `http://${name}`
  const url = isTrustworthy(plain) ? plain : `https://${name}`
  return URL.canParse(url)
    ? url
    : refuse('invalid-input', `${name} is no server.`, 'Use an address such as @me:example.org.', {
        field: 'settings.account',
      })
}

/** What the domain says of where its server is; null: it is there itself. */
const told = async (site: string, signal: AbortSignal): Promise<string | null> => {
  const isHere = new URL(site).protocol === 'http:'
  const page = await fetchPage(new URL('/.well-known/matrix/client', site).href, {
    signal,
    accept: 'application/json',
    maxBytes: BYTES,
    timeoutMs: 15_000,
    privateAddresses: true,
    guard: (url) => assertMayLead(url, isHere),
  })
  const read = page && wellKnown.safeParse(parsed(page.bytes)).data
  if (!read) return null
  const url = read['m.homeserver'].base_url
  assertMayLead(url, isHere)
  return url
}

const assertMayLead = (url: string, isHere: boolean): void => {
  if (new URL(url).protocol === 'https:' || (isHere && isTrustworthy(url))) return
  refuse(
    'rejected-by-channel',
    `The domain leads to ${url}, which is not encrypted.`,
    'Type the address of the server.',
    {
      field: 'settings.account',
    },
  )
}

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}
