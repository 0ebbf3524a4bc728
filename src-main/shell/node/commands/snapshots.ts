import type { Command } from 'commander'
import { act, withExamples } from '../act.ts'
import { settledLines, snapshotLines } from '../output/snapshot-lines.ts'

/** `posthorn snapshots ...`: copies of the database, and going back to one. */
export const declareSnapshots = (program: Command): void => {
  const snapshots = program.command('snapshots').description('copies of the database, made by themselves once a day')
  withExamples(snapshots.command('list').description('all snapshots, newest first'), 'snapshots list').action(
    act(async ({ caller, out }) => {
      const listed = await caller.call('snapshots.list', {})
      if (listed.failure) out.say(`${listed.failure.message} ${listed.failure.next}\n`)
      out.result(listed, () => snapshotLines(listed.entries))
    }),
  )
  withExamples(snapshots.command('create').description('make one now'), 'snapshots create').action(
    act(async ({ caller, out }) => {
      const made = await caller.call('snapshots.create', {})
      out.result(made, () => snapshotLines([made]))
    }),
  )
  withExamples(
    snapshots
      .command('restore <name>')
      .description('put one in place of the database, which becomes a snapshot itself; nothing is sent twice by it'),
    'snapshots restore posthorn-v3-20261122T090000000Z-daily.db',
  ).action(
    act(async ({ caller, out }, name: string) => {
      const settled = await caller.call('snapshots.restore', { name })
      out.result(settled, () =>
        ['The snapshot is in place; what was there before is a snapshot now.', settledLines(settled)]
          .filter((line) => line !== '')
          .join('\n'),
      )
    }),
  )
  withExamples(
    program.command('unreadable').description('rows that cannot be read: kept as they were, and in no list'),
    'unreadable --json > unreadable.json',
  ).action(
    act(async ({ caller, out }) => {
      const listed = await caller.call('unreadable.list', {})
      out.result(listed, () =>
        listed.entries.length === 0
          ? 'Everything can be read.'
          : listed.entries.map(({ kind, key, why }) => `${kind} ${key}: ${why.split('\n', 1)[0] ?? ''}`).join('\n'),
      )
    }),
  )
}
