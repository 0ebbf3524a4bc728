import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { refuse } from '../../core/refusal.ts'
import type { Change, ChannelTools, Work } from '../channel.ts'
import { changeOf } from '../kit/request-failures.ts'
import { isGone, mannersOf } from './failures.ts'
import { toMarkdown } from './markdown.ts'
import { mentionsOf, optionsOf } from './publish.ts'
import type { DiscordSettings } from './settings.ts'
import { openWebhook } from './webhook.ts'

/** Where a message stands: by what was kept of it, or by the address at which the person found it. */
const placeOf = (work: Work<DiscordSettings>, remote: Remote) => {
  const [, id] = /^(?:https?:\/\/\S+\/channels\/\d+\/\d+\/)?(\d+)$/.exec(remote.id) ?? []
  if (id === undefined) {
    const [message, next]: [Sentence, Sentence] = [
      'Posthorn does not know which message this is on Discord.',
      'Change it on Discord itself.',
    ]
    return refuse('rejected-by-channel', message, next, { detail: remote.id })
  }
  return [`/messages/${id}`, { thread_id: optionsOf(work).thread_id }] as const
}

/** Gives a message another text; its files stay. */
export const edit = async (work: Work<DiscordSettings>, remote: Remote, tools: ChannelTools): Promise<Change> => {
  try {
    const [path, query] = placeOf(work, remote)
    const json = { content: toMarkdown(work.draft), ...mentionsOf(work) }
    await openWebhook(work).call('PATCH', path, { query, json, writes: true })
    return { kind: 'done', remote }
  } catch (error) {
    return changeOf(error, mannersOf(work), tools)
  }
}

/** Takes a message down; what is gone already is taken down. */
export const unpublish = async (work: Work<DiscordSettings>, remote: Remote, tools: ChannelTools): Promise<Change> => {
  try {
    const [path, query] = placeOf(work, remote)
    await openWebhook(work).call('DELETE', path, { query, writes: true })
    return { kind: 'done', remote }
  } catch (error) {
    return isGone(error) ? { kind: 'done', remote } : changeOf(error, mannersOf(work), tools)
  }
}
