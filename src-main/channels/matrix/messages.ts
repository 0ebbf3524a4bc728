import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { Millis } from '../../core/records.ts'
import type { DraftMedia, Draft } from '../channel.ts'
import type { OpenFile } from '../check/open-media.ts'
import { matrixOptions } from '../rules/matrix.ts'
import type { Server } from './server.ts'
import { part } from './server.ts'
import { addressOf, wordsOf } from './words.ts'

/** The transaction in which a message was sent, in the message itself: servers forget such, and tell only who sent it. */
export const MARK = 'posthorn.transaction'

/** What makes up one post, by the marker: a message for each file. */
export const transactionOf = (marker: string, index: number): string => `${marker}.${index}`

/** A post is known by its room and the messages that make it up, the one with the words first. */
export const remoteOf = (room: string, events: readonly string[]): Remote => ({
  id: [room, ...events].join(' '),
  url: addressOf(room, events[0] ?? ''),
  parts: [],
})

export const standingAs = (remote: Remote): { room: string; events: string[] } => {
  const [room = '', ...events] = remote.id.split(' ')
  return { room, events }
}

/** What a message says that has no file. */
export const textOf = (draft: Draft) => {
  const { notice } = toldOf(draft)
  return { msgtype: notice ? 'm.notice' : 'm.text', ...wordsOf(draft) }
}

const toldOf = ({ options }: Draft) => matrixOptions.safeParse(options).data ?? {}

/** What a message with a file says; the words of the post stand beside the first one. */
export const fileOf = (draft: Draft, media: DraftMedia, { blob, name }: OpenFile, url: string, first: boolean) => {
  const isVideo = media.mime.startsWith('video/')
  const isImage = media.mime.startsWith('image/')
  const { width: w, height: h, seconds } = media
  return {
    msgtype: isVideo ? 'm.video' : isImage ? 'm.image' : 'm.file',
    ...(first && draft.text.trim() !== '' ? wordsOf(draft) : { body: name, 'm.mentions': {} }),
    filename: name,
    url,
    info: {
      mimetype: blob.type,
      size: blob.size,
      ...(w !== null && h !== null && { w, h }),
      ...(isVideo && seconds !== null && { duration: Math.round(seconds * 1000) }),
    },
  }
}

/** To what a post belongs: a thread, and what it answers. */
export const relationOf = (draft: Draft): object => {
  const { thread, reply_to } = toldOf(draft)
  const answers = reply_to ?? thread
  if (answers === undefined) return {}
  return {
    'm.relates_to': {
      ...(thread !== undefined && { rel_type: 'm.thread', event_id: thread, is_falling_back: reply_to === undefined }),
      'm.in_reply_to': { event_id: answers },
    },
  }
}

const content = z.looseObject({
  msgtype: z.string().catch(''),
  body: z.string().catch(''),
  filename: z.string().optional().catch(undefined),
  [MARK]: z.string().optional().catch(undefined),
  'm.relates_to': z
    .looseObject({ rel_type: z.string().optional(), event_id: z.string().optional() })
    .optional()
    .catch(undefined),
  'm.new_content': z
    .looseObject({ body: z.string().catch('') })
    .optional()
    .catch(undefined),
})
const message = z.object({
  event_id: z.string(),
  type: z.string(),
  sender: z.string(),
  origin_server_ts: z.number(),
  content: content.catch({ msgtype: '', body: '' }),
})
export type Message = z.infer<typeof message>

const page = z.object({ chunk: z.array(message), end: z.string().optional() })
const PAGE = 100
const MOST_PAGES = 20

/** What an account said in a room since then, newest first, without what was taken down; `whole`: all of it. */
export const readMessages = async (
  server: Server,
  room: string,
  user: string,
  since: Millis,
): Promise<{ messages: Message[]; whole: boolean }> => {
  const messages: Message[] = []
  const filter = JSON.stringify({ types: ['m.room.message'], senders: [user] })
  let from = ''
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const query = new URLSearchParams({ dir: 'b', limit: String(PAGE), filter, ...(from !== '' && { from }) })
    const { chunk, end } = await server.ask(page, 'GET', `client/v3/rooms/${part(room)}/messages?${query.toString()}`)
    const young = chunk.filter(({ origin_server_ts: at }) => at >= since)
    // What was taken down is there still, with nothing in it. Servers need not heed a filter.
    messages.push(...young.filter(({ content: { msgtype }, sender }) => msgtype !== '' && sender === user))
    if (end === undefined || end === from || young.length < chunk.length) return { messages, whole: true }
    from = end
  }
  return { messages, whole: false }
}

export const isEdit = ({ content: { 'm.relates_to': relation } }: Message): boolean =>
  relation?.rel_type === 'm.replace'

export const readMessage = (server: Server, room: string, event: string): Promise<Message> =>
  server.ask(message, 'GET', `client/v3/rooms/${part(room)}/event/${part(event)}`)
