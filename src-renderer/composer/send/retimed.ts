import type { Bridge } from '../../../src-preload/contract/bridge.ts'
import type { Reply } from '../../../src-preload/contract/failure.ts'
import type { Post, When } from '../../../src-preload/contract/model/post.ts'
import { type Draft, timeOf } from '../draft/draft.ts'
import { isQueued, targetsOf } from '../draft/own-times.ts'
import { type WhenChoice, whenOf } from './when-choice.ts'

export type Retimed = { accountId: string; when: When }

/** Which accounts of a queued post get another time although the shared one stays, and those that came to it. */
export const retimed = (post: Post | null, draft: Draft, chosen: WhenChoice): Retimed[] => {
  const before = new Map((post === null ? [] : targetsOf(post)).map((one) => [one.accountId, one.override.time]))
  return draft.targets.flatMap(({ accountId }) => {
    const item = post?.items.find((one) => one.accountId === accountId)
    if (item?.state === 'published') return []
    const [then, now] = [before.get(accountId), timeOf(draft, accountId)]
    const same = then?.wall === now?.wall && then?.zone === now?.zone
    if (item !== undefined && isQueued(item) && same) return []
    return [{ accountId, when: now === null ? whenOf(chosen) : { kind: 'at', ...now } }]
  })
}

/** Gives these accounts their times, one after another; the first that cannot be set ends it. */
export const moveSome = async (bridge: Bridge, saved: Post, moves: readonly Retimed[]): Promise<Reply<Post>> => {
  let reply: Reply<Post> = { ok: true, value: saved }
  for (const { accountId, when } of moves) {
    reply = await bridge.call('posts.schedule', { postId: saved.id, when, accountIds: [accountId] })
    if (!reply.ok) return reply
  }
  return reply
}
