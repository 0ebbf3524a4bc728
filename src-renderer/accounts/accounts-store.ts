import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Event } from '../../src-preload/contract/events.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Account } from '../../src-preload/contract/model/account.ts'
import type { ChannelDescriptor, Mark } from '../../src-preload/contract/model/channel.ts'
import { tellChannel } from '../words/tell-channel.ts'

type AccountsState = {
  readonly accounts: readonly Account[]
  readonly channels: readonly ChannelDescriptor[]
}

/** Who the person is out there, and which channels there are. */
export type AccountsStore = {
  readonly state: StoreApi<AccountsState>
  /** The failure if they could not be read. */
  load(): Promise<Failure | null>
  account(accountId: string): Account | undefined
  channel(key: string): ChannelDescriptor | undefined
  /** Of the network that an account stands for: its channel's, or where that is any, as `by hand`, the one it names. */
  markOf(accountId: string, channel: string): Mark | undefined
  hear(event: Event): void
  /** Channels that were read before it was known which tongue is spoken say what they say in it. */
  tellAgain(): void
}

export const createAccountsStore = (bridge: Bridge): AccountsStore => {
  const state = createStore<AccountsState>(() => ({ accounts: [], channels: [] }))
  const account = (accountId: string): Account | undefined =>
    state.getState().accounts.find((one) => one.id === accountId)
  const channel = (key: string): ChannelDescriptor | undefined =>
    state.getState().channels.find((one) => one.key === key)
  return {
    state,
    load: async () => {
      const [accounts, channels] = await Promise.all([
        bridge.call('accounts.list', {}),
        bridge.call('channels.list', {}),
      ])
      if (!accounts.ok) return accounts.failure
      if (!channels.ok) return channels.failure
      state.setState({
        accounts: accounts.value.entries,
        channels: channels.value.entries.map((one) => tellChannel(one)),
      })
      return null
    },
    account,
    channel,
    markOf: (accountId, key) => {
      const { mark, standsFor } = channel(key) ?? {}
      const named = standsFor && account(accountId)?.settings[standsFor.setting]
      return typeof named === 'string' ? (standsFor?.marks[named] ?? mark) : mark
    },
    tellAgain: () => state.setState(({ channels }) => ({ channels: channels.map((one) => tellChannel(one)) })),
    hear: (event) => {
      if (event.kind !== 'account-changed') return
      const { account } = event
      state.setState(({ accounts }) => ({
        accounts: accounts.some((one) => one.id === account.id)
          ? accounts.map((one) => (one.id === account.id ? account : one))
          : [...accounts, account],
      }))
    },
  }
}

/** What a post can be aimed at: all but what the person took off. */
export const usableAccounts = (accounts: readonly Account[]): readonly Account[] =>
  accounts.filter((account) => account.connection !== 'disconnected')
