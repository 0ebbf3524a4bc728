import type { Problem } from '../../src-preload/contract/model/post.ts'
import type { Channel, ChannelTools, Draft } from './channel.ts'
import { readByRules } from './check/find-ranges.ts'
import { warning } from './check/problem.ts'
import { defineChannel } from './kit/define-channel.ts'
import { TELEGRAM, TELEGRAM_OWN_SERVER } from './rules/telegram.ts'
import { edit, unpublish } from './telegram/change.ts'
import { connect } from './telegram/connect.ts'
import { publish } from './telegram/publish.ts'
import { TELEGRAM_SERVER, telegramForm, type TelegramSettings, telegramSettings } from './telegram/settings.ts'

/**
 * A Telegram channel or group, by a bot of the person's own. There is no `lookup` and no `readBack`: a bot cannot read
 * what stands in a chat, so a lost answer is the person's to settle.
 */
export const createTelegram = (tools: ChannelTools): Channel =>
  defineChannel<TelegramSettings>({
    rules: TELEGRAM,
    group: 'token',
    rulesFor,
    summary:
      'Posts to a Telegram channel or group by your own bot, which cannot read there: if an answer is lost, you are asked.',
    secret: {
      title: 'Bot token',
      description:
        'Write /newbot to @BotFather in Telegram; it gives you the token. Then make the bot an administrator.',
    },
    reading: readByRules(TELEGRAM),
    judge,
    form: telegramForm,
    settings: telegramSettings,
    connect: (access) => connect(access, tools),
    plan: () => null,
    publish: (work) => publish(work, tools, rulesFor(work.settings)),
    edit: (work, remote) => edit(work, remote, tools),
    unpublish: (work, remote) => unpublish(work, remote, tools),
  })

const rulesFor = ({ server }: TelegramSettings) =>
  new URL(server).host === new URL(TELEGRAM_SERVER).host ? TELEGRAM : TELEGRAM_OWN_SERVER

const judge = ({ media, options }: Draft): Problem[] =>
  media.length > 0 && options['link_preview'] !== undefined
    ? [
        warning(
          'option-unused',
          'A post with files shows no preview of a link.',
          'Nothing to do if that is fine.',
          'options',
        ),
      ]
    : []
