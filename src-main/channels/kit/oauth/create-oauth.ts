import { z } from 'zod'
import { failed } from '../../../core/refusal.ts'
import type {
  Access,
  Begun,
  ChannelTools,
  Permission,
  Renewed,
  SignedIn,
  SignIn,
  SignInRequest,
} from '../../channel.ts'
import { isTrustworthy } from '../is-trustworthy.ts'
import { NoSecret } from '../request-failures.ts'
import { RequestFailed } from '../send-request.ts'
import type { AppOfTheirs, Provider, Tokens } from './provider.ts'
import { deniedFailure, notThisSignIn, signInFailure } from './sign-in-failure.ts'
import { askForTokens, TokenRefused } from './token-endpoint.ts'
import { because } from '../../../core/told.ts'

/** What a channel with a sign-in does with its provider. */
export type OAuth<S> = {
  signIn: SignIn<S>
  /**
   * The token to act with: renewed first where half of its life is over, or when `fresh` is asked for since the network
   * refused the last one. Throws `NoSecret` where a person must sign in again, and `RequestFailed` where it cannot be renewed now.
   */
  tokens(access: Access<S>, fresh?: 'fresh'): Promise<Tokens>
  renew(access: Access<S>): Promise<Renewed>
  /** What was asked for, and whether it was granted, by what the tokens tell. */
  permissions(tokens: Tokens, settings: S): Permission[]
  /** When these are to be renewed, and when a person must sign in again: for `Connected`. */
  life(tokens: Tokens): { renewAt?: number; expiresAt?: number }
}

/**
 * A renewal ends by itself, in milliseconds, whatever becomes of what it is for: once sent it may have used up a refresh
 * token, and the answer has the only other one.
 */
const RENEWAL_DEADLINE = 30_000

const kept = z.object({
  access: z.string().min(1),
  refresh: z.string().nullable(),
  obtainedAt: z.number(),
  expiresAt: z.number().nullable(),
  refreshExpiresAt: z.number().nullable(),
  scopes: z.array(z.string()).nullable(),
  about: z.record(z.string(), z.string()),
})

const memories = z.object({ state: z.string(), verifier: z.string().nullable() })

/** `provider` may hang on the settings, as with a server of one's own choice. */
export const createOAuth = <S extends { clientId: string }>(
  provider: Provider | ((settings: S) => Provider),
  port: SignIn<S>['port'],
  tools: ChannelTools,
): OAuth<S> => {
  const { clock, log } = tools
  const providerOf = (settings: S) => (typeof provider === 'function' ? provider(settings) : provider)
  /** The token that each piece of work was given last: what it means by a refused one. */
  const given = new WeakMap<object, string>()

  const begin = async (asked: SignInRequest<S>): Promise<Begun> => {
    const at = providerOf(asked.settings)
    const distrusted = [at.authorization, at.token].find((address) => !isTrustworthy(address))
    if (distrusted !== undefined) return { kind: 'refused', failure: untrusted(distrusted) }
    const oauth = await import('oauth4webapi')
    const state = oauth.generateRandomState()
    const verifier = at.pkce ? oauth.generateRandomCodeVerifier() : null
    const proof = verifier && (await oauth.calculatePKCECodeChallenge(verifier))
    const challenge = proof && at.challenge ? Buffer.from(proof, 'base64url').toString(at.challenge) : proof
    const url = agreementOf(at, asked, state, challenge)
    return { kind: 'begun', url: url.href, memory: JSON.stringify({ state, verifier }) }
  }

  const finish = async (asked: SignInRequest<S>, memory: string, arrived: URL): Promise<SignedIn<S>> => {
    const at = providerOf(asked.settings)
    const { state, verifier } = memories.parse(JSON.parse(memory))
    const [came, reason] = [arrived.searchParams.get('state'), arrived.searchParams.get('error')]
    if (came !== state) return { kind: 'refused', failure: notThisSignIn(at) }
    if (reason !== null) {
      const failure = deniedFailure(reason, arrived.searchParams.get('error_description'), at)
      return { kind: failure.code === 'unreachable' ? 'unreachable' : 'refused', failure }
    }
    if (!arrived.searchParams.get('code')) return { kind: 'refused', failure: notThisSignIn(at) }
    const { redirect, signal } = asked
    const app = appOf(asked)
    try {
      const grant = { kind: 'code', arrived, redirect, state, verifier } as const
      const first = await askForTokens(at, app, grant, signal, () => clock.now())
      const tokens = at.exchange ? await at.exchange(first, app, signal) : first
      return { kind: 'signed-in', session: JSON.stringify(tokens), settings: asked.settings }
    } catch (error) {
      return signInFailure(exchangeFailure(error), at, tools)
    }
  }

  const load = async ({ session, settings }: Access<S>): Promise<Tokens> => {
    const found = kept.safeParse(parsed(await session.load()))
    if (found.success) return found.data
    throw new NoSecret(
      `Nobody is signed in at ${providerOf(settings).name} here yet.`,
      'Connect the account: sign in by the browser.',
    )
  }

  const over = ({ expiresAt }: Tokens) => expiresAt !== null && expiresAt <= clock.now()
  const due = (tokens: Tokens, at: Provider) => {
    const { renewAt } = lifeOf(tokens, at)
    return over(tokens) || (renewAt !== undefined && renewAt <= clock.now())
  }

  /** Renews unless someone else did meanwhile; what is new is in the slot before anyone acts by it. */
  const renewed = (access: Access<S>, isOld: (tokens: Tokens) => boolean): Promise<Tokens> =>
    access.session.exclusively(async () => {
      const now = await load(access)
      if (!isOld(now)) return now
      if (access.signal.aborted) throw new RequestFailed(null, false, access.signal.reason)
      const next = await nextOf(now, providerOf(access.settings), appOf(access))
      await access.session.save(JSON.stringify(next))
      return next
    })

  const nextOf = async (old: Tokens, at: Provider, app: AppOfTheirs): Promise<Tokens> => {
    const distrusted = !isTrustworthy(at.token)
    if (distrusted || (old.refresh === null && !at.exchange)) throw signInAgain(at)
    const signal = AbortSignal.timeout(RENEWAL_DEADLINE)
    try {
      if (old.refresh === null) return (await at.exchange?.(old, app, signal)) ?? old
      const grant = { kind: 'refresh', refresh: old.refresh } as const
      const next = await askForTokens(at, app, grant, signal, () => clock.now())
      return {
        ...next,
        refresh: next.refresh ?? old.refresh,
        refreshExpiresAt: next.refreshExpiresAt ?? (next.refresh === null ? old.refreshExpiresAt : null),
        scopes: next.scopes ?? old.scopes,
        about: { ...old.about, ...next.about },
      }
    } catch (error) {
      const known = exchangeFailure(error)
      if (!(known instanceof TokenRefused)) throw known
      log.warn('a sign-in was not renewed', { network: at.name, reason: known.reason })
      throw signInAgain(at)
    }
  }

  const tokens = async (access: Access<S>, fresh?: 'fresh'): Promise<Tokens> => {
    const at = providerOf(access.settings)
    const now = await load(access)
    const refused = fresh && (given.get(access) ?? now.access)
    const isOld = (found: Tokens) => (fresh ? found.access === refused : due(found, at))
    const acting = await (isOld(now) ? renewed(access, isOld) : Promise.resolve(now)).catch((error: unknown) => {
      // Half of its life is left: enough to act now, and to try again later.
      if (!fresh && !over(now) && error instanceof RequestFailed) return now
      throw error
    })
    if (over(acting)) throw signInAgain(at)
    given.set(access, acting.access)
    return acting
  }

  return {
    signIn: { port, begin, finish },
    tokens,
    renew: async (access) => {
      const at = providerOf(access.settings)
      try {
        const { renewAt, expiresAt } = lifeOf(await renewed(access, (found) => due(found, at)), at)
        return { kind: 'renewed', renewAt: renewAt ?? null, expiresAt: expiresAt ?? null }
      } catch (error) {
        return signInFailure(error, at, tools)
      }
    },
    permissions: ({ scopes }, settings) =>
      providerOf(settings).scopes.map(({ name, why }) => ({
        name,
        why,
        granted: scopes === null || scopes.includes(name),
      })),
    life: (found) => lifeOf(found, typeof provider === 'function' ? null : provider),
  }
}

