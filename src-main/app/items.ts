import type { Parsed } from '../../src-preload/contract/methods.ts'
import type { Item } from '../../src-preload/contract/model/item.ts'
import type { Change, Channel, Work } from '../channels/channel.ts'
import type { Handlers } from '../core/gate.ts'
import { type Move, move } from '../core/lifecycle.ts'
import type { Store } from '../core/ports.ts'
import { granted, Refusal, refuse } from '../core/refusal.ts'
import type { ItemRecord, Millis, PostRecord } from '../core/records.ts'
import { scheduleAt } from '../core/zones.ts'
import { withDeadline } from './account-desk.ts'
import { assertAcceptable } from './acceptance.ts'
import { answerLost } from './after-outcome.ts'
import { composeDraft } from './drafts.ts'
import { findAccount, findChannel, findItem, findPost } from './lookups.ts'
import type { Parts } from './parts.ts'
import { resolveWhen } from './times.ts'
import { attemptView, itemRowView, itemView } from './views.ts'

export const createItemHandlers = (parts: Parts) => {
  const { world, announcer, queue } = parts
  const { store, clock } = world

  const told = async (item: ItemRecord): Promise<Item> => {
    const post = await findPost(store, item.postId)
    announcer.item(item, item.override.text ?? post.text)
    await queue.changed()
    return itemView(item)
  }

  /** Applies the moves that a person asked for, one after the other, all or none. */
  const moved = async (
    itemId: string,
    by: (item: ItemRecord, post: PostRecord, within: Store, now: Millis) => Promise<readonly Move[]> | readonly Move[],
  ): Promise<Item> => {
    const item = await store.transaction(async (within) => {
      const before = await findItem(within, itemId)
      const now = clock.now()
      const moves = await by(before, await findPost(within, before.postId), within, now)
      const after = moves.reduce((item, step) => granted(move(item, step, now)), before)
      await within.items.put(after)
      return after
    })
    return told(item)
  }

  const retry = async ({ itemId }: Parsed<'items.retry'>) =>
    moved(itemId, async (item, post, within, now) => {
      if (item.state === 'waiting') return [{ kind: 'release', at: now }]
      if (item.state === 'unconfirmed' && findChannel(world.channels, item.channel).lookup) {
        return [{ kind: 'ask-later', failure: item.failure ?? answerLost(true), askAt: now }]
      }
      if (item.state !== 'failed' && item.state !== 'missed') {
        return refuse(
          'illegal-transition',
          `This post is ${item.state}; only what failed, was missed or is waiting can be retried.`,
          'Look at its current state; it may have changed meanwhile.',
        )
      }
      await assertAcceptable(world, within, post, item)
      return [{ kind: 'schedule', schedule: granted(scheduleAt(now, post.zone)) }]
    })

  /** A post that the person wants sent again is meant for now, however long it was unconfirmed. */
  const settle = async ({ itemId, found, url }: Parsed<'items.settle'>) =>
    moved(itemId, (_item, post, _within, now) =>
      found
        ? [{ kind: 'settle-found', remote: { id: url ?? 'confirmed by hand', url: url ?? null, parts: [] } }]
        : [{ kind: 'settle-absent' }, { kind: 'schedule', schedule: granted(scheduleAt(now, post.zone)) }],
    )

  /** Does something to a post that stands on its channel, and keeps what came of it. */
  const changeLive = async (
    itemId: string,
    override: ItemRecord['override'],
    can: (
      channel: Channel,
    ) =>
      | ((work: Work<Record<string, unknown>>, remote: NonNullable<ItemRecord['remote']>) => Promise<Change>)
      | undefined,
    after: (item: ItemRecord, now: Millis) => ItemRecord,
  ): Promise<Item> => {
    const item = await findItem(store, itemId)
    const account = await findAccount(store, item.accountId)
    const channel = findChannel(world.channels, item.channel)
    const change = can(channel)
    if (item.state !== 'published' || !item.remote || item.unpublishedAt !== null) {
      return refuse(
        'illegal-transition',
        'This post does not stand on its channel.',
        'Only a published post can be changed there.',
      )
    }
    if (!change) {
      return refuse('channel-unsupported', `${channel.descriptor.name} cannot do this.`, 'Do it on the channel itself.')
    }
    const { remote } = item
    const post = await findPost(store, item.postId)
    const draft = await composeDraft(store, world.files, post, { ...item.override, ...override })
    const answer = await withDeadline(async (signal) =>
      change(
        {
          ...(await parts.accounts.access(account, signal)),
          itemId,
          draft,
          at: item.schedule?.at ?? item.createdAt,
          zone: item.schedule?.zone ?? post.zone,
          marker: item.marker,
          parts: item.parts,
          onPart: () => Promise.resolve(),
        },
        remote,
      ),
    )
    if (answer.kind === 'refused') throw new Refusal(answer.failure)
    const now = clock.now()
    const changed = after({ ...item, remote: answer.remote, updatedAt: now }, now)
    await store.items.put(changed)
    return told(changed)
  }

  return {
    'items.list': async (filter) => {
      const found = await store.items.list(filter)
      return { entries: await rows(store, found.entries), cursor: found.cursor }
    },
    'items.get': async ({ itemId }) => {
      const item = await findItem(store, itemId)
      const [row] = await rows(store, [item])
      if (!row) return refuse('not-found', 'The post of this item is gone.', 'Look at the queue.')
      return { ...row, history: (await store.attempts.ofItem(itemId)).map(attemptView) }
    },
    'items.cancel': async ({ itemId }) => moved(itemId, () => [{ kind: 'cancel' }]),
    'items.reschedule': async ({ itemId, when }) =>
      moved(itemId, async (item, post, within, now) => {
        await assertAcceptable(world, within, post, item)
        return [{ kind: 'schedule', schedule: resolveWhen(when, post.zone, now) }]
      }),
    'items.retry': retry,
    'items.settle': settle,
    'items.edit': async ({ itemId, text }) =>
      changeLive(
        itemId,
        { text },
        (channel) => channel.edit?.bind(channel),
        (item) => ({ ...item, override: { ...item.override, text } }),
      ),
    'items.unpublish': async ({ itemId }) =>
      changeLive(
        itemId,
        {},
        (channel) => channel.unpublish?.bind(channel),
        (item, now) => ({ ...item, unpublishedAt: now }),
      ),
  } satisfies Partial<Handlers>
}

/** Items with their words and their account's name; items of posts that are gone are left out. */
export const rows = async (store: Store, items: readonly ItemRecord[]) => {
  const posts = new Map(
    (await store.posts.getMany([...new Set(items.map((item) => item.postId))])).map((post) => [post.id, post]),
  )
  const names = new Map((await store.accounts.list()).map((account) => [account.id, account.name]))
  return items.flatMap((item) => {
    const post = posts.get(item.postId)
    return post ? [itemRowView(item, post, names.get(item.accountId) ?? item.accountId)] : []
  })
}
