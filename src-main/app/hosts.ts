import { backOff } from '../core/back-off.ts'
import type { Random } from '../core/ports.ts'
import type { AccountRecord, Millis } from '../core/records.ts'
import type { Finished } from './jobs.ts'

/**
 * What is known of the servers that accounts are on. One that could not be reached several times in a row is left alone
 * but for one item that tries; the others wait for what that one finds out.
 */
export type Hosts = {
  /** Accounts met so far for which nothing may be begun right now: enough is at work on their host. */
  closed(): string[]
  /** Whether something may be begun for this account; to be asked with every account that is met. */
  hasRoom(account: AccountRecord): boolean
  /** Until when its host is left alone, and the host's name; null when it is not. */
  restsUntil(account: AccountRecord, now: Millis): { until: Millis; host: string } | null
  /** All that are left alone now, with the accounts on them that were met so far. */
  resting(now: Millis): { host: string; until: Millis; accountIds: string[] }[]
  enter(account: AccountRecord): void
  /** Takes in what a job found out (null: nothing). Names the accounts that waited for a host that is back. */
  leave(account: AccountRecord, finished: Finished | null, now: Millis): string[]
  /** The network is back, or the clock was set: what was found out before means nothing, of all or of an account's host. */
  forget(accountId?: string): void
}

/** So often in a row a host may be out of reach before the others on it wait. */
const IN_A_ROW = 3
/** How much is at work on one host at once: the rest of the room is for others. */
const AT_ONCE = 2
/** A host that is out of reach is tried again at least this often, in milliseconds. */
const LONGEST_REST: Millis = 5 * 60_000

type Host = { working: number; misses: number; until: Millis }

export const createHosts = (random: Random): Hosts => {
  const hosts = new Map<string, Host>()
  const met = new Map<string, string | null>()

  const meet = (account: AccountRecord): Host | null => {
    const name = hostOf(account)
    met.set(account.id, name)
    return name === null ? null : stateOf(name)
  }

  const stateOf = (name: string): Host => {
    const known = hosts.get(name)
    if (known) return known
    const fresh = { working: 0, misses: 0, until: 0 }
    hosts.set(name, fresh)
    return fresh
  }

  const isOpen = ({ working, misses }: Host) => working < (misses < IN_A_ROW ? AT_ONCE : 1)

  return {
    closed: () => [...met].flatMap(([accountId, name]) => (name !== null && !isOpen(stateOf(name)) ? [accountId] : [])),
    hasRoom: (account) => {
      const host = meet(account)
      return host === null || isOpen(host)
    },
    restsUntil: (account, now) => {
      const host = meet(account)
      const name = hostOf(account)
      if (!host || name === null || host.misses < IN_A_ROW) return null
      return host.until > now ? { until: host.until, host: name } : null
    },
    resting: (now) =>
      [...hosts].flatMap(([host, { misses, until }]) => {
        if (misses < IN_A_ROW || until <= now) return []
        return [
          { host, until, accountIds: [...met].flatMap(([accountId, name]) => (name === host ? [accountId] : [])) },
        ]
      }),
    enter: (account) => {
      const host = meet(account)
      if (host) host.working += 1
    },
    leave: (account, finished, now) => {
      const name = met.get(account.id) ?? null
      const host = name === null ? null : stateOf(name)
      if (!host) return []
      host.working = Math.max(0, host.working - 1)
      const reached = finished === null ? null : wasReached(finished)
      if (reached === null) return []
      if (reached) {
        const wasAway = host.misses >= IN_A_ROW
        host.misses = 0
        return wasAway ? [...met].flatMap(([accountId, of]) => (of === name ? [accountId] : [])) : []
      }
      host.misses += 1
      host.until = now + Math.min(LONGEST_REST, backOff(Math.max(0, host.misses - IN_A_ROW), random))
      return []
    },
    forget: (accountId) => {
      const only = accountId === undefined ? undefined : met.get(accountId)
      for (const [name, host] of hosts) if (accountId === undefined || name === only) host.misses = 0
    },
  }
}

/** Whether the host answered anything; null: it cannot be told. */
const wasReached = (finished: Finished): boolean | null => {
  switch (finished.kind) {
    case 'sent': {
      const { outcome } = finished
      if (outcome.kind === 'unclear') return false
      return outcome.kind === 'retry' ? reachedBy(outcome.failure.code) : true
    }
    case 'asked':
    case 'followed':
      return finished.answer.kind === 'unknown' ? reachedBy(finished.answer.failure.code) : true
  }
}

const reachedBy = (code: string): boolean | null => (code === 'unreachable' ? false : null)

/** The hosts of the addresses in an account's settings, as people read them; null where there are none. */
export const hostOf = ({ settings }: Pick<AccountRecord, 'settings'>): string | null => {
  const hosts = Object.values(settings)
    .flat()
    .flatMap((value) => {
      if (typeof value !== 'string' || !/^(https?|wss?):\/\//i.test(value)) return []
      return URL.canParse(value) ? [new URL(value).host] : []
    })
  return hosts.length === 0 ? null : [...new Set(hosts)].toSorted().join(', ')
}
