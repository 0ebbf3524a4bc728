import type { Settled, Snapshot } from '../../../../src-preload/contract/model/snapshot.ts'
import { localTime } from './local-time.ts'
import { table } from './table.ts'

export const snapshotLines = (entries: readonly Snapshot[]): string =>
  entries.length === 0
    ? 'No snapshots yet. Make one with "posthorn snapshots create".'
    : table(
        ['made', 'why', 'size', 'posts', 'pending', 'published', 'accounts', 'name'],
        entries.map(({ at, why, size, counts, name }) => [
          localTime(at),
          why,
          `${(size / 1_000_000).toFixed(1)} MB`,
          ...(counts
            ? [counts.posts, counts.pending, counts.published, counts.accounts].map(String)
            : ['cannot be read', '-', '-', '-']),
          name,
        ]),
      )

/** What became of posts that were waiting in a copy. */
export const settledLines = ({ known, asked, missed, doubtful }: Settled): string =>
  [
    known > 0 ? `${known} as they are known to be now.` : [],
    asked > 0 ? `${asked} may have been sent: their channels are asked.` : [],
    missed > 0 ? `${missed} are missed and wait for your word: they may have been sent, or their time passed.` : [],
    doubtful > 0
      ? `${doubtful} are still to come, and another Posthorn may hold them too: this one is paused. Resume with "posthorn settings set paused=false" once no other sends them.`
      : [],
  ]
    .flat()
    .join('\n')
