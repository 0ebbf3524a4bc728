import type { Settings } from '../../src-preload/contract/model/settings.ts'
import type { Channel } from '../channels/channel.ts'
import { backOff } from '../core/back-off.ts'
import { judgeLateness } from '../core/lateness.ts'
import { type Move, move } from '../core/lifecycle.ts'
import type { Store } from '../core/ports.ts'
import { failed, granted, Refusal } from '../core/refusal.ts'
import type { AccountRecord, ItemRecord, Millis, PostRecord } from '../core/records.ts'
import { composeDraft } from './drafts.ts'
import { isForHandOver } from './hand-over.ts'
import { claimed, type Job } from './jobs.ts'
import { loseOrphan } from './orphan.ts'
import type { Hosts } from './hosts.ts'
import type { Parts } from './parts.ts'
import { placeItems } from './placement.ts'
import type { Turns } from './turns.ts'
import type { World } from './world.ts'
import { because } from '../core/told.ts'

/** What the claim needs of the use cases' parts. */
export type ClaimParts = Pick<Parts, 'world' | 'meters' | 'outbox'> & { hosts: Hosts; turns: Turns }

/** What looking at one due item led to: a job to run, or a state in which it rests. */
export type Looked = { item: ItemRecord; post: PostRecord; account: AccountRecord; job: Job | null }

/**
 * Looks at one due item within a transaction: claims it, or moves it to where it must rest. The attempt row is written
 * with the claim, so that it is on disk before anything leaves. `crowded`: enough is at work on its host already.
 */
export const lookAt = async (
  within: Store,
  parts: ClaimParts,
  settings: Settings,
  item: ItemRecord,
): Promise<Looked | 'crowded' | null> => {
  const { world, hosts, turns } = parts
  const now = world.clock.now()
  const [post, account] = [await within.posts.get(item.postId), await within.accounts.get(item.accountId)]
  const channel = world.channels.get(item.channel)
  if (!post || !account) return null
  const rest = async (by: Move): Promise<Looked> => {
    const next = granted(move(item, by, now))
    await within.items.put(next)
    return { item: next, post, account, job: null }
  }
  if (item.state === 'publishing') {
    // Its lease ran out: whoever had it is gone, and nobody knows what it did.
    return { item: await loseOrphan(within, world, item), post, account, job: null }
  }
  if (!channel && item.held) {
    return rest({ kind: 'follow-later', askAt: now + NO_CHANNEL, failure: unknownChannel(item) })
  }
  if (!channel) {
    return rest({ kind: 'hold', reason: 'unreachable', until: null, failure: unknownChannel(item) })
  }
  if (!hosts.hasRoom(account)) return 'crowded'
  const draft = await composed(within, world, post, item)
  const claim = async (kind: 'send' | 'give'): Promise<Pick<Looked, 'item' | 'job'>> => {
    const marker = item.marker ?? ('code' in draft ? null : channel.plan(draft, account.settings))
    const next = claimed(item, marker, now, kind === 'give')
    await within.items.put(next)
    await within.attempts.put({
      itemId: item.id,
      number: next.attempts,
      startedAt: now,
      endedAt: null,
      outcome: 'open',
      failure: null,
    })
    return { item: next, job: { kind, item: next, post, account, channel, draft } }
  }
  if (item.state === 'unconfirmed')
    return { item, post, account, job: { kind: 'ask', item, post, account, channel, draft } }
  if (item.held) return { item, post, account, job: { kind: 'follow', item, post, account, channel, draft } }
  const early = item.state === 'scheduled' && item.schedule !== null && item.schedule.at > now
  if (early) {
    const put = whyNotYet(item, account, channel, settings, parts)
    if (put) return rest(put)
    return { post, account, ...(await claim('give')) }
  }
  const judged = judgeLateness(item, post.lateness ?? settings.lateness, now)
  if (judged === 'next-slot' && !settings.paused) {
    return { item: await toNextSlot(within, parts, post, item), post, account, job: null }
  }
  const resting =
    whyNot(account, settings, judged) ??
    outOfReach(hosts, account, now) ??
    (await turns.hold(within, item, now)) ??
    (await parts.meters.recheck(within, item, account, now))
  return resting ? rest(resting) : { post, account, ...(await claim('send')) }
}

