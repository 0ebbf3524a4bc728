import { failed } from '../../core/refusal.ts'
import type { Millis } from '../../core/records.ts'
import type { Access, ChannelTools, ReadBack } from '../channel.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import type { Api } from './api.ts'
import { canBeAsked, mannersOf } from './failures.ts'
import { authorOf, readSince, remoteOf, textOf, timeOf } from './posts.ts'
import type { LinkedinSettings } from './settings.ts'

/** What a page posted; what a person posted LinkedIn does not tell programs. */
export const readBack = async (
  access: Access<LinkedinSettings>,
  since: Millis,
  api: Api,
  tools: ChannelTools,
): Promise<ReadBack> => {
  if (!canBeAsked(access)) return { kind: 'failed', failure: notForPeople() }
  try {
    const { posts, whole } = await readSince(api, authorOf(access), since, tools.clock.now())
    const last = posts.at(-1)
    return {
      kind: 'read',
      // Of pictures it tells ids alone.
      posts: posts.map((one) => ({ remote: remoteOf(one.id), text: textOf(one), at: timeOf(one), pictures: [] })),
      from: whole || !last ? since : timeOf(last),
    }
  } catch (error) {
    return { kind: 'failed', failure: outcomeOf(error, await mannersOf(access, tools), tools).failure }
  }
}

const notForPeople = () =>
  failed(
    'channel-unsupported',
    'LinkedIn does not let programs see what a person posted.',
    'Nothing to do: what Posthorn sends is known here; the posts of a page can be read.',
  )
