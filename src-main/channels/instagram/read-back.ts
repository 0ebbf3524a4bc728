import type { Millis } from '../../core/records.ts'
import type { Access, ReadBack } from '../channel.ts'
import { failingOf } from '../meta/failures.ts'
import type { FacebookAppSettings } from '../meta/settings.ts'
import { manners, openAccount } from './account.ts'
import { picturesOf, readPosts, remoteOf, timeOf } from './posts.ts'
import type { Desk } from './settings.ts'

/** What stands on the account since then, but stories, which go within a day. */
export const readBack = async (access: Access<FacebookAppSettings>, since: Millis, desk: Desk): Promise<ReadBack> => {
  try {
    const { posts, whole } = await readPosts(await openAccount(access, desk), since)
    const last = posts.at(-1)
    return {
      kind: 'read',
      posts: posts.map((one) => ({
        remote: remoteOf(one),
        text: one.caption,
        at: timeOf(one),
        pictures: picturesOf(one),
      })),
      from: whole || !last ? since : timeOf(last),
    }
  } catch (error) {
    return { kind: 'failed', failure: failingOf(error, manners(access, desk), desk.tools).failure }
  }
}
