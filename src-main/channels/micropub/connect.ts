import { z } from 'zod'
import type { Access, Connected } from '../channel.ts'
import { isTrustworthy } from '../kit/is-trustworthy.ts'
import { refusalOf } from '../kit/request-failures.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { readFrontPage } from './discover.ts'
import { mannersFor } from './failures.ts'
import type { MicropubSettings } from './settings.ts'
import { asClient } from './sign-in.ts'
import { endpointOn, openSite, type Site, type Tools } from './site.ts'

/** What a site tells of itself; one that tells nothing of a kind leaves it out. */
const config = z.object({
  'media-endpoint': z
    .url()
    .refine((url) => isTrustworthy(url))
    .nullish()
    .catch(null),
  'syndicate-to': z
    .array(z.object({ uid: z.string(), name: z.string().catch('') }))
    .nullish()
    .catch(null),
  'post-types': z
    .array(z.object({ type: z.string() }))
    .nullish()
    .catch(null),
  categories: z.array(z.string()).nullish().catch(null),
  q: z.array(z.string()).catch([]),
})
type Config = z.infer<typeof config>

/** Finds out where the site takes posts, and asks there what it takes, in the name of the account. */
export const connect = async (access: Access<MicropubSettings>, tools: Tools): Promise<Connected<MicropubSettings>> => {
  try {
    const { site, signIn } = access.settings
    const page = await readFrontPage(site, access.signal)
    const endpoint = endpointOn(page)
    const api = await openSite({ ...access, settings: { ...access.settings, endpoint } }, tools)
    const told = await askConfig(api)
    const media = told['media-endpoint'] ?? undefined
    const settings: MicropubSettings = {
      site,
      endpoint,
      ...(media !== undefined && { media }),
      offers: {
        syndicateTo: (told['syndicate-to'] ?? []).map(({ uid, name }) => ({ uid, name: name || uid })),
        types: (told['post-types'] ?? []).map(({ type }) => type),
        categories: told.categories ?? (told.q.includes('category') ? await askCategories(api) : []),
      },
      ...(signIn && { signIn }),
    }
    const { host, pathname } = new URL(signIn?.me ?? page.me)
    return {
      kind: 'valid',
      identity: `${host}${pathname}`.replace(/\/$/, ''),
      settings,
      ...(await grantedTo(access, tools)),
    }
  } catch (error) {
    return refusalOf(error, await mannersFor(access), tools)
  }
}

/** A site that knows no such question tells nothing of itself: not knowing it says nothing of the account. */
const askConfig = async (api: Site): Promise<Config> => {
  try {
    return config.catch({ q: [] }).parse((await api.query({ q: 'config' })).body)
  } catch (error) {
    if (error instanceof RequestFailed && [400, 404, 501].includes(error.answer?.status ?? 0)) return { q: [] }
    throw error
  }
}

const askCategories = async (api: Site): Promise<string[]> => {
  const { body } = await api.query({ q: 'category' })
  return z.object({ categories: z.array(z.string()) }).safeParse(body).data?.categories ?? []
}

/** What a sign-in by the browser was allowed; of a token that was pasted nobody can tell. */
const grantedTo = async (access: Access<MicropubSettings>, { client }: Tools) => {
  if (access.secret?.trim()) return {}
  const signedIn = asClient(access)
  const tokens = await client.tokens(signedIn)
  return { ...client.life(tokens), permissions: client.permissions(tokens, signedIn.settings) }
}
