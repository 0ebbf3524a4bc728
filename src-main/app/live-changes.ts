import type { Parsed } from '../../src-preload/contract/methods.ts'
import type { Item, Remote } from '../../src-preload/contract/model/item.ts'
import type { Change, Channel } from '../channels/channel.ts'
import { Refusal, refuse } from '../core/refusal.ts'
import type { ItemRecord } from '../core/records.ts'
import { withDeadline } from './account-desk.ts'
import { type ChannelWork, workFor } from './channel-work.ts'
import { composeDraft } from './drafts.ts'
import { findAccount, findChannel, findItem, findPost } from './lookups.ts'
import type { Parts } from './parts.ts'
import { because } from '../core/told.ts'

type Doing = (work: ChannelWork, remote: Remote) => Promise<Change>

/** Changes to a post that stands on its channel; what came of them is kept. */
export const createLiveChanges = (parts: Parts, announced: (item: ItemRecord) => Promise<Item>) => {
  const { store, channels, clock } = parts.world

  const change = async (
    item: ItemRecord,
    remote: Remote,
    override: ItemRecord['override'],
    doing: Doing,
  ): Promise<Remote> => {
    const account = await findAccount(store, item.accountId)
    const post = await findPost(store, item.postId)
    const draft = await composeDraft(store, parts.world, post, item.channel, { ...item.override, ...override })
    const answer = await withDeadline(async (signal) =>
      doing(await workFor(parts, { item, post, account, draft }, { signal, onProgress: () => {} }), remote),
    )
    if (answer.kind === 'refused') throw new Refusal(answer.failure)
    return answer.remote
  }

  const kept = async (item: ItemRecord): Promise<Item> => {
    await store.items.put(item)
    return announced(item)
  }

  const edit = async ({ itemId, text }: Parsed<'items.edit'>): Promise<Item> => {
    const { item, remote, channel } = await standing(itemId)
    if (!channel.edit) return unable(channel)
    assertEditable(channel, item, clock.now())
    const before = item.override.text ?? (await findPost(store, item.postId)).text
    const now = clock.now()
    const after = await change(item, remote, { text }, channel.edit.bind(channel))
    // An edit may give the post a new id: the chain of versions keeps the old ones findable.
    const versions = [...item.versions, { text: before, until: now, remoteId: remote.id }]
    return kept({ ...item, remote: after, versions, override: { ...item.override, text }, updatedAt: now })
  }

  const unpublish = async ({ itemId }: Parsed<'items.unpublish'>): Promise<Item> => {
    const { item, remote, channel } = await standing(itemId)
    if (!channel.unpublish) return unable(channel)
    const after = await change(item, remote, {}, channel.unpublish.bind(channel))
    const now = clock.now()
    return kept({ ...item, remote: after, unpublishedAt: now, updatedAt: now })
  }

  const standing = async (itemId: string) => {
    const item = await findItem(store, itemId)
    if (item.external) {
      return refuse('illegal-transition', 'This post was made on the channel itself.', 'Change it there.', {
        told: because('made-on-channel'),
      })
    }
    if (item.state !== 'published' || !item.remote || item.unpublishedAt !== null) {
      return refuse(
        'illegal-transition',
        'This post does not stand on its channel.',
        'Only a published post can be changed there.',
        { told: because('not-standing') },
      )
    }
    return { item, remote: item.remote, channel: findChannel(channels, item.channel) }
  }

  return { edit, unpublish }
}

const unable = ({ descriptor }: Channel): never =>
  refuse('channel-unsupported', `${descriptor.name} cannot do this.`, 'Do it on the channel itself.', {
    told: because('channel-cannot', { channel: descriptor.name }),
  })

/** The channel's own rule on how long and how often a published text may be changed. */
const assertEditable = ({ descriptor }: Channel, item: ItemRecord, now: number): void => {
  const { withinMinutes, max } = descriptor.edits ?? { withinMinutes: null, max: null }
  if (max !== null && item.versions.length >= max) {
    refuse(
      'channel-unsupported',
      `${descriptor.name} allows at most ${max} edits of a post, and this one had them.`,
      'Take it down and post it anew, or leave it as it is.',
      { told: because('edits-used', { channel: descriptor.name, max }) },
    )
  }
  if (withinMinutes !== null && item.publishedAt !== null && now > item.publishedAt + withinMinutes * 60_000) {
    refuse(
      'channel-unsupported',
      `${descriptor.name} allows edits for ${withinMinutes} minutes after publishing, and they are over.`,
      'Take it down and post it anew, or leave it as it is.',
      { told: because('edits-over', { channel: descriptor.name, minutes: withinMinutes }) },
    )
  }
}
