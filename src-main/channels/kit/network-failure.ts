import type { Failure } from '../../../src-preload/contract/failure.ts'
import { failed } from '../../core/refusal.ts'
import type { Network } from '../../core/ports.ts'

/** Codes of errors that end a request before any of it has left: no name, no route, no connection, no trust. */
const NEVER_LEFT = new Set([
  'EACCES',
  'EADDRNOTAVAIL',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'EAI_NONAME',
  'ECONNREFUSED',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

/** Whether a failed request surely never reached the other side. In doubt it may have. */
export const neverLeft = (error: unknown): boolean => rootsOf(error).every(endedEarly)

/** A request that came to no answer, for a person: whether this computer or the other side cannot be reached. */
export const notReached = (host: string, network: Network, error: unknown, next?: string): Failure => {
  const said = rootsOf(error).map((root) => (root instanceof Error ? root.message : String(root)))
  const detail = { detail: said.join('; ').slice(0, 500) }
  return network.isOnline()
    ? failed(
        'unreachable',
        `${host} cannot be reached right now.`,
        next ?? 'Nothing to do: Posthorn tries again by itself.',
        detail,
      )
    : failed(
        'offline',
        'This computer is offline.',
        next ?? 'Nothing to do: it goes on when the network is back.',
        detail,
      )
}

const endedEarly = (root: unknown): boolean => {
  const { code, syscall } = (root ?? {}) as { code?: unknown; syscall?: unknown }
  return typeof code === 'string' && (NEVER_LEFT.has(code) || (code === 'ETIMEDOUT' && syscall === 'connect'))
}

/** What is at the root of an error: fetch wraps it, and a host with several addresses has one for each. */
const rootsOf = (error: unknown): unknown[] => {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.flatMap(rootsOf)
  return error instanceof Error && error.cause instanceof Error ? rootsOf(error.cause) : [error]
}
