import type { Channel } from '../channels/channel.ts'
import type { Store } from '../core/ports.ts'
import { refuse } from '../core/refusal.ts'
import type { AccountRecord, ItemRecord, PostRecord } from '../core/records.ts'
import type { World } from './world.ts'
import { because } from '../core/told.ts'

/* Finding what a caller named, or saying plainly that it is not there. */

export const findPost = async (store: Store, id: string): Promise<PostRecord> =>
  (await store.posts.get(id)) ??
  refuse('not-found', `There is no post ${id}.`, 'It may have been deleted; look at the list of posts.', {
    told: because('post-gone'),
  })

export const findItem = async (store: Store, id: string): Promise<ItemRecord> =>
  (await store.items.get(id)) ??
  refuse('not-found', `There is no item ${id}.`, 'It may have been deleted; look at the queue.', {
    told: because('post-gone'),
  })

export const findAccount = async (store: Store, id: string): Promise<AccountRecord> =>
  (await store.accounts.get(id)) ??
  refuse('not-found', `There is no account ${id}.`, 'Look at the list of accounts.', {
    field: 'accountId',
    told: because('account-gone'),
  })

/** Whether the channel can tell if the item arrived: where people see it, or in the schedule it was being handed to. */
export const canBeAsked = (channel: Channel | undefined, item: ItemRecord): boolean =>
  (item.held ? channel?.handOver?.find : channel?.lookup) !== undefined

export const findChannel = (channels: World['channels'], key: string): Channel =>
  channels.get(key) ??
  refuse(
    'channel-unsupported',
    `Posthorn has no channel "${key}".`,
    `Use one of: ${[...channels.keys()].join(', ')}.`,
    { field: 'channel', told: because('channel-unknown', { channel: key }) },
  )
