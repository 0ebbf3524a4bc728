import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../core/refusal.ts'
import type { Clock, Log } from '../../core/ports.ts'
import { migrations as ours } from '../migrations/all.ts'
import type { Migration } from '../migrations/migration.ts'
import { type Connection, createConnection } from '../sqlite/connection.ts'
import { asRefusal, notWritable } from '../sqlite/sqlite-failure.ts'
import { isSearchWhole, rebuildSearch } from '../search/rebuild-search.ts'
import { damaged } from './damage.ts'
import { lookFirst } from './look-first.ts'
import { migrate } from './migrate.ts'
import { snapshotBefore } from './snapshot.ts'
import { findDamage } from './whole-file.ts'

const FILE = 'posthorn.db'

/** `onShare` hears how much of what takes long is done, from 0 to 1, where the file is brought to a newer form. */
export type FileTools = { clock: Clock; log: Log; onShare?: (share: number) => void }

/** So much of the whole is the copy that is made before. */
const COPY = 0.2

/** Opens (or makes) the database in the folder, checked and in its newest form. Throws a Refusal when it cannot be. */
export const openFile = async (
  folder: string,
  tools: FileTools,
  migrations: readonly Migration[] = ours,
): Promise<Connection> => {
  const path = join(folder, FILE)
  makeFolder(folder)
  const found = lookFirst(path, migrations.at(-1)?.version ?? 0)
  if (found.leftOpen) tools.log.warn('Posthorn was not closed properly the last time; checking the database')
  const searchReadable = !found.leftOpen || (await assertReadable(path))
  const connection = connect(path)
  try {
    prepare(connection)
    await migrate(connection, migrations, found.version, {
      before: async () => {
        if (found.version === 0) return
        const told = (done: number, total: number) => tools.onShare?.((COPY * done) / Math.max(1, total))
        const copy = await snapshotBefore(folder, found.version, tools.clock, told)
        tools.log.info('copied the database before changing its form', { path: copy })
      },
      // A file that is only now made has nothing that could take long.
      onShare: (share) => void (found.version > 0 && tools.onShare?.(COPY + (1 - COPY) * share)),
    })
    if (!searchReadable || (found.leftOpen && !isSearchWhole(connection))) {
      tools.log.warn('the search index was broken and is made anew')
      rebuildSearch(connection)
    }
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Throws a Refusal when more than the search index is damaged. It does not write: what is in the journal stays there. */
const assertReadable = async (path: string): Promise<boolean> => {
  const faults = await findDamage(path)
  const beyond = faults.filter(({ table }) => !table.startsWith('post_search'))
  if (beyond.length > 0) throw damaged(beyond)
  return faults.length === 0
}

const makeFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    const told = asRefusal(error)
    // On a read-only disk Node tells of a missing folder.
    throw told instanceof Refusal ? told : new Refusal(notWritable(String(error)))
  }
}

const connect = (path: string): Connection => {
  try {
    return createConnection(new Database(path, { timeout: 2000 }), rebuildSearch)
  } catch (error) {
    throw asRefusal(error)
  }
}

/**
 * What is acknowledged is on the disk (`synchronous`, on macOS `fullfsync`). The write-ahead log is folded back every
 * 16 MB rather than every 4, which spares the disk; it is cut back to that size.
 */
const PRAGMAS = [
  'journal_mode = wal',
  'synchronous = full',
  'fullfsync = on',
  'checkpoint_fullfsync = on',
  'foreign_keys = on',
  'cache_size = -32000',
  'wal_autocheckpoint = 4000',
  'journal_size_limit = 16777216',
]

const prepare = (connection: Connection): void => {
  for (const pragma of PRAGMAS) connection.script(`pragma ${pragma}`)
  // SQLite opens a file it cannot write to all the same; better to know now than with the first post.
  connection.begin()
  connection.rollback()
}
