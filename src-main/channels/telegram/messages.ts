import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { refuse } from '../../core/refusal.ts'
import type { TelegramSettings } from './settings.ts'

/** What is read of a message that was sent. */
export const message = z.object({
  message_id: z.int(),
  chat: z.object({ id: z.int(), username: z.string().optional() }),
})
type Message = z.infer<typeof message>

/** Files stand as one message each, and are taken down one by one: the id names them all. */
export const remoteOf = (first: Message, others: readonly Message[] = []): Remote => ({
  id: `${first.chat.id}/${[first, ...others].map(({ message_id }) => message_id).join(',')}`,
  url: first.chat.username === undefined ? null : `https://t.me/${first.chat.username}/${first.message_id}`,
  parts: [],
})

/** The chat and the messages that a post stands as, the first being the one with the text. */
export type Standing = { chat: number | string; messages: [number, ...number[]] }

/** Reads where a post stands: by what was kept of it, or by the address at which the person found it. */
export const standingAs = ({ id }: Remote, { chat: typed, chatId }: TelegramSettings): Standing => {
  const [, chat = '', first = '', others = ''] = /^(-?\d+)\/(\d+)((?:,\d+)*)$/.exec(id) ?? []
  if (first !== '') {
    return { chat: Number(chat), messages: [Number(first), ...others.split(',').filter(Boolean).map(Number)] }
  }
  const [, found] = /^https?:\/\/t\.me\/(?:c\/\d+|[A-Za-z]\w+)\/(\d+)/.exec(id) ?? []
  if (found !== undefined) return { chat: chatId ?? typed, messages: [Number(found)] }
  return refuse(
    'rejected-by-channel',
    'Posthorn does not know which message this is on Telegram.',
    'Change it in Telegram itself.',
    { detail: id },
  )
}
