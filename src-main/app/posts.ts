import type { Parsed } from '../../src-preload/contract/methods.ts'
import type { Post, TargetCheck } from '../../src-preload/contract/model/post.ts'
import type { Handlers } from '../core/gate.ts'
import { move } from '../core/lifecycle.ts'
import type { Store } from '../core/ports.ts'
import { granted, refuse } from '../core/refusal.ts'
import type { ItemRecord, PostRecord } from '../core/records.ts'
import { isZone } from '../core/zones.ts'
import { assertAcceptable, checkDraft } from './acceptance.ts'
import { composeDraft } from './drafts.ts'
import { firstLook, takeBack } from './hand-over.ts'
import { findAccount, findChannel, findPost } from './lookups.ts'
import { narrowing } from './narrowing.ts'
import { HISTORY, mergeWritten, retarget } from './new-post.ts'
import type { Parts } from './parts.ts'
import { atTheTime, placeAll, placeItems } from './placement.ts'
import { keepReceipt, postOnce } from './receipts.ts'
import { closeGaps } from './slot-gaps.ts'
import { postView } from './views.ts'
import { because } from '../core/told.ts'

type Written = Parsed<'posts.save'>

/** Content that is on its way cannot be changed under it. */
const ON_ITS_WAY: ReadonlySet<ItemRecord['state']> = new Set(['publishing', 'unconfirmed'])

export const createPostHandlers = (parts: Parts) => {
  const { world, announcer, settings, queue } = parts
  const { store, channels, clock } = world

  const view = async (post: PostRecord): Promise<Post> => postView(post, await store.items.ofPosts([post.id]))

  /** What listeners see is what is on disk. */
  const announced = async (post: PostRecord): Promise<Post> => {
    const items = await store.items.ofPosts([post.id])
    announcer.post(post, items)
    await queue.changed()
    return postView(post, items)
  }

  const save = async (written: Written): Promise<Post> => {
    const zone = written.zone ?? (await settings.get()).zone
    if (!isZone(zone))
      refuse('unknown-zone', `There is no time zone named "${zone}".`, 'Use a name such as Europe/Berlin.', {
        field: 'zone',
        told: because('zone-unknown', { zone }),
      })
    // A picture that has to be fitted takes a while the first time: not while the file is held for writing.
    if (written.when) await check(written)
    if (written.postId !== undefined) await takeBack(parts, await store.items.ofPosts([written.postId]))
    const saved = await store.transaction(async (within) => {
      const known = await postOnce(within, world, written)
      if (known) return { known, post: null }
      const before = written.postId === undefined ? null : await changeable(within, written.postId)
      const post = { ...mergeWritten(before, written, world, clock.now()), zone: written.zone ?? before?.zone ?? zone }
      await writeContent(within, post, written)
      if (written.when) await placeAll(within, parts, post, open(await within.items.ofPosts([post.id])), written.when)
      await keepReceipt(within, world, written, postView(post, await within.items.ofPosts([post.id])))
      return { known: null, post }
    })
    return saved.post ? announced(saved.post) : saved.known
  }

  /** Writes the post and its items' targets. What is in the queue must stay fit to be sent; a draft may be anything. */
  const writeContent = async (within: Store, post: PostRecord, { targets, when }: Written): Promise<void> => {
    const existing = await within.items.ofPosts([post.id])
    if (existing.some((item) => ON_ITS_WAY.has(item.state))) {
      refuse(
        'illegal-transition',
        'This post is being sent right now.',
        'Wait a moment; then edit what was published.',
        { told: because('being-sent') },
      )
    }
    await composeDraft(within, parts.world, post, '', {})
    await within.posts.put(post)
    const items = targets ? await retarget(within, world, post, existing, targets) : existing
    // What gets a new time in this step is judged with it.
    if (when) return
    for (const item of items) {
      if (item.state !== 'scheduled' && item.state !== 'waiting') continue
      const { changes } = await assertAcceptable(world, within, post, item)
      const nextAt = item.state === 'scheduled' ? firstLook(channels.get(item.channel), item, clock.now()) : item.nextAt
      await within.items.put({ ...item, changes, nextAt })
    }
  }

  const schedule = async ({ postId, when, accountIds }: Parsed<'posts.schedule'>): Promise<Post> => {
    await check({ postId })
    const held = await store.items.ofPosts([postId])
    await takeBack(parts, accountIds ? held.filter((item) => accountIds.includes(item.accountId)) : held)
    const post = await store.transaction(async (within) => {
      const post = await changeable(within, postId)
      const items = open(await within.items.ofPosts([postId]))
      if (accountIds) await placeItems(within, parts, post, chosen(items, accountIds).map(atTheTime), when)
      else await placeAll(within, parts, post, items, when)
      return post
    })
    return announced(post)
  }

  const remove = async ({ postId }: Parsed<'posts.delete'>) => {
    await takeBack(parts, await store.items.ofPosts([postId]))
    const removed = await store.transaction(async (within) => {
      const now = clock.now()
      const post = await findPost(within, postId)
      const items = await within.items.ofPosts([postId])
      for (const item of items) {
        if (ON_ITS_WAY.has(item.state)) {
          refuse('illegal-transition', 'This post is being sent right now.', 'Delete it once it has come to an end.', {
            told: because('being-sent'),
          })
        }
        if (item.state === 'scheduled' || item.state === 'waiting') {
          await within.items.put(granted(move(item, { kind: 'cancel' }, now)))
        }
      }
      const hidden = { ...post, deletedAt: post.deletedAt ?? now, updatedAt: now }
      await within.posts.put(hidden)
      return { post: hidden, moved: await closeGaps(within, parts, items, now) }
    })
    announcer.emit({ kind: 'post-removed', postId: removed.post.id })
    await announcer.moved(store, removed.moved)
    await queue.changed()
    return { done: true } as const
  }

  const restore = async ({ postId }: Parsed<'posts.restore'>): Promise<Post> => {
    const post = { ...(await findPost(store, postId)), deletedAt: null, updatedAt: clock.now() }
    await store.posts.put(post)
    return announced(post)
  }

  const check = async (written: Parsed<'posts.check'>): Promise<{ targets: TargetCheck[] }> => {
    const before = written.postId === undefined ? null : await findPost(store, written.postId)
    const content = mergeWritten(before, written, world, clock.now())
    const targets =
      written.targets ??
      (before ? await store.items.ofPosts([before.id]) : []).map(({ accountId, override }) => ({ accountId, override }))
    return {
      targets: await Promise.all(
        targets.map(async ({ accountId, override }) => {
          const account = await findAccount(store, accountId)
          const draft = await composeDraft(store, parts.world, content, account.channel, override)
          return { accountId, ...(await checkDraft(findChannel(channels, account.channel), draft, account)) }
        }),
      ),
    }
  }

  return {
    'posts.save': save,
    'posts.get': async ({ postId }) => view(await findPost(store, postId)),
    'posts.list': async (filter) => {
      const found = await store.posts.list(narrowing(filter))
      const items = Map.groupBy(await store.items.ofPosts(found.entries.map((post) => post.id)), (item) => item.postId)
      return { entries: found.entries.map((post) => postView(post, items.get(post.id) ?? [])), cursor: found.cursor }
    },
    'posts.check': check,
    'posts.schedule': schedule,
    'posts.delete': remove,
    'posts.restore': restore,
  } satisfies Partial<Handlers>
}

