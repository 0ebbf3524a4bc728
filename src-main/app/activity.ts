import type { Activity } from '../../src-preload/contract/model/activity.ts'
import type { Handlers } from '../core/gate.ts'
import type { AttemptRecord } from '../core/records.ts'
import { attemptView, excerpt, isoOrNull } from './views.ts'
import type { World } from './world.ts'

/** What was tried, for all posts. */
export const createActivityHandlers = ({ store }: World) => {
  const toldOf = async (attempt: AttemptRecord, names: ReadonlyMap<string, string>): Promise<Activity | null> => {
    const item = await store.items.get(attempt.itemId)
    const post = item && (await store.posts.get(item.postId))
    if (!item || !post) return null
    return {
      ...attemptView(attempt),
      itemId: item.id,
      postId: item.postId,
      accountId: item.accountId,
      account: names.get(item.accountId) ?? '',
      channel: item.channel,
      text: excerpt(item.override.text ?? post.text),
      state: item.state,
      nextAt: isoOrNull(item.nextAt),
    }
  }

  return {
    'activity.list': async (filter) => {
      const { entries, cursor } = await store.attempts.list(filter)
      const names = new Map((await store.accounts.list()).map(({ id, name }) => [id, name]))
      const told = await Promise.all(entries.map((attempt) => toldOf(attempt, names)))
      return { entries: told.filter((one) => one !== null), cursor }
    },
  } satisfies Partial<Handlers>
}
