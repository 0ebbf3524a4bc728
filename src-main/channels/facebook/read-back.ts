import type { Millis } from '../../core/records.ts'
import type { Access, ReadBack } from '../channel.ts'
import { failingOf } from '../meta/failures.ts'
import type { FacebookAppSettings } from '../meta/settings.ts'
import { manners, openPage } from './page.ts'
import { picturesOf, readPosts, remoteOf, timeOf } from './posts.ts'
import type { Desk } from './settings.ts'

/** What stands on the page since then. Reels and stories are in lists of their own, which are not read. */
export const readBack = async (access: Access<FacebookAppSettings>, since: Millis, desk: Desk): Promise<ReadBack> => {
  try {
    const { posts, whole } = await readPosts(await openPage(access, desk), since)
    const last = posts.at(-1)
    return {
      kind: 'read',
      posts: posts.map((one) => ({
        remote: remoteOf(one.id, one.permalink_url),
        text: one.message,
        at: timeOf(one),
        pictures: picturesOf(one),
      })),
      from: whole || !last ? since : timeOf(last),
    }
  } catch (error) {
    return { kind: 'failed', failure: failingOf(error, manners(access, desk), desk.tools).failure }
  }
}
