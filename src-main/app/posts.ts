import type { Parsed } from '../../src-preload/contract/methods.ts'
import type { Content, Post, Target, TargetCheck } from '../../src-preload/contract/model/post.ts'
import type { Handlers } from '../core/gate.ts'
import { move } from '../core/lifecycle.ts'
import type { Store } from '../core/ports.ts'
import { granted, refuse } from '../core/refusal.ts'
import type { AccountRecord, ItemRecord, PostRecord } from '../core/records.ts'
import { isZone } from '../core/zones.ts'
import { assertAcceptable, checkDraft } from './acceptance.ts'
import { composeDraft } from './drafts.ts'
import { findAccount, findChannel, findPost } from './lookups.ts'
import type { Parts } from './parts.ts'
import { resolveWhen } from './times.ts'
import { postView } from './views.ts'

type Written = Parsed<'posts.save'>

/** Content that stands on its own or is still on its way cannot be changed under it. */
const ON_ITS_WAY = new Set(['publishing', 'unconfirmed'])
const HISTORY = new Set(['publishing', 'unconfirmed', 'published'])

export const createPostHandlers = (parts: Parts) => {
  const { world, announcer, settings, queue } = parts
  const { store, files, channels, clock } = world

  const view = async (post: PostRecord): Promise<Post> => postView(post, await store.items.ofPosts([post.id]))

  /** Saves, then tells: what listeners see is what is on disk. */
  const told = async (post: PostRecord): Promise<Post> => {
    const items = await store.items.ofPosts([post.id])
    announcer.post(post, items)
    await queue.changed()
    return postView(post, items)
  }

  const save = async (written: Written): Promise<Post> => {
    const zone = written.zone ?? (await settings.get()).zone
    if (!isZone(zone))
      refuse('unknown-zone', `There is no time zone named "${zone}".`, 'Use a name such as Europe/Berlin.')
    const post = await store.transaction(async (within) => {
      const now = clock.now()
      const before = written.postId === undefined ? null : await findPost(within, written.postId)
      if (before?.deletedAt != null) {
        refuse('not-found', 'This post was deleted.', 'Restore it first, or write a new one.')
      }
      const after = { ...merge(before, written, parts, now), zone: written.zone ?? before?.zone ?? zone }
      const existing = before ? await within.items.ofPosts([before.id]) : []
      if (existing.some((item) => ON_ITS_WAY.has(item.state))) {
        refuse(
          'illegal-transition',
          'This post is being sent right now.',
          'Wait a moment; then edit what was published.',
        )
      }
      await composeDraft(within, files, after, {})
      await within.posts.put(after)
      const items = written.targets ? await retarget(within, parts, after, existing, written.targets) : existing
      // What is already in the queue must stay fit to be sent; a draft may be anything.
      for (const item of items) {
        if (item.state === 'scheduled' || item.state === 'waiting') await assertAcceptable(world, within, after, item)
      }
      return after
    })
    return told(post)
  }

  const schedule = async ({ postId, when }: Parsed<'posts.schedule'>): Promise<Post> => {
    const post = await findPost(store, postId)
    await store.transaction(async (within) => {
      const now = clock.now()
      const items = await within.items.ofPosts([postId])
      if (items.length === 0) {
        refuse('no-account', 'No account is chosen for this post.', 'Choose at least one account.', {
          field: 'targets',
        })
      }
      const open = items.filter((item) => !HISTORY.has(item.state))
      if (open.length === 0) {
        refuse('illegal-transition', 'This post is already published everywhere.', 'Duplicate it to post it again.')
      }
      const resolved = resolveWhen(when, post.zone, now)
      for (const item of open) {
        await assertAcceptable(world, within, post, item)
        await within.items.put(granted(move(item, { kind: 'schedule', schedule: resolved }, now)))
      }
    })
    return told(post)
  }

  const remove = async ({ postId }: Parsed<'posts.delete'>) => {
    const removed = await store.transaction(async (within) => {
      const now = clock.now()
      const post = await findPost(within, postId)
      for (const item of await within.items.ofPosts([postId])) {
        if (ON_ITS_WAY.has(item.state)) {
          refuse('illegal-transition', 'This post is being sent right now.', 'Delete it once it has come to an end.')
        }
        if (item.state === 'scheduled' || item.state === 'waiting') {
          await within.items.put(granted(move(item, { kind: 'cancel' }, now)))
        }
      }
      const hidden = { ...post, deletedAt: post.deletedAt ?? now, updatedAt: now }
      await within.posts.put(hidden)
      return hidden
    })
    announcer.emit({ kind: 'post-removed', postId: removed.id })
    await queue.changed()
    return { done: true } as const
  }

  const restore = async ({ postId }: Parsed<'posts.restore'>): Promise<Post> => {
    const post = { ...(await findPost(store, postId)), deletedAt: null, updatedAt: clock.now() }
    await store.posts.put(post)
    return told(post)
  }

  const check = async (written: Written): Promise<{ targets: TargetCheck[] }> => {
    const before = written.postId === undefined ? null : await findPost(store, written.postId)
    const content = merge(before, written, parts, clock.now())
    const targets =
      written.targets ??
      (before ? await store.items.ofPosts([before.id]) : []).map(({ accountId, override }) => ({ accountId, override }))
    return {
      targets: await Promise.all(
        targets.map(async ({ accountId, override }) => {
          const account = await findAccount(store, accountId)
          const draft = await composeDraft(store, files, content, override)
          return { accountId, ...(await checkDraft(findChannel(channels, account.channel), draft, account)) }
        }),
      ),
    }
  }

  return {
    'posts.save': save,
    'posts.get': async ({ postId }) => view(await findPost(store, postId)),
    'posts.list': async (filter) => {
      const found = await store.posts.list(filter)
      const items = Map.groupBy(await store.items.ofPosts(found.entries.map((post) => post.id)), (item) => item.postId)
      return { entries: found.entries.map((post) => postView(post, items.get(post.id) ?? [])), cursor: found.cursor }
    },
    'posts.check': check,
    'posts.schedule': schedule,
    'posts.delete': remove,
    'posts.restore': restore,
  } satisfies Partial<Handlers>
}

