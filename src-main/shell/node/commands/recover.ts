import type { Command } from 'commander'
import { type Work, homeOf, wantsJson, withExamples } from '../act.ts'
import { createOutput } from '../output/output.ts'
import { settledLines, snapshotLines } from '../output/snapshot-lines.ts'

/** `posthorn recover`: makes a damaged data folder usable again. It works where no other command can open it. */
export const declareRecover = (program: Command): void => {
  withExamples(
    program
      .command('recover')
      .description('make a damaged database usable again: the damaged one is set aside, never deleted')
      .option('--snapshot <name>', 'put this snapshot in its place; without: what can be read is kept')
      .option('--list', 'only list the snapshots there are'),
    'recover --list',
    'recover',
    'recover --snapshot posthorn-v3-20261122T090000000Z-daily.db',
  ).action(async (flags: { snapshot?: string; list?: boolean }, command: Command) => {
    const { goodSnapshots } = await import('../../recover-home.ts')
    const out = createOutput(wantsJson(command))
    const home = homeOf(command)
    if (flags.list) {
      const entries = await goodSnapshots(home)
      return out.result({ entries }, () => snapshotLines(entries))
    }
    await recover(home, flags.snapshot, out)
  })
}

const recover = async (home: string, snapshot: string | undefined, out: Work['out']): Promise<void> => {
  const { recoverHome } = await import('../../recover-home.ts')
  const done = await recoverHome(home, 'cli', snapshot ? { kind: 'snapshot', name: snapshot } : { kind: 'salvage' })
  out.result(done, () =>
    [
      `The damaged database is set aside: ${done.aside}`,
      done.salvaged ? `${done.salvaged.rows} rows could be read.` : 'The snapshot is in its place.',
      ...(done.salvaged?.lost ?? []).map(({ table, rows }) => `${rows} of ${table} could not.`),
      settledLines(done.settled),
    ]
      .filter((line) => line !== '')
      .join('\n'),
  )
}
