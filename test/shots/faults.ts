import { because } from '../../src-main/core/told.ts'
import type { ItemRecord } from '../../src-main/core/records.ts'
import type { Store } from '../../src-main/core/ports.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import { systemClock } from '../../src-main/shell/system-clock.ts'
import { openStore } from '../../src-main/store/open-store.ts'
import { giveFace } from './face.ts'

/** What can go wrong with a post, each to be seen in its row and in its panel; `missed` is seen apart. */
export const FAULTS = ['failed', 'unconfirmed', 'offline', 'limited', 'signed-out'] as const
export type Fault = (typeof FAULTS)[number] | 'missed'

/** After these a post goes out by itself, or once the account is connected: it stands among what is to come. */
export const WAITING: ReadonlySet<Fault> = new Set(['offline', 'limited', 'signed-out'])

/** The text of the post that each befell. */
export const FAULT_TEXTS: Readonly<Record<Fault, string>> = {
  failed: 'The pictures of the storm, all nineteen of them.',
  unconfirmed: 'The bridge is open again.',
  offline: 'Sunset over the breakwater.',
  limited: 'Five things to know about knots.',
  'signed-out': 'The museum of shipping opens its doors.',
  missed: 'Good morning from the fish market.',
}

const MINUTE = 60_000
const SERVER = 'coast.example'

type Befallen = Pick<ItemRecord, 'state' | 'nextAt' | 'waiting' | 'failure'>

/** How a post stands after each, in the words of the channels, minutes before this moment. */
const befall = (fault: Fault, now: number): Befallen => {
  const waits = (reason: 'offline' | 'rate-limited' | 'signed-out', until: number | null, failure: Failure) =>
    ({ state: 'waiting', nextAt: until, waiting: { reason, since: now - 2 * MINUTE }, failure }) as const
  switch (fault) {
    case 'failed':
      return {
        state: 'failed',
        nextAt: null,
        waiting: null,
        failure: {
          code: 'rejected-by-channel',
          message: `${SERVER} refused it: Validation failed`,
          next: 'Change what it complains about and retry.',
          detail: '422 Validation failed: a post holds four files at most.',
        },
      }
    case 'unconfirmed':
      return {
        state: 'unconfirmed',
        nextAt: null,
        waiting: null,
        failure: {
          code: 'answer-lost',
          message: 'The post was sent, but no answer came back.',
          next: `${SERVER} cannot be asked: look there. If it stands, say that you found it; if not, post it again.`,
          told: because('answer-lost', { network: SERVER, asked: 'false' }),
        },
      }
    case 'offline':
      return waits('offline', now + 5 * MINUTE, {
        code: 'offline',
        message: 'This computer is offline.',
        next: 'Nothing to do: it goes on when the network is back.',
        told: because('offline', { again: 'true' }),
      })
    case 'limited':
      return waits('rate-limited', now + 15 * MINUTE, {
        code: 'rate-limited',
        message: `${SERVER} takes no more posts from this account for now.`,
        next: `Nothing to do: Posthorn waits as long as ${SERVER} asks.`,
      })
    case 'signed-out':
      return waits('signed-out', null, {
        code: 'signed-out',
        message: `${SERVER} no longer accepts the sign-in of this account.`,
        next: 'Connect the account again.',
      })
    case 'missed':
      return { state: 'missed', nextAt: null, waiting: null, failure: null }
  }
}

/** What befell posts that were scheduled, and a way to have one missed and not missed again. */
export type Faults = {
  readonly ids: Readonly<Record<Fault, string>>
  miss(isMissed: boolean): Promise<void>
  close(): Promise<void>
}

/**
 * Has posts that are planned go to a network as well, and fail there. It is written into the database beside the app,
 * whose clock stands still: no network has to be there.
 */
export const leaveFaults = async (
  home: string,
  itemIds: Readonly<Record<Fault, string>>,
  now: number,
): Promise<Faults> => {
  const store = await openStore(home, { clock: systemClock, log: { info() {}, warn() {}, error() {} } })
  const account = await openAccount(store, now)
  await giveFace(store, account.accountId, home, now)
  const ids = { ...itemIds }
  for (const fault of [...FAULTS, 'missed'] as const) {
    const planned = await itemOf(store, itemIds[fault])
    ids[fault] = anotherId(planned.id)
    await store.items.put({ ...planned, ...account, id: ids[fault] })
    if (fault !== 'missed') await leave(store, ids[fault], fault, now)
  }
  const kept = await itemOf(store, ids.missed)
  let missing = false
  return {
    ids,
    miss: async (isMissed) => {
      if (isMissed === missing) return
      missing = isMissed
      if (isMissed) await leave(store, kept.id, 'missed', now)
      else await store.items.put(kept)
    },
    close: () => store.close(),
  }
}

/** An id of the same kind and time. */
const anotherId = (id: string): string => id.slice(0, -1) + (id.endsWith('Z') ? 'Y' : 'Z')

/**
 * An account on a network that is nowhere: a server can fail in ways that a folder cannot. It is signed out from the start;
 * else it would be from the first time that its posts are read back, a minute later and in the midst of the pictures.
 */
const openAccount = async (store: Store, now: number): Promise<{ accountId: string; channel: string }> => {
  const [like] = await store.accounts.list()
  if (like === undefined) throw new Error('There is no account.')
  const account = {
    ...like,
    id: anotherId(like.id),
    channel: 'mastodon',
    name: 'Harbour office',
    identity: `@harbour@${SERVER}`,
    settings: { server: `https://${SERVER}` },
    aliases: [],
    connection: 'signed-out' as const,
    failure: befall('signed-out', now).failure,
    checkedAt: now,
  }
  await store.accounts.put(account)
  return { accountId: account.id, channel: account.channel }
}

const itemOf = async (store: Store, id: string): Promise<ItemRecord> => {
  const item = await store.items.get(id)
  if (item === undefined) throw new Error(`There is no item ${id}.`)
  return item
}

const leave = async (store: Store, id: string, fault: Fault, now: number): Promise<void> => {
  const item = await itemOf(store, id)
  const at = now - (fault === 'missed' ? 14 * 60 * MINUTE : 2 * MINUTE)
  const stands = befall(fault, now)
  const schedule = item.schedule === null ? null : { ...item.schedule, at }
  const attempts = fault === 'missed' || fault === 'offline' ? 0 : 1
  await store.items.put({ ...item, ...stands, schedule, attempts, tries: attempts })
  if (attempts === 0) return
  const outcome = OUTCOMES[fault]
  await store.attempts.put({
    itemId: id,
    number: 1,
    startedAt: at,
    endedAt: at + 900,
    outcome,
    failure: stands.failure,
  })
}

const OUTCOMES = {
  failed: 'rejected',
  unconfirmed: 'unclear',
  limited: 'limited',
  'signed-out': 'signed-out',
  offline: 'retry',
  missed: 'open',
} as const
