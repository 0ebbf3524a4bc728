import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Access } from '../channels/channel.ts'
import { failed, Refusal } from '../core/refusal.ts'
import type { AccountRecord } from '../core/records.ts'
import type { Announcer } from './announcer.ts'
import { hasten } from './put-off.ts'
import type { Outbox } from './outbox.ts'
import { releaseHeld } from './release.ts'
import { credentialName, type SecretKeeper } from './secrets.ts'
import type { World } from './world.ts'
import { because } from '../core/told.ts'

/** How long a live check or a change on the channel may take, in milliseconds. */
export const CALL_DEADLINE = 30_000

/** What the queue and the use cases both do with accounts. */
export type AccountDesk = {
  /** What a channel needs to act for the account. Refuses when its secret cannot be opened. */
  access(account: AccountRecord, signal: AbortSignal): Promise<Access<Record<string, unknown>>>
  /** Marks the account as refused by its channel, so that its items wait for the person. */
  signOut(account: AccountRecord, failure: Failure): Promise<AccountRecord>
  /** Lets go of what was held for the account, in the order it was meant to be sent. */
  release(accountId: string): Promise<void>
}

export const createAccountDesk = (
  world: World,
  announcer: Announcer,
  secrets: SecretKeeper,
  outbox: Outbox,
): AccountDesk => ({
  access: async (account, signal) => ({
    settings: account.settings,
    secret: await secrets.read(credentialName(account.id)),
    session: secrets.session(account.id),
    destination: account.destination?.id ?? null,
    signal,
  }),
  signOut: async (account, failure) => {
    const signedOut = { ...account, connection: 'signed-out', failure, checkedAt: world.clock.now() } as const
    await world.store.transaction(async (within) => {
      await within.accounts.put(signedOut)
      await outbox.account(within, account.connection, signedOut)
    })
    announcer.account(signedOut)
    return signedOut
  },
  release: async (accountId) => {
    const now = world.clock.now()
    await releaseHeld(world, announcer, { reasons: ['signed-out'], accountId }, now)
    await hasten(world, accountId)
  },
})

/** Runs a call to a channel under a deadline; what it throws becomes a failure. */
export const withDeadline = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const signal = AbortSignal.timeout(CALL_DEADLINE)
  try {
    return await work(signal)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(
      signal.aborted
        ? failed('unreachable', 'The channel did not answer in time.', 'Check the connection and try again.', {
            told: because('channel-silent'),
          })
        : failed('channel-error', 'The channel could not be asked.', 'Try again in a moment.', {
            detail: String(error),
            told: because('channel-not-asked'),
          }),
    )
  }
}
