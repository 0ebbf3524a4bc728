import type { Failure } from '../../../src-preload/contract/failure.ts'
import { failed } from '../../core/refusal.ts'
import type { Access, ChannelTools, Lookup, Outcome, Work } from '../channel.ts'
import { readAccount } from './account.ts'
import { failureOf, outcomeOf } from './failures.ts'
import { asSent, findStanding, type Identity, isHidden } from './find-standing.ts'
import { keyOf, readMarker } from './marker.ts'
import { uploadMedia } from './media.ts'
import type { Memory } from './memory.ts'
import { optionsOf, pollOf } from './poll.ts'
import { openServer } from './server.ts'
import type { MastodonSettings } from './settings.ts'
import { partOf, readStatus, remoteOf, type Status } from './statuses.ts'
import { textsOf } from './text-parts.ts'

/** Sends a post or a thread, part by part. What stands already is never sent again. */
export const publish = async (work: Work<MastodonSettings>, tools: ChannelTools, memory: Memory): Promise<Outcome> => {
  try {
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
    const files = first ? await uploadMedia(work, identity.server) : []
    const json = { ...bodyOf(work, text, first), ...(files.length > 0 && { media_ids: files }), ...answerTo(index) }
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

const bodyOf = ({ draft }: Work<MastodonSettings>, text: string, first: boolean): object => {
  const options = optionsOf(draft)
  const { spoiler_text, visibility, sensitive, language } = options
  const poll = first ? pollOf(options) : undefined
  return {
    status: text,
    ...(spoiler_text !== undefined && { spoiler_text: spoiler_text.toWellFormed() }),
    ...(visibility && { visibility }),
    ...(sensitive !== undefined && { sensitive }),
    ...(language !== undefined && { language }),
    ...(poll && { poll }),
  }
}

/** Servers leave out what they do not know without a word. */
const missingFrom = (first: Status | undefined, { draft, settings }: Work<MastodonSettings>): Failure | null => {
  const poll = pollOf(optionsOf(draft)) && !first?.poll
  const files = (first?.media_attachments.length ?? 0) < draft.media.length
  if (!poll && !files) return null
  const what = poll ? 'its poll' : 'all of its files'
  return failed(
    'channel-error',
    `${new URL(settings.server).host} made the post without ${what}.`,
    'Look at it there, and take it down if it makes no sense so.',
  )
}
