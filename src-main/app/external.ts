import type { Handlers } from '../core/gate.ts'
import type { AccountRecord, Millis } from '../core/records.ts'
import { type Reading, readAccount } from './external-reading.ts'
import { findAccount } from './lookups.ts'
import type { Parts } from './parts.ts'

const DAY: Millis = 86_400_000
/** The first look comes when a start has calmed down. */
const FIRST: Millis = 60_000
/** Often enough for something daily, whatever sleep does to timers. */
const EVERY: Millis = 3_600_000

/** Posts made on the channels themselves. */
export const createExternalHandlers = (parts: Parts) =>
  ({
    'external.read': async ({ accountId }) => ({
      entries:
        accountId === undefined
          ? await readAll(parts)
          : [await readAccount(parts, await findAccount(parts.world.store, accountId))],
    }),
  }) satisfies Partial<Handlers>

/** Reads every account once a day, while it is started. */
export const createExternalReader = (parts: Parts): { start(): void; stop(): Promise<void> } => {
  const { clock, log } = parts.world
  let stopped = true
  let cancel = () => {}
  let lastAt: Millis | null = null
  let reading: Promise<void> = Promise.resolve()

  const look = async () => {
    const now = clock.now()
    if (lastAt !== null && now - lastAt < DAY) return
    lastAt = now
    try {
      for (const { accountId, failure } of await readAll(parts, () => stopped)) {
        if (failure) log.warn('an account could not be read', { accountId, code: failure.code })
      }
    } catch (error) {
      log.error('the accounts could not be read', { error: String(error) })
    }
  }

  const lookIn = (delay: Millis) => {
    cancel = clock.after(delay, () => {
      reading = look().finally(() => {
        if (!stopped) lookIn(EVERY)
      })
    })
  }

  return {
    start: () => {
      if (!stopped) return
      stopped = false
      lookIn(FIRST)
    },
    /** Waits for what is being read. */
    stop: async () => {
      stopped = true
      cancel()
      await reading
    },
  }
}

/** One after the other; accounts that cannot be read are left out. */
const readAll = async (parts: Parts, isOver: () => boolean = () => false): Promise<Reading[]> => {
  const { store, channels } = parts.world
  const readings: Reading[] = []
  for (const account of await store.accounts.list()) {
    if (isOver()) break
    if (isConnected(account) && channels.get(account.channel)?.readBack)
      readings.push(await readAccount(parts, account))
  }
  return readings
}

const isConnected = ({ connection }: AccountRecord) => connection === 'valid' || connection === 'expiring'
