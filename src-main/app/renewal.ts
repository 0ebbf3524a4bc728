import type { AccountRecord, Millis } from '../core/records.ts'
import { type AccountDesk, withDeadline } from './account-desk.ts'
import type { Announcer } from './announcer.ts'
import { expiryNoted } from './expiry.ts'
import type { Outbox } from './outbox.ts'
import type { SettingsKeeper } from './settings.ts'
import type { World } from './world.ts'

/** Looks at least so often, whatever sleep does to timers. */
const EVERY: Millis = 3_600_000
/** So long after a network could not be reached, and never sooner than that. */
const AGAIN: Millis = 300_000
const SOONEST: Millis = 1_000

export type Renewal = {
  start(): Promise<void>
  stop(): Promise<void>
  /** The machine woke, or is back on the network. */
  nudge(): void
}

type Needs = {
  world: World
  announcer: Announcer
  accounts: AccountDesk
  outbox: Outbox
  settings: SettingsKeeper
}

/** Renews what accounts act by, at half of its life, so that nothing has come to its end when a post is due. */
export const createRenewal = ({ world, announcer, accounts, outbox, settings }: Needs): Renewal => {
  const { store, channels, clock, log, notifier } = world
  let cancel = () => {}
  let stopped = true
  let nextAt: Millis = 0
  let looking: Promise<void> | null = null

  const isDue = ({ connection, renewAt, channel }: AccountRecord): boolean =>
    (connection === 'valid' || connection === 'expiring') &&
    renewAt !== null &&
    renewAt <= clock.now() &&
    channels.get(channel)?.renew !== undefined

  /** Whether it is settled; else it is to be tried again. */
  const renewed = async (account: AccountRecord): Promise<boolean> => {
    try {
      const channel = channels.get(account.channel)
      const answer = await withDeadline(async (signal) => channel?.renew?.(await accounts.access(account, signal)))
      if (answer?.kind === 'renewed') await note(account.id, answer)
      if (answer?.kind === 'refused') await signOut(account.id, answer.failure)
      return answer?.kind !== 'unreachable'
    } catch (error) {
      log.warn('an account could not be renewed', { account: account.id, error: String(error) })
      return false
    }
  }

  const note = async (accountId: string, life: { renewAt: Millis | null; expiresAt: Millis | null }) => {
    const changed = await store.transaction(async (within) => {
      // As it is now: the person may have changed it meanwhile.
      const before = await within.accounts.get(accountId)
      if (!before) return null
      const after = expiryNoted({ ...before, renewAt: life.renewAt, expiresAt: life.expiresAt }, clock.now())
      await within.accounts.put(after)
      await outbox.account(within, before.connection, after)
      return after
    })
    if (changed) announcer.account(changed)
  }

  const signOut = async (accountId: string, failure: Parameters<AccountDesk['signOut']>[1]) => {
    const account = await store.accounts.get(accountId)
    // Connected again, or taken off, while the answer was on its way.
    if (!account || !isDue(account)) return
    await accounts.signOut(account, failure)
    if (!(await settings.get()).notify.failed) return
    notifier.notify({ kind: 'signed-out', itemId: null, accountId, account: account.name, failure })
  }

  const lookOnce = async (): Promise<Millis> => {
    const due = (await store.accounts.list()).filter(isDue)
    const settled = await Promise.all(due.map(renewed))
    if (settled.includes(false)) return AGAIN
    const next = (await store.accounts.list())
      .filter(({ connection, renewAt }) => renewAt !== null && (connection === 'valid' || connection === 'expiring'))
      .map(({ renewAt }) => (renewAt ?? 0) - clock.now())
      .filter((ahead) => ahead > 0)
    return Math.max(SOONEST, Math.min(EVERY, ...next))
  }

  const plan = (pause: Millis) => {
    cancel()
    nextAt = clock.now() + pause
    if (!stopped) cancel = clock.after(pause, () => void look())
  }

  const lookAndPlan = async (): Promise<void> => {
    let pause = AGAIN
    try {
      pause = await lookOnce()
    } catch (error) {
      log.error('the accounts could not be looked through', { error: String(error) })
    }
    looking = null
    plan(pause)
  }

  /** Whoever asks while it looks waits for that look. */
  const look = (): Promise<void> => {
    looking ??= lookAndPlan()
    return looking
  }

  // An account may have been connected, or connected again, with a life of its own.
  announcer.subscribe((event) => {
    if (event.kind !== 'account-changed' || stopped || event.account.renewAt === null) return
    const at = Date.parse(event.account.renewAt)
    if (at > clock.now() && at < nextAt) plan(Math.max(SOONEST, at - clock.now()))
  })

  return {
    start: () => {
      stopped = false
      // What a start waits for is the disk, never a network.
      void look()
      return Promise.resolve()
    },
    stop: async () => {
      stopped = true
      cancel()
      await looking
    },
    nudge: () => void (stopped || look()),
  }
}
