import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Channel, Draft, Lookup, Outcome, Work } from '../channels/channel.ts'
import { move } from '../core/lifecycle.ts'
import { failed, granted, Refusal } from '../core/refusal.ts'
import type { Clock } from '../core/ports.ts'
import type { AccountRecord, ItemRecord, Millis, PostRecord } from '../core/records.ts'
import type { AccountDesk } from './account-desk.ts'
import { checkDraft, firstError } from './acceptance.ts'
import { uploadNotes } from './upload-notes.ts'
import type { World } from './world.ts'

/** Something to do with a channel for one item, claimed and on disk. */
export type Job = {
  kind: 'send' | 'ask'
  item: ItemRecord
  post: PostRecord
  account: AccountRecord
  channel: Channel
  /** What is to be sent, or why it cannot be put together. */
  draft: Draft | Failure
}

export type Finished = { job: Job } & ({ kind: 'sent'; outcome: Outcome } | { kind: 'asked'; answer: Lookup })

/** How long one attempt may take before its answer counts as lost. */
export const SEND_DEADLINE: Millis = 120_000
/** How long a claim holds: the deadline, and time to write the outcome. */
export const LEASE: Millis = SEND_DEADLINE + 60_000

/** Does a job; whatever the channel does, an end comes back. `stopping` ends it early. */
export const runJob = async (job: Job, world: World, desk: AccountDesk, stopping: AbortSignal): Promise<Finished> => {
  const ended = new AbortController()
  const end = () => ended.abort()
  stopping.addEventListener('abort', end, { once: true })
  const callOff = world.clock.after(SEND_DEADLINE, end)
  try {
    return job.kind === 'send'
      ? { job, kind: 'sent', outcome: await send(job, world, desk, ended.signal) }
      : { job, kind: 'asked', answer: await ask(job, world, desk, ended.signal) }
  } finally {
    callOff()
    stopping.removeEventListener('abort', end)
  }
}

const send = async (job: Job, world: World, desk: AccountDesk, signal: AbortSignal): Promise<Outcome> => {
  if ('code' in job.draft) return { kind: 'rejected', failure: job.draft }
  const error = firstError(await checkDraft(job.channel, job.draft, job.account), job.account)
  if (error) return { kind: 'rejected', failure: error }
  const work = await workOf(job, job.draft, world, desk, signal)
  if ('kind' in work) return { kind: 'signed-out', failure: work.failure }
  try {
    return await Promise.race([job.channel.publish(work), abandoned(signal, world.clock)])
  } catch (error) {
    // A channel that throws may have sent; to say otherwise could double the post.
    world.log.error('a channel threw while publishing', { channel: job.item.channel, error: String(error) })
    return { kind: 'unclear', failure: lost(String(error)) }
  }
}

const ask = async (job: Job, world: World, desk: AccountDesk, signal: AbortSignal): Promise<Lookup> => {
  if ('code' in job.draft || !job.channel.lookup)
    return { kind: 'unknown', failure: lost('The channel cannot be asked.') }
  const work = await workOf(job, job.draft, world, desk, signal)
  if ('kind' in work) return { kind: 'unknown', failure: work.failure }
  try {
    const gaveUp = abandoned(signal, world.clock).then(({ failure }) => ({ kind: 'unknown', failure }) as const)
    return await Promise.race([job.channel.lookup(work), gaveUp])
  } catch (error) {
    world.log.error('a channel threw while being asked', { channel: job.item.channel, error: String(error) })
    return { kind: 'unknown', failure: lost(String(error)) }
  }
}

type ChannelWork = Work<Record<string, unknown>>

const workOf = async (
  { item, account, post }: Job,
  draft: Draft,
  world: World,
  desk: AccountDesk,
  signal: AbortSignal,
): Promise<ChannelWork | { kind: 'locked'; failure: Failure }> => {
  try {
    return {
      ...(await desk.access(account, signal)),
      itemId: item.id,
      draft,
      at: item.schedule?.at ?? post.createdAt,
      zone: item.schedule?.zone ?? post.zone,
      marker: item.marker,
      parts: item.parts,
      standing: null,
      onPart: (part) => keepPart(world, item.id, part),
      notes: uploadNotes(world.store, item.id),
      onProgress: () => {},
      relay: null,
    }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'locked', failure: error.failure }
    throw error
  }
}

const keepPart = (world: World, itemId: string, part: ItemRecord['parts'][number]): Promise<void> =>
  world.store.transaction(async (within) => {
    const item = await within.items.get(itemId)
    if (item && !item.parts.some((known) => known.id === part.id)) {
      await within.items.put({ ...item, parts: [...item.parts, part] })
    }
  })

/** How long a channel may take to wind up after its signal: it may know better than "no answer". */
const WIND_UP: Millis = 5_000

/** Resolves some time after the signal, for a channel that does not heed it. */
const abandoned = (signal: AbortSignal, clock: Clock): Promise<Extract<Outcome, { kind: 'unclear' }>> =>
  new Promise((resolve) => {
    const giveUp = () =>
      clock.after(WIND_UP, () => resolve({ kind: 'unclear', failure: lost('No answer came in time.') }))
    if (signal.aborted) giveUp()
    else signal.addEventListener('abort', giveUp, { once: true })
  })

const lost = (detail: string): Failure =>
  failed(
    'answer-lost',
    'The post was sent, but no answer came back.',
    'The channel is asked whether it arrived; where it cannot be asked, look there yourself.',
    { detail },
  )

/** Publishing states are entered by one move only: the claim, on disk before anything leaves. */
export const claimed = (item: ItemRecord, marker: string | null, now: Millis): ItemRecord =>
  granted(move(item, { kind: 'claim', leaseUntil: now + LEASE, marker }, now))
