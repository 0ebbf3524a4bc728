/** Why a connection could not be trusted, and what can be done about it; both are whole sentences but for their end. */
export type Distrust = {
  what: 'nobody' | 'expired' | 'early' | 'revoked' | 'name'
  why: string
  advice: string
}

const NOBODY_KNOWN: Distrust = {
  what: 'nobody',
  why: 'nobody whom this computer trusts has issued it',
  advice:
    'Nothing was sent. If the network you are on wants you to sign in, do that; if the server is yours, give it a certificate of a public authority.',
}
const UNENCRYPTED =
  'Nothing was sent. If the network you are on wants you to sign in, do that; if not, check the address and its port.'

/** What is wrong with a certificate, by the code of the error that it ended a connection with. */
const CERTIFICATES: Readonly<Record<string, Distrust>> = {
  CERT_HAS_EXPIRED: {
    what: 'expired',
    why: 'it has expired',
    advice: 'Nothing was sent. If the date of this computer is right, whoever runs the server must renew it.',
  },
  CERT_NOT_YET_VALID: {
    what: 'early',
    why: 'it is not valid yet',
    advice: 'Nothing was sent. Check the date of this computer.',
  },
  CERT_REVOKED: {
    what: 'revoked',
    why: 'it was revoked',
    advice: 'Nothing was sent. Whoever runs the server must replace it.',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    what: 'name',
    why: 'it is for another name',
    advice: 'Nothing was sent. Check the address; if the network you are on wants you to sign in, do that.',
  },
  CERT_UNTRUSTED: NOBODY_KNOWN,
  DEPTH_ZERO_SELF_SIGNED_CERT: NOBODY_KNOWN,
  SELF_SIGNED_CERT_IN_CHAIN: NOBODY_KNOWN,
  UNABLE_TO_GET_ISSUER_CERT: NOBODY_KNOWN,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: NOBODY_KNOWN,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: NOBODY_KNOWN,
}

/** Codes of an exchange in which the other side spoke no encryption, or none that this side speaks. */
const NO_ENCRYPTION = new Set([
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  'ERR_SSL_UNSUPPORTED_PROTOCOL',
  'ERR_SSL_WRONG_VERSION_NUMBER',
])

/** Node's own words for a connection that ended before it was encrypted; the code says no more than that it ended. */
const ENDED_BEFORE = /before secure TLS connection was established/

/** The same by the words of the error: there are libraries that put codes of their own in the place of these. */
const WORDS: readonly (readonly [RegExp, keyof typeof CERTIFICATES])[] = [
  [/certificate has expired/i, 'CERT_HAS_EXPIRED'],
  [/certificate is not yet valid/i, 'CERT_NOT_YET_VALID'],
  [/does not match certificate's altnames/i, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  [/self-signed certificate|unable to (verify the first|get (local )?issuer) certificate/i, 'CERT_UNTRUSTED'],
]

/** Why the connection was refused by this side, for what the other side showed; null where that is not why. */
export const distrustIn = (root: unknown): Distrust | null => {
  const { code, message } = (root ?? {}) as { code?: unknown; message?: unknown }
  const known = typeof code === 'string' ? CERTIFICATES[code] : undefined
  if (known) return known
  const [, said = ''] = WORDS.find(([words]) => typeof message === 'string' && words.test(message)) ?? []
  return CERTIFICATES[said] ?? null
}

/** What to do where there was no encryption to be had; null where that was not what failed. */
export const noEncryptionIn = (root: unknown): string | null => {
  const { code } = (root ?? {}) as { code?: unknown }
  return endedUnencrypted(root) || (typeof code === 'string' && NO_ENCRYPTION.has(code)) ? UNENCRYPTED : null
}

/** Whether the connection ended before it was encrypted: then nothing was sent over it. */
export const endedUnencrypted = (root: unknown): boolean => root instanceof Error && ENDED_BEFORE.test(root.message)
