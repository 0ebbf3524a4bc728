import type { AtpAgent } from '@atproto/api'
import { z } from 'zod'
import type { Access, ChannelTools, SessionSlot } from '../channel.ts'
import { isTrustworthy } from '../kit/is-trustworthy.ts'
import { isSignedOut, NoSession } from './failures.ts'
import type { BlueskySettings } from './settings.ts'

/** A way to speak as the account. */
export type Signed = { agent: AtpAgent; did: string; handle: string }

/** No single request may take longer, in milliseconds; a slow line must still get an image through. */
const REQUEST_DEADLINE = 60_000
/** An access token that ends within this time is refreshed before it is used, in milliseconds. */
const REFRESH_BEFORE = 60_000

/** What is remembered between calls: the tokens, and the server that keeps the account's posts. */
const keptSession = z.object({
  service: z.string(),
  pds: z.string().nullable(),
  session: z.looseObject({
    did: z.string(),
    handle: z.string(),
    accessJwt: z.string().min(1),
    refreshJwt: z.string().min(1),
    active: z.boolean().default(true),
  }),
})

/**
 * Does something as the account: with the session that is remembered, refreshed when it is running out, else by signing
 * in anew. What is refused for its session is tried once more after a fresh sign-in.
 */
export const asAccount = async <T>(
  access: Access<BlueskySettings>,
  tools: ChannelTools,
  act: (signed: Signed) => Promise<T>,
): Promise<T> => {
  const { settings, secret } = access
  try {
    const session = await openSession(access, tools)
    if (await session.resume()) return await session.use(act)
  } catch (error) {
    if (!isSignedOut(error) || secret === null) throw error
  }
  const session = await openSession(access, tools)
  await session.signIn(settings.did ?? settings.identifier)
  return session.use(act)
}

/** A session to be resumed or signed in to. Whatever tokens it comes to hold are kept before it is done. */
export const openSession = async (
  { settings, secret, session: slot, signal }: Access<BlueskySettings>,
  tools: ChannelTools,
) => {
  const { AtpAgent, CredentialSession } = await import('@atproto/api')
  let saving = Promise.resolve()
  const credential = new CredentialSession(new URL(settings.service), fetchWithin(signal), (event, data) => {
    // An end of the session is no reason to forget it, and what comes without tokens is not kept.
    if ((event !== 'create' && event !== 'update') || !data?.accessJwt || !data.refreshJwt) return
    const value = { service: settings.service, pds: credential.pdsUrl?.href ?? null, session: data }
    saving = saving
      .then(() => slot.save(JSON.stringify(value)))
      .catch((error: unknown) => tools.log.warn('a Bluesky session could not be kept', { error: String(error) }))
  })
  return {
    /** False when nothing is remembered. Throws what the server says to a refresh. */
    resume: async (): Promise<boolean> => {
      const remembered = await load(slot)
      if (remembered?.service !== settings.service) return false
      credential.session = remembered.session
      if (remembered.pds !== null) credential.pdsUrl = new URL(remembered.pds)
      if (endOf(remembered.session.accessJwt) < tools.clock.now() + REFRESH_BEFORE) await credential.refreshSession()
      await saving
      return true
    },
    signIn: async (identifier: string): Promise<void> => {
      if (secret === null) throw new NoSession()
      await credential.login({ identifier, password: secret })
      await saving
    },
    use: async <T>(act: (signed: Signed) => Promise<T>): Promise<T> => {
      if (!credential.session) throw new NoSession()
      const { did, handle } = credential.session
      try {
        return await act({ agent: new AtpAgent(credential), did, handle })
      } finally {
        await saving
      }
    },
  }
}

const load = async (slot: SessionSlot): Promise<z.infer<typeof keptSession> | null> => {
  const value = await slot.load()
  if (value === null) return null
  try {
    return keptSession.parse(JSON.parse(value))
  } catch {
    return null
  }
}

/** When a token ends, in milliseconds since 1970; 0 where it does not say. */
const endOf = (jwt: string): number => {
  try {
    const claims: unknown = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString())
    return z.object({ exp: z.number() }).parse(claims).exp * 1000
  } catch {
    return 0
  }
}

/** Requests that end with the work they are for, and go only where nobody can listen. */
const fetchWithin =
  (signal: AbortSignal): typeof fetch =>
  (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    if (!isTrustworthy(url))
      return Promise.reject(new TypeError(`${new URL(url).host} is not asked without encryption`))
    const own = init?.signal ?? (input instanceof Request ? input.signal : undefined)
    const ends = [signal, AbortSignal.timeout(REQUEST_DEADLINE), ...(own ? [own] : [])]
    return fetch(input, { ...init, signal: AbortSignal.any(ends) })
  }
