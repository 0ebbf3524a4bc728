import type { Millis } from '../../core/records.ts'
import type { Access, ChannelTools, NativePost, ReadBack } from '../channel.ts'
import { failureOf } from './failures.ts'
import { type Identity, ownList, readSince } from './find-standing.ts'
import type { Memory } from './memory.ts'
import { identify } from './publish.ts'
import type { MastodonSettings } from './settings.ts'
import { findStatus, remoteOf, type Status, textOf } from './statuses.ts'

/** Of posts that the server does not list so many are asked for one by one, the latest. */
const MOST_HIDDEN = 20

/** What the account posted, a thread as one post; boosts, and answers to others, are no posts of its own. */
export const readBack = async (
  access: Access<MastodonSettings>,
  since: Millis,
  tools: ChannelTools,
  memory: Memory,
): Promise<ReadBack> => {
  try {
    const identity = await identify(access)
    const { statuses: listed, whole } = await readSince(identity.server, ownList(identity), since, tools.clock.now())
    const from = whole ? since : timeOf(listed.at(-1)?.created_at ?? '')
    const hidden = await readHidden(access, from, listed, identity, memory)
    const posts = [...listed, ...hidden].filter(
      ({ reblog, created_at }) => reblog == null && timeOf(created_at) >= from,
    )
    return { kind: 'read', posts: await joinThreads(posts), from }
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error, tools, access) }
  }
}

/** Posts of ours that not everybody sees, which some servers leave out of their lists: they are not gone for that. */
const readHidden = async (
  { session }: Access<MastodonSettings>,
  since: Millis,
  listed: readonly Status[],
  { server }: Identity,
  memory: Memory,
): Promise<Status[]> => {
  const unlisted = (await memory.recall(session)).filter(
    ({ id, at, hidden }) => hidden && at >= since && !listed.some((one) => one.id === id),
  )
  const found = await Promise.all(unlisted.slice(-MOST_HIDDEN).map(({ id }) => findStatus(server, id)))
  return found.filter((one) => one !== null)
}

const timeOf = (created: string): Millis => Date.parse(created)

const joinThreads = async (found: readonly Status[]): Promise<NativePost[]> => {
  const oldestFirst = found.toReversed().toSorted((a, b) => timeOf(a.created_at) - timeOf(b.created_at))
  const threads = new Map<string, Status[]>()
  const posts: Status[][] = []
  for (const one of oldestFirst) {
    const thread = one.in_reply_to_id == null ? [] : threads.get(one.in_reply_to_id)
    if (!thread) continue
    if (thread.length === 0) posts.push(thread)
    thread.push(one)
    threads.set(one.id, thread)
  }
  return Promise.all(
    posts.toReversed().map(async (thread) => ({
      remote: remoteOf(thread),
      text: (await Promise.all(thread.map(textOf))).join('\n---\n'),
      at: timeOf(thread[0]?.created_at ?? ''),
      pictures: thread.flatMap(picturesOf),
    })),
  )
}

const picturesOf = ({ media_attachments: files }: Status): NativePost['pictures'] =>
  files.flatMap(({ preview_url, url, description }) => {
    const address = preview_url ?? url
    return address == null ? [] : [{ url: address, alt: description ?? '' }]
  })
