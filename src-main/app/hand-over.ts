import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Change, Channel, Followed } from '../channels/channel.ts'
import { move } from '../core/lifecycle.ts'
import { failed, granted, Refusal, refuse } from '../core/refusal.ts'
import type { ItemRecord, Millis } from '../core/records.ts'
import { withDeadline } from './account-desk.ts'
import type { Announcer } from './announcer.ts'
import { type ChannelWork, workFor, type WorkParts } from './channel-work.ts'
import { composeDraft } from './drafts.ts'
import { findAccount, findChannel, findPost } from './lookups.ts'
import type { Outbox } from './outbox.ts'
import { because } from '../core/told.ts'

/** How long after its time a channel is first asked for what it was to publish. */
const FOLLOW_AFTER: Millis = 30_000
/** What was taken back is left alone for so long: whoever took it back goes on to change it. */
const LEFT_ALONE: Millis = 60_000

/** Whether the channel is to publish it by its own schedule, and there is time for that. */
export const isForHandOver = (channel: Channel | undefined, { override, schedule }: ItemRecord, now: Millis): boolean =>
  override.handOver === true &&
  channel?.handOver !== undefined &&
  schedule !== null &&
  schedule.at - now >= channel.handOver.least

/** When a scheduled item is looked at first: at once where its channel is to have it, else at its time. */
export const firstLook = (channel: Channel | undefined, item: ItemRecord, now: Millis): Millis | null =>
  isForHandOver(channel, item, now) ? now : (item.schedule?.at ?? null)

/** When a channel is asked what became of an item that it was given. */
export const followAt = (item: ItemRecord, now: Millis): Millis =>
  Math.max(item.schedule?.at ?? now, now) + FOLLOW_AFTER

type HandOverParts = WorkParts & { announcer: Announcer; outbox: Outbox }

/**
 * Takes these items from their channels' schedules, where they are held there, so that they can be changed. Refuses, and
 * changes nothing here, when a channel says no or cannot be reached.
 */
export const takeBack = async (parts: HandOverParts, items: readonly ItemRecord[]): Promise<void> => {
  for (const item of items) if (item.held?.remote) await takeOneBack(parts, item)
}

const takeOneBack = async (parts: HandOverParts, item: ItemRecord): Promise<void> => {
  const came = await asked(parts, item)
  if (came.kind === 'refused') throw new Refusal(came.failure)
  const moved = await parts.world.store.transaction(async (within) => {
    const now = parts.world.clock.now()
    const current = await within.items.get(item.id)
    // It was followed meanwhile, and came to an end.
    if (!current?.held?.remote || current.held.remote.id !== item.held?.remote?.id) return null
    const next = granted(
      move(
        current,
        came.kind === 'published'
          ? { kind: 'arrive', remote: came.remote }
          : { kind: 'take-back', lookAt: Math.min(Math.max(now, current.schedule?.at ?? now), now + LEFT_ALONE) },
        now,
      ),
    )
    await within.items.put(next)
    if (next.state !== current.state) await parts.outbox.item(within, current.state, next)
    return next
  })
  if (moved) await parts.announcer.moved(parts.world.store, [moved])
  if (came.kind === 'published') publishedThere()
}

type Came = { kind: 'taken' } | Extract<Followed, { kind: 'published' }> | { kind: 'refused'; failure: Failure }

/** A refusal may mean that it is not there any more: then what became of it counts. */
const asked = async (parts: HandOverParts, item: ItemRecord): Promise<Came> => {
  const { store } = parts.world
  const channel = findChannel(parts.world.channels, item.channel)
  const { handOver } = channel
  const remote = item.held?.remote
  if (!handOver || !remote) return { kind: 'refused', failure: cannot(channel) }
  const post = await findPost(store, item.postId)
  const account = await findAccount(store, item.accountId)
  const draft = await composeDraft(store, parts.world, post, item.channel, item.override)
  const ask = <T>(by: (work: ChannelWork) => Promise<T>): Promise<T> =>
    withDeadline(async (signal) =>
      by(await workFor(parts, { item, post, account, draft }, { signal, onProgress: () => {} })),
    )
  const change: Change = await ask((work) => handOver.takeBack(work, remote))
  if (change.kind === 'done') return { kind: 'taken' }
  const followed: Followed = await ask((work) => handOver.follow(work, remote))
  if (followed.kind === 'gone') return { kind: 'taken' }
  return followed.kind === 'published' ? followed : change
}

const publishedThere = (): never =>
  refuse('illegal-transition', 'The channel has published this post already.', 'Edit or take down what stands there.', {
    told: because('channel-published'),
  })

const cannot = ({ descriptor }: Channel): Failure =>
  failed(
    'channel-unsupported',
    `${descriptor.name} holds this post, and this version cannot take it back.`,
    'Take it from the schedule there.',
    { told: because('cannot-take-back', { channel: descriptor.name }) },
  )
