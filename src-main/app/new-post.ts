import type { Parsed } from '../../src-preload/contract/methods.ts'
import type { Content, Target } from '../../src-preload/contract/model/post.ts'
import type { Store } from '../core/ports.ts'
import type { AccountRecord, ItemRecord, PostRecord } from '../core/records.ts'
import { findAccount } from './lookups.ts'
import type { World } from './world.ts'

type Written = Omit<Parsed<'posts.save'>, 'when' | 'once'>

/** Items that stand on their own or are still on their way: they stay whatever becomes of their post. */
export const HISTORY: ReadonlySet<ItemRecord['state']> = new Set(['publishing', 'unconfirmed', 'published'])

/** A post with what was written into it: what is left out stays as it was; a new post starts empty. */
export const mergeWritten = (
  before: PostRecord | null,
  written: Written,
  { ids, about }: World,
  now: number,
): PostRecord => {
  const content: Content = {
    text: written.text ?? before?.text ?? '',
    media: written.media ?? before?.media ?? [],
    thread: written.thread ?? before?.thread ?? false,
    numbered: written.numbered ?? before?.numbered ?? false,
    rich: written.rich ?? before?.rich ?? false,
    tags: written.tags ?? before?.tags ?? [],
    strict: written.strict ?? before?.strict ?? false,
    // A channel's options are replaced whole by those that are sent; the options of other channels stay.
    options: { ...before?.options, ...written.options },
  }
  return {
    ...content,
    id: before?.id ?? ids.make('pst'),
    zone: before?.zone ?? about.zone,
    lateness: written.lateness === undefined ? (before?.lateness ?? null) : written.lateness,
    external: before?.external ?? false,
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
    deletedAt: before?.deletedAt ?? null,
  }
}

/** Makes the post's items match its targets. What was published there stays: it is history. */
export const retarget = async (
  within: Store,
  { ids }: World,
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
      : newItem(ids.make('itm'), post, await findAccount(within, accountId), override)
    await within.items.put(next)
    result.push(next)
  }
  for (const item of existing) {
    if (!wanted.has(item.accountId) && !HISTORY.has(item.state)) await within.items.remove(item.id)
  }
  return result
}

export const newItem = (
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
  held: null,
  remote: null,
  publishedAt: null,
  unpublishedAt: null,
  charge: null,
  slot: null,
  changes: [],
  versions: [],
  external: false,
  createdAt: post.updatedAt,
  updatedAt: post.updatedAt,
})
