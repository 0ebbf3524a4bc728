import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Snapshot, SnapshotWhy } from '../../../src-preload/contract/model/snapshot.ts'
import { snapshotWhy } from '../../../src-preload/contract/model/snapshot.ts'
import type { Clock, Snapshots } from '../../core/ports.ts'
import { refuse } from '../../core/refusal.ts'
import { copyDatabase } from './copy-database.ts'
import { because } from '../../core/told.ts'
import { createSnapshotCounts } from './snapshot-counts.ts'
import type { Flow } from './whole-file.ts'
import { withDatabase } from './with-database.ts'

const FOLDER = 'snapshots'

/** The copies of a data folder's database, in `snapshots/` beside it. A copy has its name only once it is complete. */
export const openSnapshots = (folder: string, clock: Clock): Snapshots => {
  const inside = join(folder, FOLDER)
  const counts = createSnapshotCounts()
  const described = async (name: string): Promise<Snapshot[]> => {
    const parsed = readName(name)
    const found = parsed && (await stat(join(inside, name)).catch(() => null))
    return parsed && found?.isFile()
      ? [
          {
            name,
            ...parsed,
            size: found.size,
            counts:
              parsed.why === 'damaged' ? null : await counts.of(join(inside, name), parsed.version, found.mtimeMs),
          },
        ]
      : []
  }
  const list = async () => {
    const names = await readdir(inside).catch(() => [])
    const entries = (await Promise.all(names.map(described))).flat()
    return entries.toSorted((a, b) => b.at.localeCompare(a.at))
  }
  return {
    folder: inside,
    list,
    create: async (why, signal) => {
      const name = nameOf(versionOf(join(folder, 'posthorn.db')), clock.now(), why)
      await copyDatabase(join(folder, 'posthorn.db'), join(inside, name), { signal })
      const [made] = await described(name)
      return made ?? refuse('internal', 'The snapshot is gone again.', 'Try again.', { told: because('snapshot-gone') })
    },
    remove: async (name) => {
      if (readName(name)) await rm(join(inside, name), { force: true })
    },
    path: (name) =>
      readName(name)
        ? join(inside, name)
        : refuse('not-found', `There is no snapshot ${name}.`, 'Look at the list of snapshots.', {
            field: 'name',
            told: because('snapshot-gone'),
          }),
  }
}

/** Before the form of the database changes. Returns the copy's path. */
export const snapshotBefore = async (
  folder: string,
  version: number,
  clock: Clock,
  onProgress: Flow['onProgress'],
): Promise<string> => {
  const path = join(folder, FOLDER, nameOf(version, clock.now(), 'migration'))
  await copyDatabase(join(folder, 'posthorn.db'), path, { onProgress })
  return path
}

export const nameOf = (version: number, at: number, why: SnapshotWhy): string =>
  `posthorn-v${version}-${new Date(at).toISOString().replaceAll(/[-:]/g, '').replace('.', '')}-${why}.db`

const NAME = /^posthorn-v(\d+)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-([a-z]+)\.db$/

const readName = (name: string): { version: number; at: string; why: SnapshotWhy } | null => {
  const [, version, year, month, day, hour, minute, second, milli, said] = NAME.exec(name) ?? []
  const why = snapshotWhy.safeParse(said)
  if (!why.success) return null
  return {
    version: Number(version),
    at: `${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`,
    why: why.data,
  }
}

const versionOf = (path: string): number =>
  withDatabase(path, (database) => Number(database.pragma('user_version', { simple: true }))) ?? 0
