import type { Command } from 'commander'
import type { Post, PostStatus } from '../../../../src-preload/contract/model/post.ts'
import { act, type Work, withExamples } from '../act.ts'
import { channelOptions } from '../input/channel-options.ts'
import { collect } from '../input/collect.ts'
import { findPostId } from '../input/find-item.ts'
import { type NarrowFlags, narrowedBy, withNarrowing } from '../input/narrowing.ts'
import { readStdin } from '../input/stdin.ts'
import { localTime } from '../output/local-time.ts'
import { oneLine } from '../output/plain-text.ts'
import { table } from '../output/table.ts'

type PostFlags = NarrowFlags & { status?: string[]; unscheduled?: boolean }

/** The commands on what was written: `posthorn posts`, `delete`, `restore`. */
export const declarePosts = (program: Command): void => {
  withExamples(
    withNarrowing(
      program
        .command('posts')
        .description('what was written, the latest change first')
        .option(
          '--status <status>',
          'only these: draft, scheduled, published, partial, failed, ...; repeatable',
          collect,
        )
        .option('--unscheduled', 'only posts without a time')
        .option('--no-unscheduled', 'only posts with a time'),
    ),
    'posts --status draft',
    'posts --search spring --tag sale --json',
  ).action(act(list))
  withExamples(
    program
      .command('update <post>')
      .description('change a draft or a scheduled post; what is not named stays')
      .option('--text <text>', 'another text; "-" reads it from standard input')
      .option('--tag <tag>', 'a tag, repeatable: replaces those it has', collect)
      .option('--strict', 'refuse media over a limit instead of fitting them')
      .option('--no-strict', 'fit media to each channel')
      .option(
        '--option <channel.key=value>',
        'tell a channel something, repeatable: replaces what it was told',
        collect,
      ),
    'update pst_... --text "A better text"',
    'update pst_... --tag spring --tag sale',
  ).action(act(update))
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

type UpdateFlags = { text?: string; tag?: string[]; strict?: boolean; option?: string[] }

const update = async ({ caller, out }: Work, id: string, { text, tag, strict, option }: UpdateFlags) => {
  const post = await caller.call('posts.save', {
    postId: await findPostId(caller, id),
    ...(text === undefined ? {} : { text: text === '-' ? await readStdin() : text }),
    ...(tag === undefined ? {} : { tags: tag }),
    ...(strict === undefined ? {} : { strict }),
    ...(option === undefined ? {} : { options: channelOptions(option) }),
  })
  out.result(post, () => `Changed: ${post.id}`)
}

const list = async ({ caller, out }: Work, flags: PostFlags) => {
  const page = await caller.call('posts.list', {
    ...(await narrowedBy(flags, caller)),
    limit: flags.limit,
    ...(flags.cursor === undefined ? {} : { cursor: flags.cursor }),
    // What is no status is for the gate to refuse.
    ...(flags.status === undefined ? {} : { statuses: flags.status as PostStatus[] }),
    ...(flags.unscheduled === undefined ? {} : { unscheduled: flags.unscheduled }),
  })
  out.result(page, () => postTable(page.entries, page.cursor))
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
