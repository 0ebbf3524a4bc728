import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { refuse } from '../../core/refusal.ts'
import type { Change, ChannelTools, Work } from '../channel.ts'
import { changeOf } from '../kit/request-failures.ts'
import type { Api } from './api.ts'
import { isMissing, mannersOf } from './failures.ts'
import { type Part, partOf, partsOf, POST_FIELDS, remoteOf, saysTheSame, type XPost, xPost } from './posts.ts'
import { textsOf } from './publish.ts'
import type { XSettings } from './settings.ts'

const several = z.object({ data: z.array(xPost).default([]) })
const created = z.object({ data: z.object({ id: z.string() }) })

/** Gives a post another text, part by part; its files stay. Each edit makes a post with an id of its own. */
export const edit = async (work: Work<XSettings>, remote: Remote, api: Api, tools: ChannelTools): Promise<Change> => {
  try {
    const texts = await textsOf(work)
    const parts = [...partsOf(remote)]
    if (texts.length !== parts.length) refuseOtherLength(parts.length, texts.length)
    const ids = parts.map(({ id }) => id).join(',')
    const { data: posts } = await api.ask('GET', `/2/tweets?ids=${ids}&${POST_FIELDS}`, several)
    for (const [index, { id }] of parts.entries()) {
      const post = posts.find((one) => one.id === id) ?? gone()
      const text = texts[index] ?? ''
      if (!saysTheSame(post, text)) parts[index] = await editPart(post, text, work, api, tools)
    }
    return { kind: 'done', remote: remoteOf(parts) }
  } catch (error) {
    return changeOf(error, await mannersOf(work, tools), tools)
  }
}

const editPart = async (
  post: XPost,
  text: string,
  { settings }: Work<XSettings>,
  api: Api,
  { clock }: ChannelTools,
): Promise<Part> => {
  assertEditable(post, clock.now())
  // A key is the kind of a file and its id: `3_1880028106020515840`. What is left out of an edit is taken away.
  const files = (post.attachments?.media_keys ?? []).map((key) => key.replace(/^\d+_/, ''))
  const json = {
    text,
    ...(files.length > 0 && { media: { media_ids: files } }),
    edit_options: { previous_post_id: post.id },
  }
  const { data } = await api.ask('POST', '/2/tweets', created, { json, writes: true })
  return partOf(data.id, settings)
}

const assertEditable = ({ edit_controls: controls, attachments }: XPost, now: number): void => {
  const over = controls?.editable_until != null && Date.parse(controls.editable_until) <= now
  const polled = (attachments?.poll_ids ?? []).length > 0
  if (!over && !polled && controls?.edits_remaining !== 0) return
  const why = polled ? 'it has a poll' : over ? 'the time for it is over' : 'it was edited as often as X allows'
  refuse('rejected-by-channel', `X does not let this post be edited: ${why}.`, 'Take it down and post it anew.')
}

/** Takes a post down, the newest part first: an answer never stands without what it answers. */
export const unpublish = async (
  work: Work<XSettings>,
  remote: Remote,
  api: Api,
  tools: ChannelTools,
): Promise<Change> => {
  try {
    for (const { id } of partsOf(remote).toReversed()) {
      await api.answer('DELETE', `/2/tweets/${encodeURIComponent(id)}`, { writes: true }).catch((error: unknown) => {
        // What is gone already is taken down.
        if (!isMissing(error)) throw error
      })
    }
    return { kind: 'done', remote }
  } catch (error) {
    return changeOf(error, await mannersOf(work, tools), tools)
  }
}

const gone = (): never => refuse('not-found', 'The post is no longer on X.', 'Duplicate it to publish it again.')

const refuseOtherLength = (before: number, after: number): never => {
  const parts = (count: number) => (count === 1 ? 'one part' : `${count} parts`)
  return refuse(
    'rejected-by-channel',
    `The post stands in ${parts(before)}, and this text makes ${parts(after)}.`,
    'Make it as long as it was, or take it down and post it anew.',
    { field: 'text' },
  )
}
