import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { refuse } from '../../core/refusal.ts'
import type { Change, ChannelTools, Work } from '../channel.ts'
import { failureOf } from './failures.ts'
import { optionsOf } from './poll.ts'
import { isMissing, openServer, type Server } from './server.ts'
import type { MastodonSettings } from './settings.ts'
import { findSource, findStatus, pathOf, readStatus, remoteOf, type Status } from './statuses.ts'
import { textsOf } from './text-parts.ts'
import { because } from '../../core/told.ts'

const partsOf = (remote: Remote): Remote['parts'] => (remote.parts.length > 0 ? remote.parts : [remote])

/** Gives a post another text, part by part; what else there is to it stays. */
export const edit = async (work: Work<MastodonSettings>, remote: Remote, tools: ChannelTools): Promise<Change> => {
  try {
    const server = await openServer(work)
    const texts = await textsOf(work.draft, work.settings)
    const parts = partsOf(remote)
    if (texts.length !== parts.length) refuseOtherLength(parts.length, texts.length)
    const standing = await Promise.all(parts.map(async ({ id }) => (await findStatus(server, id)) ?? gone(server.host)))
    for (const [index, status] of standing.entries()) {
      const text = texts[index] ?? ''
      if ((await findSource(server, status.id)) === text) continue
      const json = bodyOf(work, status, text, tools.clock.now())
      standing[index] = await readStatus(server, 'PUT', pathOf(status.id), { json, writes: true })
    }
    return { kind: 'done', remote: remoteOf(standing) }
  } catch (error) {
    return { kind: 'refused', failure: lostIs('changed', error, work, tools) }
  }
}

/** All there is to a post: what is left out of an edit is taken away from it. */
const bodyOf = ({ draft }: Work<MastodonSettings>, status: Status, text: string, now: number): object => {
  const { spoiler_text, language = status.language } = optionsOf(draft)
  return {
    status: text,
    sensitive: status.sensitive,
    ...(spoiler_text !== undefined && { spoiler_text }),
    ...(language != null && { language }),
    ...(status.media_attachments.length > 0 && { media_ids: status.media_attachments.map(({ id }) => id) }),
    ...(status.poll && { poll: pollAsItIs(status.poll, now) }),
  }
}

/** With the same choices the votes stay; the end is told anew, and a poll that is over would be opened again. */
const pollAsItIs = ({ options, multiple, expired, expires_at: ends }: NonNullable<Status['poll']>, now: number) => {
  if (expired) {
    refuse(
      'rejected-by-channel',
      'The poll of this post is over: to edit it would open it again.',
      'Leave it as it is.',
    )
  }
  const left = ends == null ? 86_400 : Math.round((Date.parse(ends) - now) / 1000)
  return { options: options.map(({ title }) => title), expires_in: Math.max(left, 300), multiple }
}

/** Takes a post down, the newest part first: an answer never stands without what it answers. */
export const unpublish = async (work: Work<MastodonSettings>, remote: Remote, tools: ChannelTools): Promise<Change> => {
  try {
    const server = await openServer(work)
    for (const { id } of partsOf(remote).toReversed()) await takeDown(id, server)
    return { kind: 'done', remote }
  } catch (error) {
    return { kind: 'refused', failure: lostIs('taken down', error, work, tools) }
  }
}

/** What is gone already is taken down; but a server that has no such method says the same of what stands. */
const takeDown = async (id: string, server: Server): Promise<void> => {
  try {
    await server.ask('DELETE', pathOf(id), { writes: true })
  } catch (error) {
    if (!isMissing(error)) throw error
    if ((await findStatus(server, id)) === null) return
    refuse(
      'channel-unsupported',
      `${server.host} does not let programs take a post down.`,
      'Delete it there by hand.',
      { detail: id },
    )
  }
}

/** A change may be made again: nothing is doubled by it. */
const lostIs = (what: string, error: unknown, work: Work<MastodonSettings>, tools: ChannelTools) => {
  const failure = failureOf(error, tools, work)
  return failure.code === 'answer-lost'
    ? {
        ...failure,
        message: `No answer came to whether it was ${what}.`,
        next: 'Look at it there, or try again.',
        told: because('change-unanswered'),
      }
    : failure
}

const gone = (host: string): never =>
  refuse('not-found', `The post is no longer on ${host}.`, 'Duplicate it to publish it again.')

const refuseOtherLength = (before: number, after: number): never => {
  const parts = (count: number) => (count === 1 ? 'one part' : `${count} parts`)
  return refuse(
    'rejected-by-channel',
    `The post stands in ${parts(before)}, and this text makes ${parts(after)}.`,
    'Make it as long as it was, or take it down and post it anew.',
    { field: 'text' },
  )
}
