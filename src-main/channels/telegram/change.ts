import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { refuse } from '../../core/refusal.ts'
import type { Change, ChannelTools, Work } from '../channel.ts'
import { changeOf } from '../kit/request-failures.ts'
import { type Bot, openBot } from './bot.ts'
import { entitiesOf } from './entities.ts'
import { mannersOf, saysNo } from './failures.ts'
import { standingAs } from './messages.ts'
import { previewOf } from './publish.ts'
import type { TelegramSettings } from './settings.ts'

/** Gives a post another text; its files stay. */
export const edit = async (work: Work<TelegramSettings>, remote: Remote, tools: ChannelTools): Promise<Change> => {
  try {
    const bot = openBot(work)
    const { chat, messages } = standingAs(remote, work.settings)
    const place = { chat_id: chat, message_id: messages[0] }
    const { text, media, options, emphasis } = work.draft
    const words = text.toWellFormed()
    const [method, change] =
      media.length > 0
        ? ['editMessageCaption', { caption: words.trim() === '' ? '' : words, caption_entities: entitiesOf(emphasis) }]
        : ['editMessageText', { text: words, entities: entitiesOf(emphasis), ...previewOf(options) }]
    await bot.call(method, z.looseObject({}), { ...place, ...change }, { writes: true })
    return { kind: 'done', remote }
  } catch (error) {
    return saysNo(error, /message is not modified/i)
      ? { kind: 'done', remote }
      : changeOf(error, mannersOf(work), tools)
  }
}

/** Takes a post down, all its messages, the one with the text last: what is left of it can still be found by that. */
export const unpublish = async (work: Work<TelegramSettings>, remote: Remote, tools: ChannelTools): Promise<Change> => {
  try {
    const bot = openBot(work)
    const { chat, messages } = standingAs(remote, work.settings)
    for (const id of messages.toReversed()) await takeDown(bot, chat, id)
    return { kind: 'done', remote }
  } catch (error) {
    return changeOf(error, mannersOf(work), tools)
  }
}

/** What is gone already is taken down. */
const takeDown = async (bot: Bot, chat: number | string, id: number): Promise<void> => {
  try {
    await bot.call('deleteMessage', z.literal(true), { chat_id: chat, message_id: id }, { writes: true })
  } catch (error) {
    if (saysNo(error, /message to delete not found/i)) return
    if (!saysNo(error, /message can't be deleted/i)) throw error
    refuse(
      'rejected-by-channel',
      'Telegram does not let the bot delete this message: bots may for 48 hours, and need the right to.',
      'Delete it in Telegram by hand.',
      { detail: String(id) },
    )
  }
}
