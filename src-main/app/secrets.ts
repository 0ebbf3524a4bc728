import type { Status } from '../../src-preload/contract/model/status.ts'
import type { SessionSlot } from '../channels/channel.ts'
import { Refusal, refuse } from '../core/refusal.ts'
import type { Vault } from '../core/ports.ts'
import type { SettingsKeeper } from './settings.ts'
import type { World } from './world.ts'
import { because } from '../core/told.ts'

/** Where secrets are kept: sealed by the system's keychain, by a key file the person chose, or only in memory. */
export type SecretKeeper = {
  /** Refuses with `keychain-unavailable` while the person has not chosen what to do without a keychain. */
  assertReady(): Promise<void>
  read(name: string): Promise<string | null>
  write(name: string, plain: string): Promise<void>
  /** Forgets everything kept for an account. */
  forget(accountId: string): Promise<void>
  session(accountId: string): SessionSlot
  kind(): Promise<Status['keychain']>
}

export const credentialName = (accountId: string) => `${accountId}:credential`

export const createSecretKeeper = ({ store, vaults }: World, settings: SettingsKeeper): SecretKeeper => {
  const untilQuit = new Map<string, string>()
  /** By account, the end of what was asked for last. */
  const turns = new Map<string, Promise<unknown>>()

  const inTurn = <T>(accountId: string, work: () => Promise<T>): Promise<T> => {
    const turn = (turns.get(accountId) ?? Promise.resolve()).then(work, work)
    const ended = turn
      .catch(() => {})
      .finally(() => {
        if (turns.get(accountId) === ended) turns.delete(accountId)
      })
    turns.set(accountId, ended)
    return turn
  }

  const keeper = async (): Promise<Vault | 'until-quit' | null> => {
    if (vaults.system) return vaults.system
    if (vaults.headless) return vaults.keyFile
    const chosen = (await settings.get()).withoutKeychain
    if (chosen === 'key-file') return vaults.keyFile
    return chosen === 'until-quit' ? 'until-quit' : null
  }

  const ready = async () =>
    (await keeper()) ??
    refuse(
      'keychain-unavailable',
      'This system has no keychain, so there is no safe place yet for the password.',
      'Choose: keep it in a key file that only you can read, or only until Posthorn quits.',
      { told: because('no-keychain') },
    )

  const self: SecretKeeper = {
    assertReady: async () => void (await ready()),
    read: async (name) => {
      const remembered = untilQuit.get(name)
      if (remembered !== undefined) return remembered
      const kept = await store.secrets.get(name)
      if (!kept) return null
      const vault = kept.keeper === 'system' ? vaults.system : vaults.keyFile
      if (vault) {
        try {
          return vault.open(kept.sealed)
        } catch (error) {
          // The vault may know better why; else it was sealed by another key, told below.
          if (error instanceof Refusal) throw error
        }
      }
      return refuse(
        'secret-unreadable',
        kept.keeper === 'system'
          ? 'The password is in the system keychain, which cannot be opened from here.'
          : 'The password was kept with a key file that is gone or has changed.',
        'Connect the account again to enter it anew.',
        { told: because('secret-locked', { keeper: kept.keeper }) },
      )
    },
    write: async (name, plain) => {
      const by = await ready()
      if (by === 'until-quit') untilQuit.set(name, plain)
      else await store.secrets.put(name, { keeper: by.keeper, sealed: by.seal(plain) })
    },
    forget: async (accountId) => {
      for (const name of untilQuit.keys()) if (name.startsWith(`${accountId}:`)) untilQuit.delete(name)
      await store.secrets.removeAll(`${accountId}:`)
    },
    session: (accountId) => ({
      load: () => self.read(`${accountId}:session`),
      // A refresh never overwrites a token with an empty one.
      save: async (value) => {
        if (value !== '') await self.write(`${accountId}:session`, value)
      },
      exclusively: (work) => inTurn(accountId, work),
    }),
    kind: async () => {
      const by = await keeper()
      return by === null ? 'none' : by === 'until-quit' ? by : by.keeper
    },
  }
  return self
}
