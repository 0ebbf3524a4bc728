import type { AuthorizationServer, Client, ClientAuth, CustomFetchOptions, TokenEndpointResponse } from 'oauth4webapi'
import { type Redact, redactor } from '../redact.ts'
import { type Answer, RequestFailed, sendRequest } from '../send-request.ts'
import type { AppOfTheirs, Provider, Tokens } from './provider.ts'

/** Where codes and refresh tokens are turned into tokens did not want this one; `reason` is the standard's name for why. */
export class TokenRefused extends Error {
  readonly reason: string
  /** What it said, redacted. */
  readonly said: string

  constructor(reason: string, said: string) {
    super(`No tokens: ${reason}`)
    this.reason = reason
    this.said = said
  }
}

/** What is handed in for tokens. */
export type Grant =
  | { kind: 'code'; arrived: URL; redirect: string; state: string; verifier: string | null }
  | { kind: 'refresh'; refresh: string }

const FORM = 'application/x-www-form-urlencoded'
/** Errors of the standard that go by. */
const PASSING = new Set(['temporarily_unavailable', 'server_error', 'slow_down'])
/** What an answer has in the fields of the standard; the rest of it is about the person. */
const STANDARD = /^(access_token|refresh_token|id_token|token_type|expires_in|scope|refresh(_token)?_expires_in)$/

const serverOf = (provider: Provider): AuthorizationServer => ({
  issuer: provider.issuer ?? new URL(provider.token).origin,
  token_endpoint: provider.token,
})

const clientOf = ({ clientId }: AppOfTheirs): Client => ({ client_id: clientId })

/** Turns a grant into tokens. Throws `TokenRefused`, and `RequestFailed` where nobody can tell yet. */
export const askForTokens = async (
  provider: Provider,
  app: AppOfTheirs,
  grant: Grant,
  signal: AbortSignal,
  now: () => number,
): Promise<Tokens> => {
  const oauth = await import('oauth4webapi')
  const [server, client, as] = [serverOf(provider), clientOf(app), showing(provider, app)]
  const options = {
    signal,
    // Whether the address may be trusted with a secret was looked at before; a server on this computer has no certificate.
    [oauth.allowInsecureRequests]: true,
    [oauth.customFetch]: (url: string, asked: CustomFetchOptions<'POST', URLSearchParams>) =>
      ask(provider, new URL(url), asked, redactor([app.secret ?? '', ...secretsOf(grant)])),
  }
  if (grant.kind === 'refresh') {
    const response = await oauth.refreshTokenGrantRequest(server, client, as, grant.refresh, options)
    return tokensOf(await oauth.processRefreshTokenResponse(server, client, response), now())
  }
  const { arrived, redirect, state, verifier } = grant
  const returned = new URLSearchParams(arrived.searchParams)
  if (provider.issuer === undefined) returned.delete('iss')
  const valid = oauth.validateAuthResponse(server, client, returned, state)
  const proof = verifier ?? oauth.nopkce
  const response = await oauth.authorizationCodeGrantRequest(server, client, as, valid, redirect, proof, options)
  return tokensOf(await oauth.processAuthorizationCodeResponse(server, client, response), now())
}

const secretsOf = (grant: Grant): string[] =>
  grant.kind === 'refresh'
    ? [grant.refresh]
    : [grant.arrived.searchParams.get('code') ?? '', grant.verifier ?? '', grant.state]

/** How the app shows who it is. An app without a secret names itself alone, whatever the network offers. */
const showing =
  ({ client, clientIdName }: Provider, { clientId, secret }: AppOfTheirs): ClientAuth =>
  (_server, _client, body, headers) => {
    const kept = client === 'none' ? null : secret
    if (client === 'header' && kept) {
      headers.set('authorization', `Basic ${btoa(`${encoded(clientId)}:${encoded(kept)}`)}`)
      return
    }
    body.set(clientIdName ?? 'client_id', clientId)
    if (kept) body.set('client_secret', kept)
  }

/** As forms write it: letters, digits and `-_.*` stay, which servers that do not decode it count on. */
const encoded = (value: string): string => new URLSearchParams({ v: value }).toString().slice(2)

const ask = async (
  provider: Provider,
  url: URL,
  { body, headers, signal }: CustomFetchOptions<'POST', URLSearchParams>,
  redact: Redact,
): Promise<Response> => {
  const answer = await sendRequest(url, {
    method: 'POST',
    headers,
    body: new Blob([body.toString()], { type: FORM }),
    signal: signal ?? AbortSignal.timeout(60_000),
  })
  const given = standing(readable(answer), provider)
  const reason = reasonOf(given)
  const text = redact(answer.text).slice(0, 500)
  if (reason !== null && !PASSING.has(reason)) throw new TokenRefused(reason, `${answer.status} ${text}`)
  if (answer.status === 429 || answer.status >= 500)
    throw new RequestFailed({ ...answer, text, body: undefined }, false)
  if (answer.status < 200 || answer.status > 299 || reason !== null || typeof given['access_token'] !== 'string')
    throw new RequestFailed(null, false, new Error(`${url.host} answered ${answer.status} without tokens: ${text}`))
  return Response.json(given)
}

/** Ids longer than numbers are exact: as words, not rounded. */
const readable = ({ text, body }: Answer): unknown => {
  try {
    return JSON.parse(text.replace(/:\s*(\d{16,})(?=\s*[,}\]])/g, ':"$1"'))
  } catch {
    return body
  }
}

/** The answer in the standard's fields: without an identity token, which nobody here reads, and of the one kind that is known. */
const standing = (body: unknown, { shape }: Provider): Record<string, unknown> => {
  const given: unknown = shape ? shape(body) : body
  if (typeof given !== 'object' || given === null) return {}
  const { id_token: _, ...answer } = given as Record<string, unknown>
  const { scope, ...rest } = Object.fromEntries(Object.entries(answer).filter(([, v]) => v !== null && v !== ''))
  return { ...rest, token_type: 'bearer', ...(typeof scope === 'string' && { scope }) }
}

const reasonOf = ({ error }: Record<string, unknown>): string | null =>
  typeof error === 'string' && error !== '' ? error : null

const tokensOf = (answer: TokenEndpointResponse, now: number): Tokens => {
  const ends = (seconds: unknown) => (Number(seconds) > 0 ? now + Number(seconds) * 1000 : null)
  return {
    access: answer.access_token,
    refresh: answer.refresh_token ?? null,
    obtainedAt: now,
    expiresAt: ends(answer.expires_in),
    refreshExpiresAt: ends(answer['refresh_token_expires_in'] ?? answer['refresh_expires_in']),
    scopes: answer.scope === undefined ? null : answer.scope.split(/[\s,]+/).filter((name) => name !== ''),
    about: Object.fromEntries(
      Object.entries(answer).flatMap(([name, value]): [string, string][] =>
        STANDARD.test(name) || (typeof value !== 'string' && typeof value !== 'number') ? [] : [[name, String(value)]],
      ),
    ),
  }
}
