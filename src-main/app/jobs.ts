import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Remote } from '../../src-preload/contract/model/item.ts'
import type { Channel, Draft, Followed, Lookup, Outcome } from '../channels/channel.ts'
import { move } from '../core/lifecycle.ts'
import { failed, granted, Refusal } from '../core/refusal.ts'
import type { Clock } from '../core/ports.ts'
import type { AccountRecord, ItemRecord, Millis, PostRecord } from '../core/records.ts'
import { checkDraft, firstError } from './acceptance.ts'
import type { Announcer } from './announcer.ts'
import { type ChannelWork, workFor, type WorkParts } from './channel-work.ts'
import { createDeadline } from './deadline.ts'
import { createLease, LEASE } from './lease.ts'
import { createUploadProgress } from './upload-progress.ts'
import { because } from '../core/told.ts'

/** Something to do with a channel for one item, claimed and on disk. */
export type Job = {
  /** `give`: to the channel's own schedule; `ask`: whether it arrived; `follow`: what became of what it holds. */
  kind: 'send' | 'give' | 'ask' | 'follow'
  item: ItemRecord
  post: PostRecord
  account: AccountRecord
  channel: Channel
  /** What is to be sent, or why it cannot be put together. */
  draft: Draft | Failure
}

/** `held`: it arrived in the channel's schedule, where it waits. */
export type Answer = Lookup | { kind: 'held'; remote: Remote }

export type Finished = { job: Job } & (
  | { kind: 'sent'; outcome: Outcome }
  | { kind: 'asked'; answer: Answer }
  | { kind: 'followed'; answer: Followed }
)

export type JobParts = WorkParts & { announcer: Announcer }

/** Does a job; whatever the channel does, an end comes back. `stopping` ends it early. */
export const runJob = async (job: Job, parts: JobParts, stopping: AbortSignal): Promise<Finished> => {
  const { world, announcer } = parts
  const ended = new AbortController()
  const end = () => ended.abort()
  stopping.addEventListener('abort', end, { once: true })
  const deadline = createDeadline(world.clock, end)
  const lease = createLease(world, job.item)
  const progress = createUploadProgress(announcer, world.clock, job.item.id)
  let last = -1
  const onProgress = (sent: number, total: number) => {
    // The same number again is no progress, however often it is told.
    if (sent === last) return
    last = sent
    deadline.moved()
    lease.moved()
    progress.at(sent, total)
  }
  try {
    return await carryOut(job, parts, { signal: ended.signal, onProgress })
  } finally {
    deadline.stop()
    progress.end()
    stopping.removeEventListener('abort', end)
  }
}

type Call = Pick<ChannelWork, 'signal' | 'onProgress'>

const carryOut = async (job: Job, parts: JobParts, call: Call): Promise<Finished> => {
  switch (job.kind) {
    case 'send':
    case 'give':
      return { job, kind: 'sent', outcome: await send(job, parts, call) }
    case 'ask':
      return { job, kind: 'asked', answer: await question(job, parts, call, arrived) }
    case 'follow':
      return { job, kind: 'followed', answer: await question(job, parts, call, followed) }
  }
}

const send = async (job: Job, parts: JobParts, call: Call): Promise<Outcome> => {
  const { world } = parts
  const { draft, channel } = job
  if ('code' in draft) return { kind: 'rejected', failure: draft }
  const gone = await goneFile(draft, world)
  if (gone) return { kind: 'rejected', failure: gone }
  const error = firstError(await checkDraft(channel, draft, job.account), job.account)
  if (error) return { kind: 'rejected', failure: error }
  const { handOver } = channel
  if (job.kind === 'give' && !handOver) return { kind: 'rejected', failure: noSchedule(channel) }
  const work = await opened(workFor(parts, { ...job, draft }, call))
  if ('kind' in work) return { kind: 'signed-out', failure: work.failure }
  try {
    const answer = job.kind === 'give' && handOver ? handOver.give(work) : channel.publish(work)
    return await Promise.race([answer, abandoned(call.signal, world.clock)])
  } catch (error) {
    // A channel that throws may have sent; to say otherwise could double the post.
    world.log.error('a channel threw while publishing', { channel: job.item.channel, error: String(error) })
    return { kind: 'unclear', failure: lost(String(error)) }
  }
}

