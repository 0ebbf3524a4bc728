import type { Failure } from '../../../src-preload/contract/failure.ts'
import { failed } from '../../core/refusal.ts'
import type { Network } from '../../core/ports.ts'
import { distrustIn, endedUnencrypted, noEncryptionIn } from './untrusted.ts'
import { because } from '../../core/told.ts'
import type { Told } from '../../../src-preload/contract/model/told.ts'

/** Codes of errors that end a request before any of it has left: no name, no route, no connection. */
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
])

/** A connection that never came to be, whatever ended it: nothing was sent over it. */
export class NotConnected extends Error {
  constructor(cause: unknown) {
    super('No connection came to be', { cause })
  }
}

/** Whether a failed request surely never reached the other side. In doubt it may have. */
export const neverLeft = (error: unknown): boolean => error instanceof NotConnected || rootsOf(error).every(endedEarly)

/** A request that came to no answer, for a person: what of it cannot be reached, why where that is known, and what helps. */
export const notReached = (host: string, network: Network, error: unknown, next?: string): Failure => {
  const roots = rootsOf(error)
  const said = roots.map((root) => (root instanceof Error ? root.message : String(root)))
  const detail = { detail: said.join('; ').slice(0, 500) }
  if (!network.isOnline())
    return failed(
      'offline',
      'This computer is offline.',
      next ?? 'Nothing to do: it goes on when the network is back.',
      { ...detail, told: because('offline', { again: String(next === undefined) }) },
    )
  const known = reasonOf(roots, host)
  const about = { host, again: String(next === undefined) }
  return known
    ? failed('unreachable', known.message, `${known.advice} ${next ?? AGAIN}`, { ...detail, told: known.tell(about) })
    : failed('unreachable', `${host} cannot be reached right now.`, next ?? `Nothing to do: ${AGAIN}`, {
        ...detail,
        told: because('host-unreachable', about),
      })
}
const AGAIN = 'Posthorn tries again by itself.'

type Known = { message: string; advice: string; tell: (about: { host: string; again: string }) => Told }

/** Why it cannot be reached, where that is known. Of a host with several addresses, the first. */
const reasonOf = ([root]: readonly unknown[], host: string): Known | null => {
  const distrust = distrustIn(root)
  if (distrust)
    return {
      message: `The certificate of ${host} cannot be trusted: ${distrust.why}.`,
      advice: distrust.advice,
      tell: (about) => because('host-not-trusted', { ...about, why: distrust.what }),
    }
  const unencrypted = noEncryptionIn(root)
  if (unencrypted !== null)
    return {
      message: `${host} does not answer over an encrypted connection.`,
      advice: unencrypted,
      tell: (about) => because('host-not-encrypted', about),
    }
  const { code } = (root ?? {}) as { code?: unknown }
  if (code === 'ENOTFOUND' || code === 'EAI_NONAME' || code === 'EAI_NODATA')
    return {
      message: `The name ${host} cannot be found.`,
      advice: 'Check the address, and whether this computer is online.',
      tell: (about) => because('host-name-unknown', about),
    }
  return code === 'EAI_AGAIN' || code === 'EAI_FAIL'
    ? {
        message: `The name ${host} cannot be looked up right now.`,
        advice: 'Check whether this computer is online: nothing answers that knows names.',
        tell: (about) => because('host-name-unasked', about),
      }
    : null
}

const endedEarly = (root: unknown): boolean => {
  const { code, syscall } = (root ?? {}) as { code?: unknown; syscall?: unknown }
  if (distrustIn(root) || endedUnencrypted(root)) return true
  return typeof code === 'string' && (NEVER_LEFT.has(code) || (code === 'ETIMEDOUT' && syscall === 'connect'))
}

/** What is at the root of an error: fetch wraps it, and a host with several addresses has one for each. */
const rootsOf = (error: unknown): unknown[] => {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.flatMap(rootsOf)
  return error instanceof Error && error.cause instanceof Error ? rootsOf(error.cause) : [error]
}
