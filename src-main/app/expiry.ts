import type { AccountRecord, Millis } from '../core/records.ts'
import type { Announcer } from './announcer.ts'
import type { Outbox } from './outbox.ts'
import type { World } from './world.ts'

/** An account says that it expires this long before its credential ends. */
const AHEAD: Millis = 7 * 86_400_000
/** Often enough for a matter of days, whatever sleep does to timers. */
const EVERY: Millis = 3_600_000

/** An account that can publish, said to be expiring or not as its credential's end has it. */
export const expiryNoted = (account: AccountRecord, now: Millis): AccountRecord => {
  if (account.connection !== 'valid' && account.connection !== 'expiring') return account
  const soon = account.expiresAt !== null && account.expiresAt - AHEAD <= now
  return { ...account, connection: soon ? 'expiring' : 'valid' }
}

/** Notes which accounts are about to expire, and tells it once of each. */
export const createExpiryWatch = (
  { store, clock, log }: World,
  announcer: Announcer,
  outbox: Outbox,
): { start(): Promise<void>; stop(): void } => {
  let cancel = () => {}

  const note = (): Promise<AccountRecord[]> =>
    store.transaction(async (within) => {
      const changed: AccountRecord[] = []
      for (const account of await within.accounts.list()) {
        const noted = expiryNoted(account, clock.now())
        if (noted.connection === account.connection) continue
        await within.accounts.put(noted)
        await outbox.account(within, account.connection, noted)
        changed.push(noted)
      }
      return changed
    })

  const look = async () => {
    cancel = clock.after(EVERY, () => void look())
    try {
      for (const account of await note()) announcer.account(account)
    } catch (error) {
      log.error('the accounts could not be looked through', { error: String(error) })
    }
  }

  return { start: look, stop: () => cancel() }
}
