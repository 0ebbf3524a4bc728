import { z } from 'zod'
import type { ChannelTools, DraftMedia, Lookup, Outcome, Work } from '../channel.ts'
import { openMedia } from '../check/open-media.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import { refuse } from '../../core/refusal.ts'
import type { NetworkRules } from '../rules/network-rules.ts'
import { mannersOf } from './failures.ts'
import { readMarker } from './marker.ts'
import { fileOf, isEdit, MARK, readMessages, relationOf, remoteOf, textOf, transactionOf } from './messages.ts'
import { assertReadable, findRoom } from './room.ts'
import { openServer, part, type Server } from './server.ts'
import type { MatrixSettings } from './settings.ts'

type Sending = Work<MatrixSettings>

/** By how much the clock of a server may be behind ours: a post has a mark that no other has, so nothing is lost by much. */
const SLACK = 2 * 86_400_000

const sent = z.object({ event_id: z.string() })
const uploaded = z.object({ content_uri: z.string().startsWith('mxc://') })
const whoami = z.object({ user_id: z.string() })

/**
 * Says a post in the room: a message for each file, the words beside the first. Each is sent in a transaction whose id was
 * chosen beforehand: a server that is asked for the same again by the same device says nothing twice. Servers forget
 * transactions after a while, so what stands already is looked for as well, once something may.
 */
export const publish = async (work: Sending, tools: ChannelTools, rules: NetworkRules): Promise<Outcome> => {
  try {
    const server = await openServer(work, tools)
    const room = await findRoom(server, work.settings)
    await assertReadable(server, room)
    const standing =
      (await work.notes.read('begun')) === null ? new Map<string, string>() : await find(work, server, room)
    const events: string[] = []
    for (let index = 0; index < Math.max(1, work.draft.media.length); index += 1) {
      const transaction = transactionOf(readMarker(work.marker).key, index)
      events.push(standing.get(transaction) ?? (await send(work, server, room, index, rules)))
    }
    return { kind: 'published', remote: remoteOf(room, events) }
  } catch (error) {
    return outcomeOf(error, await mannersOf(work), tools)
  }
}

/** Whether all messages of the post stand in the room. Of one that stands in part the rest is sent when it is published again. */
export const lookup = async (work: Sending, tools: ChannelTools): Promise<Lookup> => {
  try {
    const server = await openServer(work, tools)
    const room = await findRoom(server, work.settings)
    const standing = await find(work, server, room)
    const { key } = readMarker(work.marker)
    const events = Array.from({ length: Math.max(1, work.draft.media.length) }, (_, index) =>
      standing.get(transactionOf(key, index)),
    )
    return events.every((event) => event !== undefined)
      ? { kind: 'found', remote: remoteOf(room, events) }
      : { kind: 'absent' }
  } catch (error) {
    return { kind: 'unknown', failure: outcomeOf(error, await mannersOf(work), tools).failure }
  }
}

/** The messages of this post that stand, by their transactions. */
const find = async (work: Sending, server: Server, room: string): Promise<Map<string, string>> => {
  const { from, key } = readMarker(work.marker)
  const user = work.settings.user ?? (await server.ask(whoami, 'GET', 'client/v3/account/whoami')).user_id
  const { messages, whole } = await readMessages(server, room, user, from - SLACK)
  const ours = messages.filter((one) => !isEdit(one) && one.content[MARK]?.startsWith(`${key}.`))
  if (ours.length === 0 && !whole) throw new Error('The room could not be read far enough back.')
  return new Map(ours.map((one) => [one.content[MARK] ?? '', one.event_id]))
}

const send = async (
  work: Sending,
  server: Server,
  room: string,
  index: number,
  rules: NetworkRules,
): Promise<string> => {
  const { draft, notes } = work
  const transaction = transactionOf(readMarker(work.marker).key, index)
  const noted = await notes.read(transaction)
  if (noted !== null) return noted
  const media = draft.media[index]
  const said = media ? await withFile(work, server, media, index, rules) : textOf(draft)
  const json = { ...said, ...relationOf(draft), [MARK]: transaction }
  work.signal.throwIfAborted()
  await notes.write('begun', transaction)
  const path = `client/v3/rooms/${part(room)}/send/m.room.message/${part(transaction)}`
  const { event_id: event } = await server.ask(sent, 'PUT', path, { json, writes: true })
  await notes.write(transaction, event)
  return event
}

const withFile = async (work: Sending, server: Server, media: DraftMedia, index: number, rules: NetworkRules) => {
  const { draft, notes, settings } = work
  const file = await openMedia(media, rules, draft.strict, { signal: work.signal })
  if (file.blob.size > (settings.uploadBytes ?? Number.POSITIVE_INFINITY)) {
    refuse('media-too-large', `${media.name} is larger than this server takes.`, 'Attach a smaller one.', {
      field: 'media',
    })
  }
  const name = `file-${index}`
  const noted = await notes.read(name)
  const url = noted ?? (await upload(work, server, file, index))
  if (noted === null) await notes.write(name, url)
  return fileOf(draft, media, file, url, index === 0)
}

const upload = async (
  { draft, onProgress }: Sending,
  server: Server,
  { blob, name }: Awaited<ReturnType<typeof openMedia>>,
  index: number,
): Promise<string> => {
  const total = draft.media.reduce((sum, { size }) => sum + size, 0)
  const before = draft.media.slice(0, index).reduce((sum, { size }) => sum + size, 0)
  const made = await server.ask(
    uploaded,
    'POST',
    `media/v3/upload?${new URLSearchParams({ filename: name }).toString()}`,
    {
      body: blob,
      onProgress: (bytes) => onProgress(Math.min(before + bytes, total), total),
    },
  )
  return made.content_uri
}