/** What is left out stays as it was; a new post starts empty. */
const merge = (before: PostRecord | null, written: Written, { world }: Parts, now: number): PostRecord => {
  const content: Content = {
    text: written.text ?? before?.text ?? '',
    media: written.media ?? before?.media ?? [],
    thread: written.thread ?? before?.thread ?? false,
    tags: written.tags ?? before?.tags ?? [],
  }
  return {
    ...content,
    id: before?.id ?? world.ids.make('pst'),
    zone: before?.zone ?? world.about.zone,
    lateness: written.lateness === undefined ? (before?.lateness ?? null) : written.lateness,
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
    deletedAt: before?.deletedAt ?? null,
  }
}

/** Makes the post's items match its targets. What was published there stays: it is history. */
const retarget = async (
  within: Store,
  { world }: Parts,
  post: PostRecord,
  existing: readonly ItemRecord[],
  targets: readonly Target[],
): Promise<ItemRecord[]> => {
  const kept = new Map(existing.map((item) => [item.accountId, item]))
  const result: ItemRecord[] = []
  const wanted = new Set<string>()
  for (const { accountId, override } of targets) {
    if (wanted.has(accountId)) continue
    wanted.add(accountId)
    const item = kept.get(accountId)
    if (item && HISTORY.has(item.state)) continue
    const next: ItemRecord = item
      ? { ...item, override, updatedAt: post.updatedAt }
      : newItem(world.ids.make('itm'), post, await findAccount(within, accountId), override)
    await within.items.put(next)
    result.push(next)
  }
  for (const item of existing) {
    if (!wanted.has(item.accountId) && !HISTORY.has(item.state)) await within.items.remove(item.id)
  }
  return result
}

const newItem = (
  id: string,
  post: PostRecord,
  account: AccountRecord,
  override: ItemRecord['override'],
): ItemRecord => ({
  id,
  postId: post.id,
  accountId: account.id,
  channel: account.channel,
  state: 'draft',
  override,
  schedule: null,
  nextAt: null,
  waiting: null,
  failure: null,
  attempts: 0,
  tries: 0,
  marker: null,
  parts: [],
  leaseUntil: null,
  remote: null,
  publishedAt: null,
  unpublishedAt: null,
  createdAt: post.updatedAt,
  updatedAt: post.updatedAt,
})
