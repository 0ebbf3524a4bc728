import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { ChannelTools, DraftMedia, Outcome, Work } from '../channel.ts'
import { type OpenFile, openMedia } from '../check/open-media.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import type { NetworkRules } from '../rules/network-rules.ts'
import { telegramOptions } from '../rules/telegram.ts'
import { type Bot, openBot, type Parameters } from './bot.ts'
import { entitiesOf } from './entities.ts'
import { mannersOf } from './failures.ts'
import { message, remoteOf } from './messages.ts'
import type { TelegramSettings } from './settings.ts'

/** Sends a post: a message, a photo or video with a caption, or an album. */
export const publish = async (
  work: Work<TelegramSettings>,
  tools: ChannelTools,
  rules: NetworkRules,
): Promise<Outcome> => {
  try {
    const bot = openBot(work)
    return { kind: 'published', remote: await send(work, bot, rules) }
  } catch (error) {
    return outcomeOf(error, mannersOf(work), tools)
  }
}

const send = async ({ draft, settings }: Work<TelegramSettings>, bot: Bot, rules: NetworkRules): Promise<Remote> => {
  const { text, media, strict, options, emphasis } = draft
  const { disable_notification, protect_content } = telegramOptions.safeParse(options).data ?? {}
  const target = { chat_id: settings.chatId ?? settings.chat, disable_notification, protect_content }
  const words = text.toWellFormed()
  const [only, ...others] = media
  if (!only) {
    const asked = { ...target, text: words, entities: entitiesOf(emphasis), ...previewOf(options) }
    return remoteOf(await bot.call('sendMessage', message, asked, { writes: true }))
  }
  const files: OpenFile[] = []
  for (const one of media) files.push(await openMedia(one, rules, strict))
  const caption = text.trim() === '' ? {} : { caption: words, caption_entities: entitiesOf(emphasis) }
  if (others.length === 0) {
    const kind = kindOf(only)
    const named = new Map(files.map((file) => [kind, file]))
    const method = kind === 'photo' ? 'sendPhoto' : 'sendVideo'
    return remoteOf(await bot.call(method, message, { ...target, ...caption }, { writes: true, files: named }))
  }
  const named = new Map(files.map((file, index) => [`file${index}`, file]))
  const album = media.map((one, index) => ({
    type: kindOf(one),
    media: `attach://file${index}`,
    ...(index === 0 && caption),
  }))
  const sent = await bot.call('sendMediaGroup', messages, { ...target, media: album }, { writes: true, files: named })
  return remoteOf(...sent)
}

const messages = z.tuple([message], message).transform(([first, ...rest]) => [first, rest] as const)

const kindOf = ({ mime }: DraftMedia): 'photo' | 'video' => (mime.startsWith('video/') ? 'video' : 'photo')

/** Telegram shows the first link of a text as a card unless it is told not to. */
export const previewOf = (options: Readonly<Record<string, unknown>>): Parameters =>
  telegramOptions.safeParse(options).data?.link_preview === false ? { link_preview_options: { is_disabled: true } } : {}
