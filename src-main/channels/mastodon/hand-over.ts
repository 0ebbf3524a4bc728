import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { failed, refuse } from '../../core/refusal.ts'
import type { Change, ChannelTools, Followed, HandOver, Lookup, Outcome, Work } from '../channel.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { failureOf, outcomeOf } from './failures.ts'
import { asSent, findStanding, isHidden } from './find-standing.ts'
import { keyOf, readMarker } from './marker.ts'
import { asItIsNow, bodyOf, identify, type Kept } from './publish.ts'
import { isMissing, saysNothing, type Server } from './server.ts'
import type { MastodonSettings } from './settings.ts'
import { findStatus, remoteOf, type Status, statusIn } from './statuses.ts'
import { textsOf } from './text-parts.ts'

/*
 * A server's own schedule. It takes what is five minutes ahead at least, and its files must be there before; those that
 * know no schedule publish at once, and say so only by answering with a post.
 */

const LEAST = 10 * 60_000
/** How long after its time a post may be neither held nor published yet. */
const BETWEEN = 5 * 60_000
/** How many of an account are held at most that are looked through. */
const PAGE = 40

const held = z.object({
  id: z.coerce.string(),
  scheduled_at: z.string(),
  params: z.object({ text: z.string().nullish(), idempotency: z.string().nullish() }).catch({}),
})
type Held = z.infer<typeof held>

export const createHandOver = (tools: ChannelTools, kept: Kept): HandOver<MastodonSettings> => ({
  least: LEAST,
  give: (work) => give(work, tools, kept),
  find: (work) => find(work, tools, kept),
  follow: (work, remote) => follow(work, remote, tools, kept),
  takeBack: (work, remote) => takeBack(work, remote, tools),
})

const SCHEDULE = '/api/v1/scheduled_statuses'
const pathOf = (id: string) => `${SCHEDULE}/${encodeURIComponent(id)}`
/** Of what is held there is no page: an address tells what stands. */
const heldAs = (id: string): Remote => ({ id, url: null, parts: [] })

const give = async (asked: Work<MastodonSettings>, tools: ChannelTools, kept: Kept): Promise<Outcome> => {
  let work = asked
  try {
    work = await asItIsNow(asked, kept.instances)
    const { server, ...identity } = await identify(work)
    const text = await onlyText(work)
    const key = keyOf(readMarker(work.marker), 0)
    const before = await findHeld(server, work, text, key)
    if (before) return { kind: 'published', remote: heldAs(before.id) }
    const json = { ...(await bodyOf(work, text, true, server)), scheduled_at: new Date(work.at).toISOString() }
    work.signal.throwIfAborted()
    const headers = { 'idempotency-key': key }
    const answer = await server.ask('POST', '/api/v1/statuses', { json, headers, writes: true })
    const waiting = held.safeParse(answer.body)
    if (waiting.success) return { kind: 'published', remote: heldAs(waiting.data.id) }
    const stands = statusIn(answer)
    await kept.memory.keep(work.session, asSent(stands, key, isHidden(work, { server, ...identity })))
    return { kind: 'published', remote: remoteOf([stands]), reservation: tooEarly(server.host) }
  } catch (error) {
    return outcomeOf(error, tools, work)
  }
}

/** Parts of a thread answer one another: there is nothing to answer before it stands. */
const onlyText = async (work: Work<MastodonSettings>): Promise<string> => {
  const [first, ...rest] = await textsOf(work.draft, work.settings)
  if (rest.length === 0) return first
  return refuse(
    'channel-unsupported',
    'A thread cannot be handed over to the schedule of a Mastodon server.',
    'Let Posthorn publish it at its time, or make it one post.',
  )
}

const findHeld = async (
  server: Server,
  { at }: Work<MastodonSettings>,
  text: string,
  key: string,
): Promise<Held | null> => {
  const isOurs = ({ params, scheduled_at: due }: Held) =>
    params.idempotency === key ||
    (params.idempotency == null && params.text === text && Math.abs(Date.parse(due) - at) < 1000)
  try {
    const answer = await server.ask('GET', `${SCHEDULE}?limit=${PAGE}`)
    const listed = z.array(held).safeParse(answer.body)
    if (!listed.success) throw new RequestFailed(answer, false, listed.error)
    return listed.data.find(isOurs) ?? null
  } catch (error) {
    if (saysNothing(error)) return null
    throw error
  }
}

const find = async (work: Work<MastodonSettings>, tools: ChannelTools, kept: Kept): Promise<Lookup> => {
  try {
    const { server } = await identify(work)
    const waiting = await findHeld(server, work, await onlyText(work), keyOf(readMarker(work.marker), 0))
    if (waiting) return { kind: 'found', remote: heldAs(waiting.id) }
    const stands = await findPublished(work, tools, kept)
    return stands ? { kind: 'found', remote: remoteOf([stands]) } : { kind: 'absent' }
  } catch (error) {
    return { kind: 'unknown', failure: failureOf(error, tools, work) }
  }
}

const findPublished = async (work: Work<MastodonSettings>, tools: ChannelTools, { memory }: Kept) => {
  const texts = await textsOf(work.draft, work.settings)
  const [stands] = await findStanding(work, texts, await identify(work), memory, tools.clock.now())
  return stands ?? null
}

const follow = async (
  work: Work<MastodonSettings>,
  remote: Remote,
  tools: ChannelTools,
  kept: Kept,
): Promise<Followed> => {
  try {
    const { server } = await identify(work)
    if (remote.url !== null) return whatStands(await findStatus(server, remote.id))
    if (await isHeld(server, remote.id)) return { kind: 'held' }
    const stands = await findPublished(work, tools, kept)
    const now = tools.clock.now()
    return !stands && now >= work.at && now < work.at + BETWEEN ? { kind: 'held' } : whatStands(stands)
  } catch (error) {
    return { kind: 'unknown', failure: failureOf(error, tools, work) }
  }
}

const whatStands = (stands: Status | null): Followed =>
  stands ? { kind: 'published', remote: remoteOf([stands]) } : { kind: 'gone' }

const isHeld = async (server: Server, id: string): Promise<boolean> => {
  try {
    await server.ask('GET', pathOf(id))
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

const takeBack = async (work: Work<MastodonSettings>, remote: Remote, tools: ChannelTools): Promise<Change> => {
  try {
    const { server } = await identify(work)
    if (remote.url !== null) stoodAtOnce(server.host)
    await server.ask('DELETE', pathOf(remote.id), { writes: true })
    return { kind: 'done', remote }
  } catch (error) {
    return { kind: 'refused', failure: failureOf(error, tools, work) }
  }
}

const stoodAtOnce = (host: string): never =>
  refuse('channel-unsupported', `${host} has no schedule: the post stands already.`, 'Take it down there.')

const tooEarly = (host: string) =>
  failed(
    'channel-unsupported',
    `${host} has no schedule of its own: it published the post at once.`,
    'Take it down if that is too early, and let Posthorn keep the time on this server.',
  )
