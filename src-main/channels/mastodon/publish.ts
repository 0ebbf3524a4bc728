import type { Failure } from '../../../src-preload/contract/failure.ts'
import { failed, refuse } from '../../core/refusal.ts'
import type { Access, ChannelTools, Lookup, Outcome, Work } from '../channel.ts'
import { readAccount } from './account.ts'
import { failureOf, outcomeOf } from './failures.ts'
import { asSent, findStanding, type Identity, isHidden } from './find-standing.ts'
import type { Instances } from './instances.ts'
import { knowsQuotes } from './limits.ts'
import { keyOf, readMarker } from './marker.ts'
import { uploadMedia } from './media.ts'
import type { Memory } from './memory.ts'
import { optionsOf, pollOf } from './poll.ts'
import { openServer, type Server } from './server.ts'
import type { MastodonSettings } from './settings.ts'
import { partOf, readStatus, remoteOf, resolveStatus, type Status } from './statuses.ts'
import { textsOf } from './text-parts.ts'

/** What is remembered of what was sent, and of servers. */
export type Kept = { memory: Memory; instances: Instances }

/** The work with what its server says today that it takes. */
export const asItIsNow = async (
  work: Work<MastodonSettings>,
  instances: Instances,
): Promise<Work<MastodonSettings>> => {
  const limits = await instances.current(work.settings, await openServer(work))
  return limits ? { ...work, settings: { ...work.settings, limits } } : work
}

/** Sends a post or a thread, part by part. What stands already is never sent again. */
export const publish = async (
  asked: Work<MastodonSettings>,
  tools: ChannelTools,
  { memory, instances }: Kept,
): Promise<Outcome> => {
  let work = asked
  try {
    work = await asItIsNow(asked, instances)
    const standing = await sendAll(work, tools, memory)
    const reservation = missingFrom(standing[0], work)
    return { kind: 'published', remote: remoteOf(standing), ...(reservation && { reservation }) }
  } catch (error) {
    return outcomeOf(error, tools, work)
  }
}

/** Whether all parts stand. Some of a thread is `absent`: publishing goes on after them. */
export const lookup = async (work: Work<MastodonSettings>, tools: ChannelTools, memory: Memory): Promise<Lookup> => {
  try {
    const texts = await textsOf(work.draft, work.settings)
    const standing = await findStanding(work, texts, await identify(work), memory, tools.clock.now())
    return standing.length === texts.length ? { kind: 'found', remote: remoteOf(standing) } : { kind: 'absent' }
  } catch (error) {
    return { kind: 'unknown', failure: failureOf(error, tools, work) }
  }
}

/** The account and its server, ready to be asked. */
export const identify = async (access: Access<MastodonSettings>): Promise<Identity> => {
  const server = await openServer(access)
  return { server, account: access.settings.account ?? (await readAccount(server)) }
}

const sendAll = async (work: Work<MastodonSettings>, tools: ChannelTools, memory: Memory): Promise<Status[]> => {
  const identity = await identify(work)
  const texts = await textsOf(work.draft, work.settings)
  const standing = await findStanding(work, texts, identity, memory, tools.clock.now())
  for (const [index, text] of texts.entries()) {
    const stands = standing[index] ?? (await sendPart(index, text))
    standing[index] = stands
    if (texts.length > 1 && !work.parts.some(({ id }) => id === stands.id)) await work.onPart(partOf(stands))
  }
  return standing

  async function sendPart(index: number, text: string): Promise<Status> {
    const first = index === 0
    const json = { ...(await bodyOf(work, text, first, identity.server)), ...answerTo(index) }
    const key = keyOf(readMarker(work.marker), index)
    work.signal.throwIfAborted()
    const headers = { 'idempotency-key': key }
    const stands = await readStatus(identity.server, 'POST', '/api/v1/statuses', { json, headers, writes: true })
    await memory.keep(work.session, asSent(stands, key, isHidden(work, identity)))
    return stands
  }

  function answerTo(index: number): { in_reply_to_id?: string } {
    const parent = standing[index - 1]
    return parent ? { in_reply_to_id: parent.id } : {}
  }
}

/** What makes a part of a post, its files sent already. */
export const bodyOf = async (
  work: Work<MastodonSettings>,
  text: string,
  first: boolean,
  server: Server,
): Promise<object> => {
  const options = optionsOf(work.draft)
  const { spoiler_text, visibility, sensitive, language, quotes } = options
  const poll = first ? pollOf(options) : undefined
  const refers = first ? await referencesOf(work, server) : {}
  const files = first ? await uploadMedia(work, server) : []
  return {
    status: text,
    ...(spoiler_text !== undefined && { spoiler_text: spoiler_text.toWellFormed() }),
    ...(visibility && { visibility }),
    ...(sensitive !== undefined && { sensitive }),
    ...(language !== undefined && { language }),
    ...(poll && { poll }),
    ...(quotes && knowsQuotes(work.settings) && { quote_approval_policy: quotes }),
    ...refers,
    ...(files.length > 0 && { media_ids: files }),
  }
}

/** The posts it answers and quotes, by the ids that the account's server has for them. */
const referencesOf = async ({ draft, settings }: Work<MastodonSettings>, server: Server): Promise<object> => {
  const { reply_to: answered, quote } = optionsOf(draft)
  if (quote !== undefined && !knowsQuotes(settings)) noQuotes(server.host)
  const [reply, quoted] = await Promise.all(
    [answered, quote].map((one) => (one === undefined ? Promise.resolve(null) : idAt(one, server))),
  )
  return { ...(reply && { in_reply_to_id: reply }), ...(quoted && { quoted_status_id: quoted }) }
}

const idAt = async (address: string, server: Server): Promise<string> =>
  (await resolveStatus(server, address))?.id ??
  refuse(
    'rejected-by-channel',
    `${server.host} finds no post at ${address}.`,
    'Check the address in the options of the post.',
    { field: 'options' },
  )

const noQuotes = (host: string): never =>
  refuse(
    'channel-unsupported',
    `${host} has no quotes: they came with Mastodon 4.5.`,
    'Put the address of the post into the text instead.',
    { field: 'options' },
  )

/** Servers leave out what they do not know without a word. */
const missingFrom = (first: Status | undefined, { draft, settings }: Work<MastodonSettings>): Failure | null => {
  const options = optionsOf(draft)
  const missing = [
    ...(pollOf(options) && !first?.poll ? ['its poll'] : []),
    ...((first?.media_attachments.length ?? 0) < draft.media.length ? ['all of its files'] : []),
    ...(options.quote !== undefined && first?.quote == null ? ['what it quotes'] : []),
  ]
  if (missing.length === 0) return null
  return failed(
    'channel-error',
    `${new URL(settings.server).host} made the post without ${missing.join(' and ')}.`,
    'Look at it there, and take it down if it makes no sense so.',
  )
}
