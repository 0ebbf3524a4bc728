import type { Millis } from '../../core/records.ts'
import type { Access, ChannelTools, NativePost, ReadBack } from '../channel.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import type { Api } from './api.ts'
import { mannersOf } from './failures.ts'
import { type Read, readSince, timeOf } from './find-standing.ts'
import { partOf, referenceOf, remoteOf, textOf, type XPost } from './posts.ts'
import type { XSettings } from './settings.ts'

/** As many as X gives at a time. */
const PAGE = 100

/** What the account posted, a thread as one post; reposts, and answers to others, are no posts of its own. */
export const readBack = async (
  access: Access<XSettings>,
  since: Millis,
  api: Api,
  tools: ChannelTools,
): Promise<ReadBack> => {
  try {
    const read = await readSince(api, access.settings, since, tools.clock.now(), PAGE)
    const last = read.posts.at(-1)
    return {
      kind: 'read',
      posts: joinThreads(read, access.settings),
      from: read.whole || !last ? since : timeOf(last),
    }
  } catch (error) {
    return { kind: 'failed', failure: outcomeOf(error, await mannersOf(access, tools), tools).failure }
  }
}

const joinThreads = ({ posts, media }: Read, settings: XSettings): NativePost[] => {
  const threads = new Map<string, XPost[]>()
  const whole: XPost[][] = []
  for (const one of posts.toSorted((a, b) => timeOf(a) - timeOf(b))) {
    const parent = referenceOf(one, 'replied_to')
    const thread = parent === null ? [] : threads.get(parent)
    if (!thread) continue
    if (thread.length === 0) whole.push(thread)
    thread.push(one)
    threads.set(one.id, thread)
  }
  const picturesOf = ({ attachments }: XPost): NativePost['pictures'] =>
    (attachments?.media_keys ?? []).flatMap((key) => {
      const found = media.get(key)
      const url = found?.url ?? found?.preview_image_url
      return url == null ? [] : [{ url, alt: found?.alt_text ?? '' }]
    })
  return whole.toReversed().map((thread) => ({
    remote: remoteOf(thread.map(({ id }) => partOf(id, settings))),
    text: thread.map(textOf).join('\n---\n'),
    at: thread[0] ? timeOf(thread[0]) : 0,
    pictures: thread.flatMap(picturesOf),
  }))
}
