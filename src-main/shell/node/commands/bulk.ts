import type { Command } from 'commander'
import type { Input, Output } from '../../../../src-preload/contract/methods.ts'
import { failedInEnglish } from '../../../core/refusal.ts'
import { act, type Work, withExamples } from '../act.ts'
import { collect } from '../input/collect.ts'
import { findItemId, findPostId } from '../input/find-item.ts'
import { saysWhen, type WhenFlags, whenOf, withWhen } from '../input/when.ts'
import { Shortfall } from '../output/output.ts'

/** `posthorn bulk ...`: the same to many, each for itself. */
export const declareBulk = (program: Command): void => {
  const bulk = program.command('bulk').description('do the same to up to 100 at once; each stands for itself')
  const many = (name: string, description: string) =>
    withExamples(bulk.command(`${name} <id...>`).description(description), `bulk ${name} pst_... pst_...`)

  const schedule = withWhen(many('schedule', 'publish or schedule posts'))
  schedule.action((...args: unknown[]) => {
    if (!saysWhen(schedule.opts<WhenFlags>())) schedule.error('error: say when: --now, --at, --in, or --slot')
    return act(async (work, ids: string[], flags: WhenFlags) =>
      posts(work, ids, { kind: 'schedule', when: await whenOf(flags, work.caller) }),
    )(...args)
  })
  many('delete', 'remove posts here, for 30 days restorable').action(
    act((work, ids: string[]) => posts(work, ids, { kind: 'delete' })),
  )
  many('restore', 'bring deleted posts back').action(
    act((work, ids: string[]) => posts(work, ids, { kind: 'restore' })),
  )
  many('tag', 'add and remove tags')
    .option('--add <tag>', 'repeatable', collect)
    .option('--remove <tag>', 'repeatable', collect)
    .action(
      act((work, ids: string[], { add = [], remove = [] }: { add?: string[]; remove?: string[] }) =>
        posts(work, ids, { kind: 'tag', add, remove }),
      ),
    )
  many('cancel', 'take schedules back').action(act((work, ids: string[]) => items(work, ids, { kind: 'cancel' })))
  many('retry', 'send failed items again').action(act((work, ids: string[]) => items(work, ids, { kind: 'retry' })))
}

const posts = async (work: Work, ids: readonly string[], action: Input<'posts.bulk'>['action']) => {
  const postIds = await Promise.all(ids.map((id) => findPostId(work.caller, id)))
  tell(work, await work.caller.call('posts.bulk', { postIds, action }))
}

const items = async (work: Work, ids: readonly string[], action: Input<'items.bulk'>['action']) => {
  const itemIds = await Promise.all(ids.map((id) => findItemId(work.caller, id)))
  tell(work, await work.caller.call('items.bulk', { itemIds, action }))
}

const tell = ({ out }: Work, { results }: Output<'posts.bulk'>) => {
  const refused = results.filter((one) => !one.ok)
  const lines = () =>
    results
      .map((one) => (one.ok ? `${one.id}  done` : `${one.id}  ${one.failure.message} ${one.failure.next}`))
      .join('\n')
  if (refused.length > 0) {
    out.say(lines())
    throw new Shortfall(
      failedInEnglish(
        'invalid-input',
        `${refused.length} of ${results.length} were refused; the others are done.`,
        'Look at each one; what was refused is as it was.',
      ),
      { results },
    )
  }
  out.result({ results }, lines)
}
