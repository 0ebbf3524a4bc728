import type { Command } from 'commander'
import type { Post } from '../../../../src-preload/contract/model/post.ts'
import { act, withExamples } from '../act.ts'
import { findPostId } from '../input/find-item.ts'
import { localTime } from '../output/local-time.ts'
import { oneLine } from '../output/plain-text.ts'
import { table } from '../output/table.ts'

/** The commands on what was written: `posthorn posts`, `delete`, `restore`. */
export const declarePosts = (program: Command): void => {
  withExamples(
    program
      .command('posts')
      .description('what was written, the latest change first')
      .option('--search <words>', 'only posts with these words')
      .option('--drafts', 'only drafts')
      .option('--limit <number>', 'how many at most, up to 200', Number, 50)
      .option('--cursor <cursor>', 'go on from where an earlier list ended'),
    'posts --drafts',
    'posts --search spring --json',
  ).action(
    act(async ({ caller, out }, flags: { search?: string; drafts?: boolean; limit: number; cursor?: string }) => {
      const page = await caller.call('posts.list', flags)
      out.result(page, () => postTable(page.entries, page.cursor))
    }),
  )
  withExamples(
    program
      .command('delete <id>')
      .description('remove a post here, for 30 days restorable; what is published stays where it is'),
    'delete pst_...',
  ).action(
    act(async ({ caller, out }, id: string) => {
      const postId = await findPostId(caller, id)
      const done = await caller.call('posts.delete', { postId })
      out.result(done, () => `Deleted. To undo it: posthorn restore ${postId}`)
    }),
  )
  withExamples(
    program.command('restore <id>').description('bring a deleted post back; it is not scheduled again'),
    'restore pst_...',
  ).action(
    act(async ({ caller, out }, id: string) => {
      const post = await caller.call('posts.restore', { postId: await findPostId(caller, id) })
      out.result(post, () => `Restored: ${post.id}`)
    }),
  )
}

const postTable = (posts: readonly Post[], cursor: string | null): string => {
  if (posts.length === 0) return 'Nothing here.'
  const lines = table(
    ['id', 'changed', 'status', 'items', 'text'],
    posts.map((post) => [
      post.id,
      localTime(post.updatedAt),
      post.status,
      String(post.items.length),
      oneLine(post.text, 60),
    ]),
  )
  return cursor === null ? lines : `${lines}\nThere are more: --cursor ${cursor}`
}
