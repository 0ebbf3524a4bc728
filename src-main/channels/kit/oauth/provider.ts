import type { Millis } from '../../../core/records.ts'

/** A permission as a network names it, and what Posthorn needs it for, in words. */
export type Scope = { name: string; why: string }

/** How a network signs people in, by OAuth 2 with the person's own developer app. */
export type Provider = {
  /** The name people know. */
  name: string
  /** Addresses of the maker's: where the person agrees, and where codes and refresh tokens are turned into tokens. */
  authorization: string
  token: string
  scopes: readonly Scope[]
  /** Between scopes; a space when left out. */
  separator?: ','
  /** How the app shows its secret: in the form, in a header, or not at all (it has none). */
  client: 'form' | 'header' | 'none'
  /** Proof Key for Code Exchange; `false` only where the network refuses it. */
  pkce: boolean
  /** How the proof is written, where it is not as the standard has it: TikTok wants it in hexadecimal digits. */
  challenge?: 'hex'
  /** The parameter that names the app, where it is not `client_id`. */
  clientIdName?: string
  /** What is added to the address where the person agrees, such as `access_type=offline`. */
  extra?: Readonly<Record<string, string>>
  /** Who the network says it is in `iss` beside the code; left out: nobody looks. */
  issuer?: string
  /** Brings an answer with tokens into the shape of the standard, where the network has one of its own. */
  shape?(body: unknown): unknown
  /**
   * What the first token is turned into at once, or a token is renewed by, where a network has its own way in place of
   * refresh tokens (long-lived tokens of Meta). Throws `RequestFailed`.
   */
  exchange?(tokens: Tokens, app: AppOfTheirs, signal: AbortSignal): Promise<Tokens>
}

/** The person's own developer app at the network. */
export type AppOfTheirs = { clientId: string; secret: string | null }

/** What the session slot of an account holds, as JSON. */
export type Tokens = {
  access: string
  refresh: string | null
  obtainedAt: Millis
  /** Null: it does not end, or the network does not tell. */
  expiresAt: Millis | null
  /** When the refresh token ends, and a person must sign in again; null as above. */
  refreshExpiresAt: Millis | null
  /** What was granted; null: the network did not tell, so it is what was asked for. */
  scopes: readonly string[] | null
  /** What else the network answered that the channel needs (ids of the person). */
  about: Readonly<Record<string, string>>
}
