import { z } from 'zod'
import type { Millis } from '../../core/records.ts'
import { failed } from '../../core/refusal.ts'
import type { Access, ChannelTools, Connected, Destinations, NativePost, ReadBack } from '../channel.ts'
import { googleManners } from '../google/failures.ts'
import { placeOf } from '../google/places.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import { type SignedRequests, signRequests } from '../kit/oauth/signed-requests.ts'
import { outcomeOf, refusalOf } from '../kit/request-failures.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { type LocalPost, locationOf, madeAt, postsSince, remoteOf } from './local-posts.ts'
import type { GoogleBusinessSettings } from './settings.ts'
import { BUSINESS_WORDS } from './words.ts'

type Signed = OAuth<GoogleBusinessSettings>

const accounts = z.object({
  accounts: z.array(z.object({ name: z.string(), accountName: z.string().default('') })).default([]),
  nextPageToken: z.string().optional(),
})
const locations = z.object({
  locations: z.array(z.object({ name: z.string(), title: z.string().default('') })).default([]),
  nextPageToken: z.string().optional(),
})

/** Pages of a list that are read at most. */
const MAX_PAGES = 10

const readAll = async <P extends { nextPageToken?: string | undefined }>(
  requests: SignedRequests,
  url: URL,
  shape: z.ZodType<P>,
): Promise<P[]> => {
  const pages: P[] = []
  for (let read = 0; read < MAX_PAGES; read++) {
    const page = await requests.read(url, shape)
    pages.push(page)
    if (!page.nextPageToken) break
    url.searchParams.set('pageToken', page.nextPageToken)
  }
  return pages
}

const accountsOf = async ({ server }: GoogleBusinessSettings, requests: SignedRequests) => {
  const url = placeOf('https://mybusinessaccountmanagement.googleapis.com/v1/accounts?pageSize=20', server)
  return (await readAll(requests, url, accounts)).flatMap((page) => page.accounts)
}

/** Whose businesses they are, and what Google was agreed to. */
export const connect = async (
  access: Access<GoogleBusinessSettings>,
  tools: ChannelTools,
  oauth: Signed,
): Promise<Connected<GoogleBusinessSettings>> => {
  try {
    const { settings } = access
    const [first] = await accountsOf(settings, signRequests(access, oauth))
    if (!first) return { kind: 'refused', failure: NO_BUSINESS }
    const tokens = await oauth.tokens(access)
    const permissions = oauth.permissions(tokens, settings)
    return { kind: 'valid', identity: first.accountName || first.name, settings, permissions, ...oauth.life(tokens) }
  } catch (error) {
    if (isNotApproved(error)) return { kind: 'refused', failure: NOT_APPROVED }
    return refusalOf(error, await googleManners(access, BUSINESS_WORDS, tools), tools)
  }
}

/** Before a project is approved, it may ask nothing at all: its limit is none. */
const isNotApproved = (error: unknown): boolean =>
  error instanceof RequestFailed &&
  error.answer?.status === 429 &&
  /"quota_limit_value"\s*:\s*"0"/.test(error.answer.text)

const NOT_APPROVED = failed(
  'rejected-by-channel',
  'Google has not approved your project for its Business Profile APIs yet.',
  'Ask for access with the form that the guide names; Google answers within some days.',
)
const NO_BUSINESS = failed(
  'rejected-by-channel',
  'This Google account has no business profile.',
  'Make one on business.google.com, or connect the account that manages it.',
)

/** The locations that the account manages. */
export const destinations = async (
  access: Access<GoogleBusinessSettings>,
  tools: ChannelTools,
  oauth: Signed,
): Promise<Destinations> => {
  const requests = signRequests(access, oauth)
  try {
    const entries: { id: string; name: string }[] = []
    for (const { name: account } of await accountsOf(access.settings, requests)) {
      const host = 'https://mybusinessbusinessinformation.googleapis.com'
      const url = placeOf(`${host}/v1/${account}/locations?readMask=name,title&pageSize=100`, access.settings.server)
      const found = (await readAll(requests, url, locations)).flatMap((page) => page.locations)
      entries.push(...found.map(({ name, title }) => ({ id: `${account}/${name}`, name: title || name })))
    }
    return { kind: 'known', entries }
  } catch (error) {
    const { failure } = outcomeOf(error, await googleManners(access, BUSINESS_WORDS, tools), tools)
    return { kind: 'failed', failure }
  }
}

/** What stands at the location since then. */
export const readBack = async (
  access: Access<GoogleBusinessSettings>,
  since: Millis,
  tools: ChannelTools,
  oauth: Signed,
): Promise<ReadBack> => {
  try {
    const requests = signRequests(access, oauth)
    const { posts, whole } = await postsSince(access.settings, requests, locationOf(access), since)
    const [oldest] = posts.slice(-1).map(madeAt)
    const shown = posts.filter(({ state }) => state !== 'REJECTED')
    return { kind: 'read', posts: shown.map(postOf), from: whole ? since : (oldest ?? since) }
  } catch (error) {
    const { failure } = outcomeOf(error, await googleManners(access, BUSINESS_WORDS, tools), tools)
    return { kind: 'failed', failure }
  }
}

const postOf = (one: LocalPost): NativePost => ({
  remote: remoteOf(one),
  text: [one.event?.title, one.summary].filter(Boolean).join('\n\n'),
  at: madeAt(one),
  pictures: (one.media ?? []).flatMap(({ thumbnailUrl, googleUrl }) => {
    const url = thumbnailUrl ?? googleUrl
    return url === undefined ? [] : [{ url, alt: '' }]
  }),
})