/** A file of the post that is not in Posthorn's folder any more: found before the first of its files is sent. */
const goneFile = async ({ media }: Draft, { files }: JobParts['world']): Promise<Failure | null> => {
  for (const { name, hash } of media) {
    if (await files.has(hash)) continue
    const message = `The file of ${name} is gone from Posthorn's folder.`
    return failed('media-missing', message, 'Nothing was sent. Attach it again, then retry.', {
      field: 'media',
      told: because('post-file-gone', { file: name }),
    })
  }
  return null
}

type Unknown = { kind: 'unknown'; failure: Failure }

/** Asks a channel something that changes nothing; whatever is in the way, nothing is known then. */
const question = async <T>(
  job: Job,
  parts: JobParts,
  call: Call,
  ask: (job: Job, work: ChannelWork) => Promise<T>,
): Promise<T | Unknown> => {
  const { world } = parts
  const { draft } = job
  if ('code' in draft) return { kind: 'unknown', failure: draft }
  const work = await opened(workFor(parts, { ...job, draft }, call))
  if ('kind' in work) return { kind: 'unknown', failure: work.failure }
  try {
    const gaveUp = abandoned(call.signal, world.clock).then(({ failure }): Unknown => ({ kind: 'unknown', failure }))
    return await Promise.race([ask(job, work), gaveUp])
  } catch (error) {
    world.log.error('a channel threw while being asked', { channel: job.item.channel, error: String(error) })
    return { kind: 'unknown', failure: lost(String(error)) }
  }
}

const arrived = async ({ item, channel }: Job, work: ChannelWork): Promise<Answer> => {
  if (!item.held) return channel.lookup ? channel.lookup(work) : CANNOT_BE_ASKED
  const found = channel.handOver?.find ? await channel.handOver.find(work) : CANNOT_BE_ASKED
  if (found.kind !== 'found') return found
  const { remote } = found
  const stands = await followRemote(channel, work, remote)
  if (stands.kind === 'held') return { kind: 'held', remote }
  if (stands.kind === 'published') return { kind: 'found', remote: stands.remote }
  return stands.kind === 'gone' ? { kind: 'absent' } : stands
}

const followed = ({ item, channel }: Job, work: ChannelWork): Promise<Followed> =>
  item.held?.remote ? followRemote(channel, work, item.held.remote) : Promise.resolve(CANNOT_BE_ASKED)

const followRemote = (channel: Channel, work: ChannelWork, remote: Remote): Promise<Followed> =>
  channel.handOver ? channel.handOver.follow(work, remote) : Promise.resolve(CANNOT_BE_ASKED)

const opened = async (work: Promise<ChannelWork>): Promise<ChannelWork | { kind: 'locked'; failure: Failure }> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'locked', failure: error.failure }
    throw error
  }
}

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
    { detail, told: because('no-answer') },
  )

const CANNOT_BE_ASKED: Unknown = { kind: 'unknown', failure: lost('The channel cannot be asked.') }

const noSchedule = ({ descriptor }: Channel): Failure =>
  failed(
    'channel-unsupported',
    `${descriptor.name} has no schedule of its own any more.`,
    'Let Posthorn publish it: change that in the post, then schedule it again.',
    { told: because('no-schedule-there', { channel: descriptor.name }) },
  )

/** Publishing states are entered by one move only: the claim, on disk before anything leaves. */
export const claimed = (item: ItemRecord, marker: string | null, now: Millis, handOver: boolean): ItemRecord =>
  granted(move(item, { kind: 'claim', leaseUntil: now + LEASE, marker, ...(handOver && { handOver }) }, now))
