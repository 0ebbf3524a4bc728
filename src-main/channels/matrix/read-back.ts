import { z } from 'zod'
import type { Millis } from '../../core/records.ts'
import type { Access, ChannelTools, NativePost, ReadBack } from '../channel.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import { mannersOf } from './failures.ts'
import { isEdit, MARK, type Message, readMessages, remoteOf } from './messages.ts'
import { findRoom } from './room.ts'
import { openServer } from './server.ts'
import type { MatrixSettings } from './settings.ts'

const whoami = z.object({ user_id: z.string() })

/** What the account said in the room; messages that make up one post of ours as one. Its pictures have no public address. */
export const readBack = async (
  access: Access<MatrixSettings>,
  since: Millis,
  tools: ChannelTools,
): Promise<ReadBack> => {
  try {
    const server = await openServer(access, tools)
    const room = await findRoom(server, access.settings)
    const user = access.settings.user ?? (await server.ask(whoami, 'GET', 'client/v3/account/whoami')).user_id
    const { messages, whole } = await readMessages(server, room, user, since)
    const oldest = messages.at(-1)?.origin_server_ts
    return { kind: 'read', posts: postsOf(room, messages), from: whole || oldest === undefined ? since : oldest }
  } catch (error) {
    return { kind: 'failed', failure: outcomeOf(error, await mannersOf(access), tools).failure }
  }
}

const postsOf = (room: string, messages: readonly Message[]): NativePost[] => {
  const posts = new Map<string, Message[]>()
  for (const one of messages.toReversed().filter((message) => !isEdit(message))) {
    const key = one.content[MARK]?.replace(/\.\d+$/, '') ?? one.event_id
    posts.set(key, [...(posts.get(key) ?? []), one])
  }
  return [...posts.values()].toReversed().flatMap((all) => {
    const [first] = all
    return first
      ? [
          {
            remote: remoteOf(
              room,
              all.map(({ event_id }) => event_id),
            ),
            text: wordsNow(first, messages),
            at: first.origin_server_ts,
            pictures: [],
          },
        ]
      : []
  })
}

/** What a message says since its last edit; one that shows a file alone says nothing. */
const wordsNow = ({ event_id, content }: Message, newestFirst: readonly Message[]): string => {
  const edit = newestFirst.find(
    (one) => isEdit(one) && one.content['m.relates_to']?.event_id === event_id && one.content['m.new_content'],
  )
  const body = edit?.content['m.new_content']?.body ?? content.body
  return body === content.filename ? '' : body
}