/** A post that may be written to. */
const changeable = async (within: Store, postId: string): Promise<PostRecord> => {
  const post = await findPost(within, postId)
  if (post.deletedAt !== null) {
    refuse('not-found', 'This post was deleted.', 'Restore it first, or write a new one.', {
      told: because('post-deleted'),
    })
  }
  if (post.external) {
    refuse('illegal-transition', 'This post was made on the channel itself.', 'Change it there.', {
      told: because('made-on-channel'),
    })
  }
  return post
}

/** The items that can still be given a time. */
const open = (items: readonly ItemRecord[]): ItemRecord[] => {
  if (items.length === 0) {
    refuse('no-account', 'No account is chosen for this post.', 'Choose at least one account.', {
      field: 'targets',
      told: because('no-account'),
    })
  }
  const left = items.filter((item) => !HISTORY.has(item.state))
  return left.length > 0
    ? left
    : refuse('illegal-transition', 'This post is already published everywhere.', 'Duplicate it to post it again.', {
        told: because('published-everywhere'),
      })
}

const chosen = (items: readonly ItemRecord[], accountIds: readonly string[]): ItemRecord[] =>
  [...new Set(accountIds)].map(
    (id) =>
      items.find((item) => item.accountId === id) ??
      refuse('not-found', `The account ${id} is not one that this post can still go to.`, 'Look at its targets.', {
        field: 'accountIds',
        told: because('not-a-target'),
      }),
  )
