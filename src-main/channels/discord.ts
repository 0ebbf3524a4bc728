import type { Sentence } from '../../src-preload/contract/model/sentence.ts'
import { z } from 'zod'
import type { Problem } from '../../src-preload/contract/model/post.ts'
import type { Access, Channel, ChannelTools, Connected, Draft } from './channel.ts'
import { formatSize } from './check/format-media.ts'
import { error } from './check/problem.ts'
import { edit, unpublish } from './discord/change.ts'
import { mannersOf } from './discord/failures.ts'
import { toMarkdown } from './discord/markdown.ts'
import { createPace } from './discord/pace.ts'
import { publish } from './discord/publish.ts'
import { discordForm, type DiscordSettings, discordSettings } from './discord/settings.ts'
import { openWebhook, read, type Webhook, WHERE } from './discord/webhook.ts'
import { readByRules } from './check/find-ranges.ts'
import { defineChannel } from './kit/define-channel.ts'
import { refusalOf } from './kit/request-failures.ts'
import { DISCORD, DISCORD_REQUEST_BYTES, DISCORD_TEXT_MAX } from './rules/discord.ts'

/** A Discord channel, by a webhook. There is no `lookup`: a webhook finds only messages whose id is known. */
export const createDiscord = (tools: ChannelTools): Channel => {
  const pace = createPace(tools.clock)
  return defineChannel<DiscordSettings>({
    rules: DISCORD,
    group: 'token',
    summary:
      'Messages to a Discord channel by its webhook, which cannot read there: if an answer is lost, you are asked.',
    secret: { title: 'Webhook URL', description: `${WHERE} Whoever has it can post there.` },
    reading: readByRules(DISCORD),
    judge,
    form: discordForm,
    settings: discordSettings,
    connect: (access) => connect(access, tools),
    plan: () => null,
    publish: (work) => publish(work, tools, pace),
    edit: (work, remote) => edit(work, remote, tools),
    unpublish: (work, remote) => unpublish(work, remote, tools),
  })
}

const webhookAnswer = z.object({
  id: z.string(),
  name: z.string().nullish(),
  guild_id: z.string().nullish(),
  avatar: z.string().regex(/^\w+$/).nullable().catch(null),
})

const connect = async (access: Access<DiscordSettings>, tools: ChannelTools): Promise<Connected<DiscordSettings>> => {
  try {
    const webhook = openWebhook(access)
    const about = read(webhookAnswer, await webhook.call('GET', ''), false)
    const guild = about.guild_id ?? undefined
    return {
      kind: 'valid',
      identity: about.name ?? `Webhook ${about.id}`,
      settings: guild === undefined ? {} : { guild },
      picture: about.avatar === null ? null : `${picturesOf(webhook)}/avatars/${about.id}/${about.avatar}.png?size=128`,
    }
  } catch (error) {
    return refusalOf(error, mannersOf(access), tools)
  }
}

/** Discord keeps pictures on a server of their own; one that speaks as Discord does has them itself. */
const picturesOf = ({ origin, host }: Webhook): string =>
  /(^|\.)discord(app)?\.com$/.test(host) ? 'https://cdn.discordapp.com' : origin

/** Images are made to fit, each for itself; all files together must fit into one request. */
const judge = (draft: Draft): Problem[] => [...tooLongOnceWritten(draft), ...tooMuchAtOnce(draft)]

/** Marks and what must be written out count as well. */
const tooLongOnceWritten = (draft: Draft): Problem[] =>
  draft.text.length <= DISCORD_TEXT_MAX && toMarkdown(draft).length > DISCORD_TEXT_MAX
    ? [
        error(
          'text-too-long',
          'The text is too long for Discord once its emphasis is written out.',
          'Shorten it.',
          'text',
        ),
      ]
    : []

const tooMuchAtOnce = ({ media }: Draft): Problem[] => {
  const largest = DISCORD.images?.maxBytes ?? 0
  const all = media.reduce(
    (sum, { size, mime }) => sum + (mime.startsWith('image/') ? Math.min(size, largest) : size),
    0,
  )
  if (media.length < 2 || all <= DISCORD_REQUEST_BYTES) return []
  const message: Sentence = `The files have ${formatSize(all)} together; Discord takes ${formatSize(DISCORD_REQUEST_BYTES)} at once.`
  return [error('media-too-large', message, 'Attach smaller or fewer ones.', 'media')]
}
