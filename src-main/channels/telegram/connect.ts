import { z } from 'zod'
import { failed, Refusal } from '../../core/refusal.ts'
import type { Access, ChannelTools, Connected } from '../channel.ts'
import { refusalOf } from '../kit/request-failures.ts'
import { type Bot, openBot } from './bot.ts'
import { mannersOf } from './failures.ts'
import type { TelegramSettings } from './settings.ts'

const bot = z.object({ id: z.int(), username: z.string().optional() })
const chat = z.object({
  id: z.int(),
  type: z.string(),
  title: z.string().optional(),
  username: z.string().optional(),
  permissions: z.object({ can_send_messages: z.boolean().optional() }).optional(),
  photo: z.object({ small_file_id: z.string() }).nullable().catch(null),
})
/** A server of one's own may tell a path on its disk, which is none on the web. */
const file = z.object({ file_path: z.string().regex(/^[\w-]+(\/[\w.-]+)*$/) })
const member = z.object({
  status: z.string(),
  can_post_messages: z.boolean().optional(),
  can_send_messages: z.boolean().optional(),
})
type Chat = z.infer<typeof chat>

/** Who the bot is, what the chat is, and whether the one may write in the other. */
export const connect = async (
  access: Access<TelegramSettings>,
  tools: ChannelTools,
): Promise<Connected<TelegramSettings>> => {
  try {
    const api = openBot(access)
    const me = await api.call('getMe', bot)
    const found = await api.call('getChat', chat, { chat_id: access.settings.chat })
    await assertMayWrite(api, me, found)
    const { chat: typed, server } = access.settings
    const identity = found.username === undefined ? (found.title ?? typed) : `@${found.username}`
    return {
      kind: 'valid',
      identity,
      settings: { chat: typed, server, chatId: found.id },
      ...(await askPicture(api, found)),
    }
  } catch (error) {
    return refusalOf(error, mannersOf(access), tools)
  }
}

/** Says nothing where the bot is not told where it is. */
const askPicture = async (api: Bot, { photo }: Chat): Promise<{ picture?: string | null }> => {
  if (photo === null) return { picture: null }
  try {
    const { file_path: path } = await api.call('getFile', file, { file_id: photo.small_file_id })
    return { picture: api.fileAddress(path) }
  } catch {
    return {}
  }
}

const assertMayWrite = async (api: Bot, me: z.infer<typeof bot>, found: Chat): Promise<void> => {
  if (found.type === 'private') return
  const standing = await api.call('getChatMember', member, { chat_id: found.id, user_id: me.id })
  if (mayWrite(standing, found)) return
  const [name, where] = [me.username === undefined ? 'The bot' : `@${me.username}`, found.title ?? 'this chat']
  throw new Refusal(
    failed(
      'rejected-by-channel',
      `${name} may not post in ${where}.`,
      found.type === 'channel'
        ? 'In Telegram, open the channel > Administrators, add the bot, and allow it to post, edit and delete messages.'
        : 'In Telegram, add the bot to the group, and allow its members to send messages or make it an administrator.',
      { field: 'settings.chat', detail: `${found.type}, ${standing.status}` },
    ),
  )
}

const mayWrite = ({ status, ...rights }: z.infer<typeof member>, { type, permissions }: Chat): boolean => {
  switch (status) {
    case 'creator':
      return true
    case 'administrator':
      return type !== 'channel' || rights.can_post_messages === true
    case 'member':
      return type !== 'channel' && permissions?.can_send_messages !== false
    case 'restricted':
      return rights.can_send_messages === true
    default:
      return false
  }
}
