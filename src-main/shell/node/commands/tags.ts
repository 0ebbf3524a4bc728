import type { Command } from 'commander'
import { act, withExamples } from '../act.ts'
import { table } from '../output/table.ts'

/** `posthorn tags`: what posts are sorted by. */
export const declareTags = (program: Command): void => {
  withExamples(program.command('tags').description('every tag in use, and on how many posts'), 'tags').action(
    act(async ({ caller, out }) => {
      const tags = await caller.call('tags.list', {})
      out.result(tags, () =>
        tags.entries.length === 0
          ? 'No tags yet.'
          : table(
              ['tag', 'posts'],
              tags.entries.map(({ tag, posts }) => [tag, String(posts)]),
            ),
      )
    }),
  )
}
