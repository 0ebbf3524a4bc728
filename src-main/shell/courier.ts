import type { Courier } from '../app/courier.ts'

/** So much of an answer is read, so that the connection can be used again; a longer one costs the connection. */
const READ = 16_384

/** Brings messages by HTTP. */
export const courier: Courier = {
  post: async (url, { headers, body, signal }) => {
    try {
      // Read when there is something to bring: most people have no webhooks.
      const { request } = await import('undici')
      const answer = await request(url, { method: 'POST', headers, body, signal })
      await answer.body.dump({ limit: READ, signal }).catch(() => {})
      return { status: answer.statusCode, error: null }
    } catch (error) {
      return { status: null, error: reasonOf(error) }
    }
  },
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens at this address.',
  ECONNRESET: 'The connection was closed without an answer.',
  UND_ERR_SOCKET: 'The connection was closed without an answer.',
  ENOTFOUND: 'The name of the address is not known.',
  EAI_AGAIN: 'The name of the address could not be looked up.',
  ENETUNREACH: 'There is no way to the address.',
  EHOSTUNREACH: 'There is no way to the address.',
  UND_ERR_CONNECT_TIMEOUT: 'Nothing answers at this address.',
  CERT_HAS_EXPIRED: 'The certificate of the address has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate of the address is not trusted here.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate of the address is not trusted here.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate of the address is not trusted here.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate of the address belongs to another name.',
}

const reasonOf = (error: unknown): string => {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown }
  return (typeof code === 'string' ? REASONS[code] : undefined) ?? `No answer came: ${String(message)}`
}
