import type { Failure } from '../../src-preload/contract/failure.ts'
import type { NativePost, ReadBack } from '../channels/channel.ts'
import type { Store } from '../core/ports.ts'
import { failed, Refusal } from '../core/refusal.ts'
import type { AccountRecord, ItemRecord, Millis, PostRecord } from '../core/records.ts'
import { withDeadline } from './account-desk.ts'
import { findGone, idsOf, matchByWords } from './external-match.ts'
import { findChannel } from './lookups.ts'
import { mergeWritten, newItem } from './new-post.ts'
import type { Parts } from './parts.ts'
import type { World } from './world.ts'
import { because } from '../core/told.ts'

const DAY: Millis = 86_400_000
/** Always read at least so far back, so that what was removed is noticed, */
const AT_LEAST: Millis = 30 * DAY
/** and never further than this. */
const AT_MOST: Millis = 365 * DAY

export type Reading = { accountId: string; read: number; added: number; failure: Failure | null }

/** Reads what an account posted, keeps what Posthorn did not send, marks what is gone. Reading twice adds nothing. */
export const readAccount = async (parts: Parts, account: AccountRecord): Promise<Reading> => {
  const { world, announcer } = parts
  const startedAt = world.clock.now()
  const answer = await ask(parts, account, await sinceWhen(world.store, account.id, startedAt))
  if (answer.kind === 'failed') {
    if (answer.failure.code === 'signed-out') await parts.accounts.signOut(account, answer.failure)
    return { accountId: account.id, read: 0, added: 0, failure: answer.failure }
  }
  const { added, changed } = await world.store.transaction((within) => keep(within, world, account, answer, startedAt))
  for (const { post, item } of added) announcer.post(post, [item])
  await announcer.moved(world.store, changed)
  return { accountId: account.id, read: answer.posts.length, added: added.length, failure: null }
}

/** Since the newest that is known, and some way before it. */
const sinceWhen = async (store: Store, accountId: string, now: Millis): Promise<Millis> => {
  const { entries } = await store.items.list({ accountId, external: true, order: 'latest', limit: 1 })
  const newest = entries[0]?.publishedAt ?? now
  return Math.max(now - AT_MOST, Math.min(newest, now - AT_LEAST))
}

const ask = async ({ world, accounts }: Parts, account: AccountRecord, since: Millis): Promise<ReadBack> => {
  const channel = findChannel(world.channels, account.channel)
  if (!channel.readBack) {
    const message = `Posthorn cannot read posts back from ${channel.descriptor.name}.`
    return {
      kind: 'failed',
      failure: failed('channel-unsupported', message, 'Look at them on the channel itself.', {
        told: because('no-read-back', { channel: channel.descriptor.name }),
      }),
    }
  }
  const read = channel.readBack.bind(channel)
  try {
    return await withDeadline(async (signal) => read(await accounts.access(account, signal), since))
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'failed', failure: error.failure }
    throw error
  }
}

type Kept = { added: { post: PostRecord; item: ItemRecord }[]; changed: ItemRecord[] }

const keep = async (
  within: Store,
  world: World,
  account: AccountRecord,
  { posts, from }: Extract<ReadBack, { kind: 'read' }>,
  startedAt: Millis,
): Promise<Kept> => {
  const now = world.clock.now()
  const known = new Set(
    await within.items.knownRemotes(
      account.id,
      posts.flatMap(({ remote }) => idsOf(remote)),
    ),
  )
  const strangers = posts.filter(({ remote }) => !idsOf(remote).some((id) => known.has(id)))
  const sent = await matchByWords(within, account.id, strangers)
  const changed: ItemRecord[] = []
  for (const [{ remote }, item] of sent) {
    // Of what is still on its way the outcome will say where it stands.
    if (item.state === 'published') changed.push({ ...item, remote, updatedAt: now })
  }
  for (const item of await findGone(within, account.id, posts, { from, to: startedAt })) {
    changed.push({ ...item, unpublishedAt: now, updatedAt: now })
  }
  for (const item of changed) await within.items.put(item)
  const added = strangers.filter((post) => !sent.has(post)).map((post) => externalPost(world, account, post, now))
  for (const { post, item } of added) {
    await within.posts.put(post)
    await within.items.put(item)
  }
  return { added, changed }
}

/** A post as Posthorn keeps what it did not send: published, and for looking at. Its pictures stay where they are. */
const externalPost = (world: World, account: AccountRecord, native: NativePost, now: Millis): Kept['added'][number] => {
  const { remote, text, at, pictures } = native
  const post: PostRecord = { ...mergeWritten(null, { text }, world, now), external: true, createdAt: at }
  const item: ItemRecord = {
    ...newItem(world.ids.make('itm'), post, account, pictures.length > 0 ? { options: { pictures } } : {}),
    state: 'published',
    remote,
    publishedAt: at,
    external: true,
    createdAt: at,
  }
  return { post, item }
}
