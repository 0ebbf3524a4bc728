import { refuse } from '../../core/refusal.ts'
import type { Millis } from '../../core/records.ts'
import type { Work } from '../channel.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { keyOf, type Marker, readMarker } from './marker.ts'
import type { Memory, Sent } from './memory.ts'
import { optionsOf } from './poll.ts'
import type { Server } from './server.ts'
import type { MastodonSettings } from './settings.ts'
import { findSource, findStatus, readStatuses, type Status, textOf } from './statuses.ts'
import { wordsOf } from './words.ts'

/** Posts asked for at a time, and pages read at most. */
const PAGE = 40
const MAX_PAGES = 25
/** By how much a post may seem older than the request that made it: clocks are read in whole seconds. */
const SLACK: Millis = 5_000
/** The same where the server does not say what time it has. */
const BLIND_SLACK: Millis = 120_000

/** Who publishes: an account of a server. */
export type Identity = { server: Server; account: NonNullable<MastodonSettings['account']> }

export const isHidden = (work: Pick<Work<MastodonSettings>, 'draft'>, { account }: Identity): boolean => {
  const { visibility } = optionsOf(work.draft)
  return visibility === undefined ? account.hidden : visibility === 'private' || visibility === 'direct'
}

/**
 * The parts that stand, up to the first that does not: they are sent in order. A part is known by the id it was kept
 * under, else it is looked for among what the account posted since the first attempt.
 */
export const findStanding = async (
  work: Work<MastodonSettings>,
  texts: readonly string[],
  identity: Identity,
  memory: Memory,
  now: Millis,
): Promise<Status[]> => {
  const marker = readMarker(work.marker)
  const sent = await memory.recall(work.session)
  const standing: Status[] = []
  let recent: Status[] | null = null
  for (const [index, text] of texts.entries()) {
    const known = await findKnown(work, index, marker, sent, identity)
    recent ??= known ? null : await readRecent(marker.from, identity, isHidden(work, identity), now)
    const part = { text, files: index === 0 ? work.draft.media.length : 0, parent: standing.at(-1)?.id ?? null }
    const free = (recent ?? []).filter((one) => !isTaken(one, keyOf(marker, index), sent, standing))
    const one = known ?? (await findSame(free, part, identity))
    if (!one) break
    standing.push(one)
    if (!known) await memory.keep(work.session, asSent(one, keyOf(marker, index), isHidden(work, identity)))
  }
  return standing
}

export const asSent = ({ id, created_at }: Status, key: string, hidden: boolean): Sent => ({
  key,
  id,
  at: Date.parse(created_at),
  hidden,
})

const findKnown = async (
  { parts }: Work<MastodonSettings>,
  index: number,
  marker: Marker,
  sent: readonly Sent[],
  { server }: Identity,
): Promise<Status | null> => {
  const part = parts[index]
  if (part) return (await findStatus(server, part.id)) ?? gone(server.host)
  const remembered = sent.find(({ key }) => key === keyOf(marker, index))
  return remembered ? findStatus(server, remembered.id) : null
}

/** A thread whose sent part was taken down in between cannot go on, and is not begun anew by itself. */
const gone = (host: string): never =>
  refuse(
    'rejected-by-channel',
    `A part of this thread was sent before and is no longer on ${host}.`,
    'Delete what is left of it there, then duplicate the post and send that.',
  )

const isTaken = ({ id }: Status, ofPart: string, sent: readonly Sent[], standing: readonly Status[]): boolean =>
  standing.some((one) => one.id === id) || sent.some((one) => one.id === id && one.key !== ofPart)

type Part = { text: string; files: number; parent: string | null }

/** The oldest post that is this part: an answer to the same, with the same words. */
const findSame = async (recent: readonly Status[], part: Part, { server }: Identity): Promise<Status | null> => {
  const words = wordsOf(part.text)
  for (const one of recent.toReversed()) {
    if ((one.in_reply_to_id ?? null) !== part.parent) continue
    if (words === '' && one.media_attachments.length !== part.files) continue
    if (wordsOf(await textOf(one)) === words) return one
    // What a server makes of a text may hide its words; it may also tell what was typed.
    const source = await findSource(server, one.id)
    if (source !== null && wordsOf(source) === words) return one
  }
  return null
}

/** What the account posted since then, newest first; hidden posts are not among an account's own on every server. */
const readRecent = async (from: Millis, identity: Identity, hidden: boolean, now: Millis): Promise<Status[]> => {
  const { server, account } = identity
  const lists = [await readSince(server, ownList(identity), from, now)]
  if (hidden) lists.push(await readSince(server, '/api/v1/timelines/home?', from, now))
  if (lists.some(({ whole }) => !whole)) {
    throw new RequestFailed(null, false, new Error('The posts could not be listed far enough back.'))
  }
  const ours = lists
    .flatMap(({ statuses }) => statuses)
    .filter(({ account: { id }, reblog }) => id === account.id && reblog == null)
  return [...new Map(ours.map((one) => [one.id, one])).values()].toSorted(
    (a, b) => Date.parse(b.created_at) - Date.parse(a.created_at),
  )
}

/** Where a server lists what an account posted. */
export const ownList = ({ account }: Identity): string =>
  `/api/v1/accounts/${encodeURIComponent(account.id)}/statuses?exclude_reblogs=true`

/** The posts of a list that are not older than that; `whole`: all of them, since the list could be read so far back. */
export const readSince = async (
  server: Server,
  list: string,
  from: Millis,
  now: Millis,
): Promise<{ statuses: Status[]; whole: boolean }> => {
  const seen = new Set<string>()
  const found: Status[] = []
  let before = ''
  for (let page = 0; page < MAX_PAGES; page++) {
    const { statuses, ahead } = await readStatuses(server, `${list}&limit=${PAGE}${before}`, now)
    const earliest = from + (ahead ?? 0) - (ahead === null ? BLIND_SLACK : SLACK)
    const fresh = statuses.filter(({ id }) => !seen.has(id))
    const young = fresh.filter(({ created_at }) => Date.parse(created_at) >= earliest)
    found.push(...young)
    for (const { id } of fresh) seen.add(id)
    if (fresh.length > 0 && young.length === 0) return { statuses: found, whole: true }
    // A page that only repeats comes from a server that does not turn pages: it is all there is, unless it is cut off.
    if (fresh.length === 0) return { statuses: found, whole: statuses.length < PAGE || found.length < seen.size }
    before = `&max_id=${encodeURIComponent(statuses.at(-1)?.id ?? '')}`
  }
  return { statuses: found, whole: false }
}
