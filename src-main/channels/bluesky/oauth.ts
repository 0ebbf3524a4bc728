import { createHash, randomBytes } from 'node:crypto'
import type { InternalStateData, OAuthClient, OAuthSession, SessionStore } from '@atproto/oauth-client'
import { z } from 'zod'
import { failed } from '../../core/refusal.ts'
import type { Access, Begun, ChannelTools, SessionSlot, SignedIn, SignIn, SignInRequest } from '../channel.ts'
import { neverLeft, notReached } from '../kit/network-failure.ts'
import { NoSecret } from '../kit/request-failures.ts'
import { noSession } from './failures.ts'
import { fetchWithin } from './fetch-within.ts'
import type { Signed } from './session.ts'
import { type BlueskySettings, directoryOf } from './settings.ts'

/*
 * Signing in by the browser, with the maker's own client: the server is found by the account, tokens are bound to a key
 * (DPoP) that never leaves this computer, and an app of this computer needs no registration: its id is an address of
 * loopback that says where people are sent back to.
 */

/** All of an account but its direct messages and its own administration: what app passwords may do. */
const SCOPE = 'atproto transition:generic'
/** How long a sign-in of an app without a secret lasts in all, as the protocol has it, in milliseconds. */
const LASTS = 14 * 86_400_000

type Session = Parameters<SessionStore['set']>[1]
/** In the client's own shapes, as far as they are looked at here. */
const tokenSet = z.custom<Session['tokenSet']>(
  (value) =>
    z.looseObject({ sub: z.string(), aud: z.string(), access_token: z.string(), scope: z.string() }).safeParse(value)
      .success,
)
const method = z.custom<Session['authMethod']>(
  (value) => z.looseObject({ method: z.string() }).safeParse(value).success,
)
const keptTokens = z.object({ key: z.looseObject({}), method, tokens: tokenSet })
const keptSignIn = z.object({
  signIn: z.object({
    service: z.string(),
    /** Where the browser came back to: the app is known by it. */
    redirect: z.string(),
    handle: z.string(),
    /** When the person signed in, in milliseconds since 1970. */
    since: z.number(),
    kept: keptTokens,
  }),
})
type KeptSignIn = z.infer<typeof keptSignIn>['signIn']
type KeptTokens = z.infer<typeof keptTokens>

const keptState = z.object({
  state: z.string(),
  iss: z.string(),
  verifier: z.string(),
  key: z.looseObject({}),
  method,
})

/** Signs in by the browser of the system. */
export const createSignIn = (tools: ChannelTools): SignIn<BlueskySettings> => ({
  port: 'any',
  begin: async (asked) => {
    const states = new Map<string, InternalStateData>()
    try {
      const client = await openClient(asked, states, memoryOnly())
      const { service, identifier } = asked.settings
      // By its name the account's own server is found; an e-mail address says nothing of that.
      const url = await client.authorize(identifier.includes('@') ? service : identifier, {
        signal: asked.signal,
        redirect_uri: client.clientMetadata.redirect_uris[0],
      })
      const [[state, { iss, verifier, dpopKey, authMethod }] = missingState()] = states
      const memory = { state, iss, verifier, key: dpopKey.privateJwk, method: authMethod }
      return { kind: 'begun', url: url.href, memory: JSON.stringify(memory) }
    } catch (error) {
      return troubleOf(error, asked, tools)
    }
  },
  finish: async (asked, memory, arrived) => {
    try {
      const { state, ...begun } = keptState.parse(JSON.parse(memory))
      const { JoseKey } = await import('@atproto/jwk-jose')
      const dpopKey = await JoseKey.fromJWK(begun.key)
      const states = new Map<string, InternalStateData>([[state, { ...begun, dpopKey, authMethod: begun.method }]])
      const store = memoryOnly()
      const client = await openClient(asked, states, store)
      const { session } = await client.callback(arrived.searchParams)
      const kept = store.kept()
      if (!kept) throw noSession()
      const signIn: KeptSignIn = {
        service: asked.settings.service,
        redirect: asked.redirect,
        handle: await handleOf(session),
        since: tools.clock.now(),
        kept,
      }
      return {
        kind: 'signed-in',
        session: JSON.stringify({ signIn }),
        settings: { ...asked.settings, did: session.did },
      }
    } catch (error) {
      return troubleOf(error, asked, tools)
    }
  },
})

/** Does something with what a sign-in in the browser left in the slot; null where there is none. */
export const asSignedIn = async <T>(
  access: Access<BlueskySettings>,
  act: (signed: Signed) => Promise<T>,
): Promise<{ value: T } | null> => {
  const signIn = await loadSignIn(access)
  if (!signIn) return null
  const { session: slot, signal, settings } = access
  const client = await openClient({ settings, redirect: signIn.redirect, signal }, new Map(), slotStore(slot), slot)
  const session = await orEnded(() => client.restore(signIn.kept.tokens.sub))
  const { Agent } = await import('@atproto/api')
  const agent = new Agent({
    did: session.did,
    fetchHandler: (path, init) => orEnded(() => session.fetchHandler(path, init)),
  })
  const home = new URL(signIn.kept.tokens.aud)
  return { value: await act({ agent, did: session.did, handle: signIn.handle, home }) }
}

/** Until when a sign-in in the browser holds, and what it allows; null where there is none. */
export const lifeOf = async (
  access: Access<BlueskySettings>,
): Promise<{ expiresAt: number; scopes: readonly string[] } | null> => {
  const signIn = await loadSignIn(access)
  return signIn && { expiresAt: signIn.since + LASTS, scopes: signIn.kept.tokens.scope.split(' ') }
}

