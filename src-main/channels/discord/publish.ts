import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { failed } from '../../core/refusal.ts'
import type { ChannelTools, Outcome, Work } from '../channel.ts'
import { openMedia } from '../check/open-media.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import { DISCORD, discordOptions } from '../rules/discord.ts'
import { mannersOf } from './failures.ts'
import { toMarkdown } from './markdown.ts'
import type { Pace } from './pace.ts'
import type { DiscordSettings } from './settings.ts'
import { openWebhook, read, type Webhook } from './webhook.ts'

/** What is read of a message that was sent. */
const message = z.object({ id: z.string(), channel_id: z.string() })

export const optionsOf = ({ draft }: Pick<Work<object>, 'draft'>) => discordOptions.safeParse(draft.options).data ?? {}

/** Nobody is notified whom the person did not name, whatever stands in the text. */
export const mentionsOf = (work: Pick<Work<object>, 'draft'>) => ({
  allowed_mentions: { parse: optionsOf(work).mentions ?? [] },
})

/** Sends a post as one message. Webhooks know no key that would keep a repeat from standing twice. */
export const publish = async (work: Work<DiscordSettings>, tools: ChannelTools, pace: Pace): Promise<Outcome> => {
  try {
    const webhook = openWebhook(work)
    const until = pace.fullUntil(webhook.id)
    if (until !== null) return { kind: 'limited', until, failure: full() }
    return { kind: 'published', remote: await send(work, webhook, pace) }
  } catch (error) {
    return outcomeOf(error, mannersOf(work), tools)
  }
}

const send = async (work: Work<DiscordSettings>, webhook: Webhook, pace: Pace): Promise<Remote> => {
  const { text, media, strict } = work.draft
  const { username, avatar_url, thread_id } = optionsOf(work)
  const files = []
  for (const one of media) files.push({ ...(await openMedia(one, DISCORD, strict)), alt: one.alt })
  const attachments = files.map(({ name, alt }, index) => ({
    id: String(index),
    filename: name,
    ...(alt.trim() !== '' && { description: alt.toWellFormed() }),
  }))
  const json = {
    ...(text.trim() !== '' && { content: toMarkdown(work.draft) }),
    ...mentionsOf(work),
    ...(username !== undefined && { username }),
    ...(avatar_url !== undefined && { avatar_url }),
    ...(files.length > 0 && { attachments }),
  }
  // Without `wait` the answer comes before the message stands, and without its id.
  const query = { wait: 'true', thread_id }
  const sent = files.length > 0 ? { form: formOf(json, files) } : { json }
  const answer = await webhook.call('POST', '', { query, writes: true, ...sent })
  pace.heed(webhook.id, answer.headers)
  const { id, channel_id } = read(message, answer, true)
  const { guild } = work.settings
  const url = guild === undefined ? null : `${webhook.origin}/channels/${guild}/${channel_id}/${id}`
  return { id, url, parts: [] }
}

const formOf = (json: object, files: readonly { blob: Blob; name: string }[]): FormData => {
  const form = new FormData()
  form.append('payload_json', JSON.stringify(json))
  for (const [index, { blob, name }] of files.entries()) form.append(`files[${index}]`, blob, name)
  return form
}

const full = () =>
  failed(
    'rate-limited',
    'Discord takes no more posts from this webhook for a moment.',
    'Nothing to do: Posthorn waits as long as Discord asks.',
  )
