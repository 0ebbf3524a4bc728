import { createHash } from 'node:crypto'
import type { Problem } from '../../src-preload/contract/model/post.ts'
import { failed, refuse } from '../core/refusal.ts'
import type { Access, Channel, ChannelTools, Connected, Draft, Outcome, Work } from './channel.ts'
import { error } from './check/problem.ts'
import { readByRules } from './check/find-ranges.ts'
import { defineChannel } from './kit/define-channel.ts'
import { outcomeOf, refusalOf } from './kit/request-failures.ts'
import { SLACK, SLACK_TEXT_MAX } from './rules/slack.ts'
import { isInOrder, mannersOf } from './slack/failures.ts'
import { toMrkdwn } from './slack/mrkdwn.ts'
import { type SlackSettings, slackSettings } from './slack/settings.ts'
import { post, readAddress, WHERE } from './slack/webhook.ts'

/**
 * A Slack channel, by an incoming webhook: a letter box. It takes texts, says nothing but `ok`, and nothing that it
 * took can be found, changed or taken down through it.
 */
export const createSlack = (tools: ChannelTools): Channel =>
  defineChannel<SlackSettings>({
    rules: SLACK,
    group: 'token',
    summary:
      'Texts to a Slack channel by its incoming webhook; it takes no files, and what was sent is changed only in Slack.',
    secret: { title: 'Webhook URL', description: `${WHERE} Whoever has it can post there.` },
    reading: readByRules(SLACK),
    judge,
    form: slackSettings,
    settings: slackSettings,
    connect: (access) => connect(access, tools),
    plan: () => null,
    publish: (work) => publish(work, tools),
  })

/** A message with nothing in it is refused by a webhook that is in order, and posts nothing. */
const connect = async (access: Access<SlackSettings>, tools: ChannelTools): Promise<Connected<SlackSettings>> => {
  try {
    await post(access, {})
    return { kind: 'refused', failure: notSlack() }
  } catch (error) {
    return isInOrder(error)
      ? { kind: 'valid', identity: `Workspace ${readAddress(access.secret)?.workspace}`, settings: {} }
      : refusalOf(error, mannersOf(access), tools)
  }
}

const publish = async (work: Work<SlackSettings>, tools: ChannelTools): Promise<Outcome> => {
  const { draft } = work
  const { text, media } = draft
  try {
    if (media.length > 0) refuse('media-unsupported', 'Incoming webhooks of Slack take no files.', 'Leave them out.')
    await post(work, { text: toMrkdwn(draft) }, true)
    const hash = createHash('sha256').update(`${work.itemId} ${text}`).digest('hex').slice(0, 16)
    return { kind: 'published', remote: { id: `${tools.clock.now()}-${hash}`, url: null, parts: [] } }
  } catch (error) {
    return outcomeOf(error, mannersOf(work), tools)
  }
}

/** Slack cuts off what is longer once its signs are written out. */
const judge = (draft: Draft): Problem[] =>
  draft.text.length <= SLACK_TEXT_MAX && toMrkdwn(draft).length > SLACK_TEXT_MAX
    ? [
        error(
          'text-too-long',
          'The text is too long for Slack once its <, > and & are written out.',
          'Shorten it.',
          'text',
        ),
      ]
    : []

const notSlack = () =>
  failed('channel-error', 'This address takes whatever it is sent, which Slack does not.', WHERE, { field: 'secret' })