const loadSignIn = async ({ session, settings }: Access<BlueskySettings>): Promise<KeptSignIn | null> => {
  const value = await session.load()
  const kept = value === null ? null : keptSignIn.safeParse(parse(value)).data?.signIn
  return kept?.service === settings.service ? kept : null
}

const parse = (value: string): unknown => {
  try {
    return JSON.parse(value)
  } catch {
    return null
  }
}

const memoryOnly = (): SessionStore & { kept(): KeptTokens | null } => {
  let kept: Session | undefined
  return {
    kept: () => (kept ? writeTokens(kept) : null),
    get: () => kept,
    set: (_, session) => {
      kept = session
    },
    del: () => {},
  }
}

/** Renewed tokens are on disk before they are used; an end of the session is no reason to forget who it was. */
const slotStore = (slot: SessionSlot): SessionStore => ({
  get: async () => {
    const kept = keptSignIn.safeParse(parse((await slot.load()) ?? '')).data?.signIn.kept
    if (!kept) return undefined
    const { JoseKey } = await import('@atproto/jwk-jose')
    return { dpopKey: await JoseKey.fromJWK(kept.key), authMethod: kept.method, tokenSet: kept.tokens }
  },
  set: async (_, session) => {
    const kept = keptSignIn.safeParse(parse((await slot.load()) ?? '')).data
    if (!kept) throw noSession()
    await slot.save(JSON.stringify({ signIn: { ...kept.signIn, kept: writeTokens(session) } }))
  },
  del: () => {},
})

const writeTokens = ({ dpopKey, authMethod, tokenSet: tokens }: Session): KeptTokens =>
  keptTokens.parse({ key: dpopKey.privateJwk, method: authMethod, tokens })

type Asking = Pick<SignInRequest<BlueskySettings>, 'settings' | 'redirect' | 'signal'>

const openClient = async (
  { settings, redirect, signal }: Asking,
  states: Map<string, InternalStateData>,
  sessionStore: SessionStore,
  slot?: SessionSlot,
): Promise<OAuthClient> => {
  const { OAuthClient, buildAtprotoLoopbackClientMetadata } = await import('@atproto/oauth-client')
  const { JoseKey } = await import('@atproto/jwk-jose')
  return new OAuthClient({
    responseMode: 'query',
    clientMetadata: buildAtprotoLoopbackClientMetadata({ scope: SCOPE, redirect_uris: [redirect] }),
    // A server on this computer, which the settings allow.
    allowHttp: settings.service.startsWith('http:'),
    handleResolver: settings.service,
    plcDirectoryUrl: directoryOf(settings),
    fetch: fetchWithin(signal),
    stateStore: {
      get: (state) => states.get(state),
      set: (state, data) => void states.set(state, data),
      del: (state) => void states.delete(state),
    },
    sessionStore,
    runtimeImplementation: {
      createKey: (algorithms) => JoseKey.generate(algorithms),
      getRandomValues: (length) => randomBytes(length),
      digest: (data, { name }) => createHash(name).update(data).digest(),
      requestLock: async (_, work) => (slot ? slot.exclusively(async () => work()) : work()),
    },
  })
}

/** A sign-in that is over is told from a server that does not answer. */
const orEnded = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    const { TokenInvalidError, TokenRefreshError, TokenRevokedError } = await import('@atproto/oauth-client')
    const ended = [TokenInvalidError, TokenRefreshError, TokenRevokedError].some((kind) => error instanceof kind)
    throw ended ? signInEnded() : rootOf(error)
  }
}

const signInEnded = () =>
  new NoSecret('The sign-in of this account at Bluesky has ended.', 'Sign in there by the browser again.')

const handleOf = async (session: OAuthSession): Promise<string> => {
  const { Agent } = await import('@atproto/api')
  return (await new Agent(session).com.atproto.server.getSession()).data.handle
}

const rootOf = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error ? rootOf(error.cause) : error

const troubleOf = (
  error: unknown,
  { settings, signal }: Asking,
  { network }: ChannelTools,
): Exclude<Begun, { kind: 'begun' }> & Exclude<SignedIn<BlueskySettings>, { kind: 'signed-in' }> => {
  const { host } = new URL(settings.service)
  const root = rootOf(error)
  const denied = (error as { params?: unknown }).params
  const detail = { detail: (root instanceof Error ? root.message : String(root)).slice(0, 500) }
  if (denied instanceof URLSearchParams && denied.get('error') === 'access_denied') {
    const next = 'Sign in again and allow it, or use an app password.'
    return { kind: 'refused', failure: failed('wrong-credentials', 'Posthorn was not allowed in.', next, detail) }
  }
  const cut = signal.aborted || neverLeft(root) || (root as { name?: unknown }).name === 'TimeoutError'
  if (cut || !network.isOnline()) {
    const next = 'Check the address of the server and the connection, then try again.'
    return { kind: 'unreachable', failure: notReached(host, network, root, next) }
  }
  const failure = failed(
    'channel-error',
    `${host} does not let Posthorn sign in by the browser with this handle.`,
    'Check the server and the handle, or use an app password.',
    { field: 'settings.identifier', ...detail },
  )
  return { kind: 'refused', failure }
}

const missingState = (): never => {
  throw new Error('the client kept nothing of the sign-in it began')
}