/** How long until the next look at what is held by a channel that this version does not have. */
const NO_CHANNEL: Millis = 3_600_000
/** How long until the next look at what is to be handed over while Posthorn is paused. */
const PAUSED: Millis = 5 * 60_000

/** What keeps an item from being handed over before its time; null when nothing does. At its time Posthorn publishes it. */
const whyNotYet = (
  item: ItemRecord,
  account: AccountRecord,
  channel: Channel,
  settings: Settings,
  { world: { clock, random }, hosts }: ClaimParts,
): Move | null => {
  const now = clock.now()
  const at = item.schedule?.at ?? now
  const until = (pause: Millis) => Math.min(at, now + pause)
  if (!isForHandOver(channel, item, now)) return { kind: 'postpone', until: at, failure: item.failure }
  if (settings.paused) return { kind: 'postpone', until: until(PAUSED), failure: null }
  if (account.connection === 'signed-out' || account.connection === 'disconnected') {
    const failure = account.failure ?? disconnected(account)
    return { kind: 'postpone', until: until(backOff(item.tries, random)), failure }
  }
  const rest = hosts.restsUntil(account, now)
  return rest ? { kind: 'postpone', until: Math.min(at, rest.until), failure: null } : null
}

/** Others found out already that its host cannot be reached: it waits for the one that tries. */
const outOfReach = (hosts: Hosts, account: AccountRecord, now: Millis): Move | null => {
  const rest = hosts.restsUntil(account, now)
  return rest ? { kind: 'hold', reason: 'unreachable', until: rest.until, failure: notReached(rest.host) } : null
}

/** What keeps a due item from being sent right now, its meters aside; null when nothing does. */
const whyNot = (account: AccountRecord, settings: Settings, judged: ReturnType<typeof judgeLateness>): Move | null => {
  if (settings.paused) return { kind: 'hold', reason: 'paused', until: null, failure: null }
  if (judged === 'skip') return { kind: 'cancel' }
  if (judged === 'miss') return { kind: 'lapse', failure: missed() }
  if (account.connection === 'signed-out' || account.connection === 'disconnected') {
    return { kind: 'hold', reason: 'signed-out', until: null, failure: account.failure ?? disconnected(account) }
  }
  return null
}

/** Too late, and meant for the next free slot then. Without one it is missed, for the person to decide. */
const toNextSlot = async (
  within: Store,
  parts: ClaimParts,
  post: PostRecord,
  item: ItemRecord,
): Promise<ItemRecord> => {
  try {
    const [placed] = await placeItems(within, parts, post, [item], { kind: 'slot' })
    if (placed) return placed
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  const lapsed = granted(move(item, { kind: 'lapse', failure: missed() }, parts.world.clock.now()))
  await within.items.put(lapsed)
  return lapsed
}

const composed = async (within: Store, world: World, post: PostRecord, item: ItemRecord): Promise<Job['draft']> => {
  try {
    return await composeDraft(within, world, post, item.channel, item.override)
  } catch (error) {
    if (error instanceof Refusal) return error.failure
    throw error
  }
}

/** Why it was not published at its time. */
export const missed = () =>
  failed(
    'in-the-past',
    'Posthorn was closed or asleep when this was due, and it is now later than you allow.',
    'Publish it now, choose a new time, or dismiss it.',
    { told: because('too-late') },
  )

const notReached = (host: string) =>
  failed('unreachable', `${host} cannot be reached right now.`, 'Nothing to do: Posthorn tries again by itself.', {
    detail: 'Others could not be sent there; one at a time tries again.',
    told: because('host-away', { host }),
  })

const disconnected = (account: AccountRecord) =>
  failed('signed-out', `${account.name} is disconnected.`, 'Connect the account again; the post is kept for it.', {
    told: because('account-cut-waits', { account: account.name }),
  })

const unknownChannel = (item: ItemRecord) =>
  failed(
    'channel-unsupported',
    `This version has no channel "${item.channel}".`,
    'Update Posthorn, or cancel the post.',
    { told: because('channel-missing', { channel: item.channel }) },
  )