const appOf = ({ settings, secret }: { settings: { clientId: string }; secret: string | null }): AppOfTheirs => ({
  clientId: settings.clientId,
  secret,
})

/** Where the person agrees. */
const agreementOf = (
  { authorization, clientIdName, scopes, separator, extra }: Provider,
  { settings, redirect }: SignInRequest<{ clientId: string }>,
  state: string,
  challenge: string | null,
): URL => {
  const url = new URL(authorization)
  const asked = {
    response_type: 'code',
    [clientIdName ?? 'client_id']: settings.clientId,
    redirect_uri: redirect,
    scope: scopes.map(({ name }) => name).join(separator ?? ' '),
    state,
    ...(challenge && { code_challenge: challenge, code_challenge_method: 'S256' }),
    ...extra,
  }
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
  return url
}

/** Half of the life of what is renewed. Without its provider it is told by whether there is a refresh token. */
const lifeOf = (
  { obtainedAt, expiresAt, refresh, refreshExpiresAt }: Tokens,
  provider: Provider | null,
): { renewAt?: number; expiresAt?: number } => {
  const exchanges = refresh === null && provider?.exchange !== undefined
  const ends = expiresAt ?? (refresh === null ? null : refreshExpiresAt)
  const last = refresh === null ? expiresAt : refreshExpiresAt
  return {
    ...((refresh !== null || exchanges) && ends !== null && { renewAt: Math.floor((obtainedAt + ends) / 2) }),
    ...(last !== null && { expiresAt: last }),
  }
}

/** An exchange of the network's own says no by the status alone; what may pass is left to be tried again. */
const exchangeFailure = (error: unknown): unknown => {
  const answer = error instanceof RequestFailed ? error.answer : null
  if (!answer || answer.status === 408 || answer.status === 425 || answer.status === 429 || answer.status >= 500)
    return error
  return new TokenRefused(`answer ${answer.status}`, `${answer.status}`)
}

const signInAgain = ({ name }: Provider): NoSecret =>
  new NoSecret(
    `The sign-in at ${name} has come to its end.`,
    'Connect the account again: the browser opens, and everything that waits goes out then.',
  )

const untrusted = (address: string) =>
  failed(
    'invalid-input',
    `${address} is not encrypted, so nothing secret may go there.`,
    'Use an address that starts with https.',
    { told: because('address-not-encrypted', { address }) },
  )

const parsed = (value: string | null): unknown => {
  try {
    return JSON.parse(value ?? '')
  } catch {
    return null
  }
}
