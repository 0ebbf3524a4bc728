import { z } from 'zod'
import { isTrustworthy } from '../kit/is-trustworthy.ts'

export const TELEGRAM_SERVER = 'https://api.telegram.org'

/** A name as people have it at hand: with or without its sign, or the address of the chat. */
const toChat = (typed: string): string => {
  const name = /^(?:(?:https?:\/\/)?t\.me\/|@)?([A-Za-z]\w*)\/?$/.exec(typed)?.[1]
  return name === undefined ? typed : `@${name}`
}

/** What a person fills in. */
export const telegramForm = z.strictObject({
  chat: z
    .string('Enter the name of the channel.')
    .trim()
    .transform(toChat)
    .pipe(
      z.string().regex(/^(@[A-Za-z]\w{3,31}|-?\d{1,16})$/, 'Use a name such as @mychannel, or the number of the chat.'),
    )
    .meta({
      title: 'Channel or group',
      description: 'Its name, or the number of one that is private. The bot must be an administrator of a channel.',
      examples: ['@mychannel', '-1001234567890'],
    }),
  server: z
    .url({ protocol: /^https?$/, error: `Use an address such as ${TELEGRAM_SERVER}.` })
    .refine((url) => isTrustworthy(url), 'Use https; plain http is only for a server on this computer.')
    .refine((url) => URL.canParse(url) && new URL(url).username === '', 'Leave out the name and password.')
    .default(TELEGRAM_SERVER)
    .meta({ title: 'Server', description: "Telegram's own, or your own Bot API server, which takes larger files." }),
})

/** What is kept: with the number of the chat, which outlives a change of its name. */
export const telegramSettings = telegramForm.extend({ chatId: z.int().optional() })
export type TelegramSettings = z.infer<typeof telegramSettings>
