import type { Parsed } from '../../../src-preload/contract/methods.ts'
import type { Channel } from '../../channels/channel.ts'
import { refuse } from '../../core/refusal.ts'
import type { AccountRecord } from '../../core/records.ts'
import { findAccount, findChannel } from '../lookups.ts'
import type { World } from '../world.ts'
import { type Room, roomFor, roomOnChannel } from './room.ts'
import { because } from '../../core/told.ts'

/** For whom content is written: an account, or a channel as such. */
export type Target = { channel: Channel; account: AccountRecord | null; room: Room }

/** The channels and accounts that are named; where none is, every account that can publish. */
export const findTargets = async (
  world: World,
  { channels, accountIds }: Pick<Parsed<'writing.post'>, 'channels' | 'accountIds'>,
): Promise<Target[]> => {
  const { store } = world
  const forAccount = (account: AccountRecord): Target => {
    const channel = findChannel(world.channels, account.channel)
    return { channel, account, room: roomFor(channel, account) }
  }
  if (channels === undefined && accountIds === undefined) {
    const ready = (await store.accounts.list()).filter(({ connection }) => /^(valid|expiring)$/.test(connection))
    return ready.length > 0 ? ready.map(forAccount) : connectOne()
  }
  const named = await Promise.all(
    [...new Set(channels)].map(async (key) => ({
      channel: findChannel(world.channels, key),
      account: null,
      room: await roomOnChannel(world, key),
    })),
  )
  const accounts = await Promise.all([...new Set(accountIds)].map((id) => findAccount(store, id)))
  return [...named, ...accounts.map(forAccount)]
}

const connectOne = (): never =>
  refuse('no-account', 'There is no account to write for.', 'Connect an account, or name the channels.', {
    told: because('writer-no-account'),
  })
