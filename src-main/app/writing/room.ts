import type { Channel, Draft } from '../../channels/channel.ts'
import type { Brief } from '../../core/ports.ts'
import type { AccountRecord } from '../../core/records.ts'
import { findChannel } from '../lookups.ts'
import type { World } from '../world.ts'

/** Where a text is to stand, and what there is room for. */
export type Room = { name: string; limit: Brief['room']; fits: Brief['fits'] }

/** No channel in mind: any text may stand. */
export const anywhere: Room = { name: 'any channel', limit: null, fits: () => Promise.resolve(true) }

/** The room on a channel: as it judges for one of its accounts, since what is allowed may hang on the settings. */
export const roomOnChannel = async (world: World, key: string): Promise<Room> => {
  const channel = findChannel(world.channels, key)
  const accounts = await world.store.accounts.list()
  return roomFor(channel, accounts.find((one) => one.channel === key && one.connection !== 'disconnected') ?? null)
}

/**
 * The room for an account. Without one its channel cannot be asked: its limit is then taken in bytes, the strictest
 * count there is.
 */
export const roomFor = (channel: Channel, account: AccountRecord | null): Room => {
  const { name, textLimit } = channel.descriptor
  return {
    name,
    limit: textLimit,
    fits: async (text) => {
      if (account === null) return textLimit === null || new TextEncoder().encode(text).length <= textLimit.max
      const { problems } = await channel.check({ ...BLANK, text }, account.settings)
      // What a channel wants beside the text (a picture) is another matter.
      return !problems.some((one) => one.severity === 'error' && one.field === 'text')
    },
  }
}

const BLANK: Omit<Draft, 'text'> = {
  emphasis: [],
  media: [],
  tags: [],
  thread: false,
  numbered: false,
  strict: false,
  options: {},
}
