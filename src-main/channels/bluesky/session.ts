import type { Agent } from '@atproto/api'
import { z } from 'zod'
import type { Access, ChannelTools, SessionSlot } from '../channel.ts'
import { isSignedOut, noSession } from './failures.ts'
import { fetchWithin } from './fetch-within.ts'
import { asSignedIn } from './oauth.ts'
import type { BlueskySettings } from './settings.ts'

/** A way to speak as the account; `home`: the server that keeps its posts. */
export type Signed = { agent: Agent; did: string; handle: string; home: URL }

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
 * Does something as the account: with what a sign-in in the browser left, or the session that is remembered, refreshed
 * when it is running out, else by signing in anew with the password. What is refused for its session is tried once more
 * after a fresh sign-in.
 */
export const asAccount = async <T>(
  access: Access<BlueskySettings>,
  tools: ChannelTools,
  act: (signed: Signed) => Promise<T>,
): Promise<T> => {
  const { settings, secret } = access
  try {
    const done = await asSignedIn(access, act)
    if (done) return done.value
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
  const { Agent, CredentialSession } = await import('@atproto/api')
  let saving = Promise.resolve()
  const credential = new CredentialSession(new URL(settings.service), fetchWithin(signal), (event, data) => {
    // An end of the session is no reason to forget it, and what comes without tokens is not kept.
    if ((event !== 'create' && event !== 'update') || !data?.accessJwt || !data.refreshJwt) return
    const value = { service: settings.service, pds: credential.pdsUrl?.href ?? null, session: data }
    saving = saving
      .then(() => slot.save(JSON.stringify(value)))
      .catch((error: unknown) => tools.log.warn('a Bluesky session could not be kept', { error: String(error) }))
  })
  /** Takes up what is remembered; false when there is nothing, null when it must be refreshed first. */
  const takeUp = async (): Promise<boolean | null> => {
    const remembered = await load(slot)
    if (remembered?.service !== settings.service) return false
    credential.session = remembered.session
    if (remembered.pds !== null) credential.pdsUrl = new URL(remembered.pds)
    return endOf(remembered.session.accessJwt) < tools.clock.now() + REFRESH_BEFORE ? null : true
  }
  return {
    /** False when nothing is remembered. Throws what the server says to a refresh. */
    resume: async (): Promise<boolean> => {
      const taken = await takeUp()
      if (taken !== null) return taken
      // Another call may have refreshed it in the meantime, and a refresh token can be used once.
      await slot.exclusively(async () => {
        if ((await takeUp()) !== null) return
        await credential.refreshSession()
        await saving
      })
      return true
    },
    signIn: async (identifier: string): Promise<void> => {
      if (secret === null) throw noSession()
      await credential.login({ identifier, password: secret })
      await saving
    },
    use: async <T>(act: (signed: Signed) => Promise<T>): Promise<T> => {
      if (!credential.session) throw noSession()
      const { did, handle } = credential.session
      try {
        const agent = new Agent({ did, fetchHandler: (path, init) => credential.fetchHandler(path, init) })
        return await act({ agent, did, handle, home: credential.dispatchUrl })
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
