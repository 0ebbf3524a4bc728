import type { Millis } from '../../core/records.ts'
import type { Access, NativePost, ReadBack } from '../channel.ts'
import { failingOf } from '../meta/failures.ts'
import { partOf, picturesOf, readPosts, remoteOf, type ThreadsPost, timeOf } from './posts.ts'
import { manners, openProfile } from './profile.ts'
import type { Desk, ThreadsSettings } from './settings.ts'

/** What the account posted since then, a thread as one post; answers to others are no posts of its own. */
export const readBack = async (access: Access<ThreadsSettings>, since: Millis, desk: Desk): Promise<ReadBack> => {
  try {
    const graph = await openProfile(access, desk)
    const roots = await readPosts(graph, 'threads', since)
    const replies = await readPosts(graph, 'replies', since)
    const last = roots.posts.at(-1)
    return {
      kind: 'read',
      posts: roots.posts.map((root) => asOne(threadOf(root, replies.posts))),
      from: roots.whole || !last ? since : timeOf(last),
    }
  } catch (error) {
    return { kind: 'failed', failure: failingOf(error, manners(access, desk), desk.tools).failure }
  }
}

/** A post and what the account answered to it, each part to the one before. */
const threadOf = (root: ThreadsPost, replies: readonly ThreadsPost[]): [ThreadsPost, ...ThreadsPost[]] => {
  const thread: [ThreadsPost, ...ThreadsPost[]] = [root]
  for (;;) {
    const next = replies.toReversed().find(({ replied_to: to }) => to?.id === thread.at(-1)?.id)
    if (!next || thread.includes(next)) return thread
    thread.push(next)
  }
}

const asOne = (thread: [ThreadsPost, ...ThreadsPost[]]): NativePost => ({
  remote: remoteOf(thread.map(partOf)),
  text: thread.map(({ text }) => text).join('\n---\n'),
  at: timeOf(thread[0]),
  pictures: thread.flatMap(picturesOf),
})
