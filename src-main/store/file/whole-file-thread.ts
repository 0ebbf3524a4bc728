import Database from 'better-sqlite3'
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'

/*
 * The thread of whole-file.ts. It knows nothing of the rest of the app, so that what starts with every thread stays
 * small; what SQLite says goes back as it is, to be told by the other side.
 */

/** Reads the file at `path` through; a copy of another one, where that is named, is made there first. */
export type WholeFileTask = { path: string; copyOf: string | null }

/** What an error of SQLite's is on its way between threads. */
export type SaidBySqlite = { message: string; code: string }

/** What was found of a table in which something is wrong. */
export type TableRead = { table: string; faults: string[]; error: SaidBySqlite | null }

/** Bytes that are copied; at the end, what was found, or why it did not come to that. */
export type WholeFileNews =
  | { kind: 'copied'; done: number; total: number }
  | { kind: 'read'; damaged: TableRead[] }
  | { kind: 'failed'; error: SaidBySqlite }
  | { kind: 'called-off' }

/** Pages copied between two words of how far it is. */
const PAGES = 1024

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is asked of windows
const tell = (news: WholeFileNews): void => parentPort?.postMessage(news)

/** The one thing that is ever said to the thread. It ends by itself, for what it has open must be closed before. */
const stopIfCalledOff = (): void => {
  if (parentPort && receiveMessageOnPort(parentPort)) throw new CalledOff()
}

class CalledOff extends Error {}

const work = async ({ path, copyOf }: WholeFileTask): Promise<void> => {
  try {
    if (copyOf !== null) await copyPages(copyOf, path)
    tell({ kind: 'read', damaged: readTables(path) })
  } catch (error) {
    tell(error instanceof CalledOff ? { kind: 'called-off' } : { kind: 'failed', error: saidBySqlite(error) })
  }
}

const copyPages = async (from: string, to: string): Promise<void> => {
  const source = new Database(from, { readonly: true, fileMustExist: true, timeout: 2000 })
  try {
    // Held until the end: what is written meanwhile is not seen, and does not make the copy begin anew.
    source.exec('begin')
    source.prepare('select count(*) from sqlite_schema').get()
    const size = Number(source.pragma('page_size', { simple: true }))
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        stopIfCalledOff()
        tell({ kind: 'copied', done: (totalPages - remainingPages) * size, total: totalPages * size })
        return PAGES
      },
    })
  } finally {
    source.close()
  }
  endJournal(to)
}

/** A copy is one file for itself, without a journal beside it. */
const endJournal = (path: string): void => {
  const copy = new Database(path)
  try {
    copy.pragma('journal_mode = delete')
  } finally {
    copy.close()
  }
}

/**
 * Table by table, so that it is known which ones can be made again, and since the search index as a whole takes longer
 * to check than everything else. It does not write: what is in the journal stays there.
 */
const readTables = (path: string): TableRead[] => {
  const database = new Database(path, { readonly: true, fileMustExist: true, timeout: 2000 })
  try {
    const tables = database
      .prepare<[], string>(`select name from sqlite_schema where type = 'table' and rootpage > 0`)
      .pluck()
      .all()
    return tables.map((table) => readTable(database, table)).filter(({ faults, error }) => faults.length > 0 || error)
  } finally {
    database.close()
  }
}

const readTable = (database: Database.Database, table: string): TableRead => {
  stopIfCalledOff()
  try {
    const said = database.prepare<[], string>(`pragma quick_check("${table}")`).pluck().all()
    return { table, faults: said.filter((answer) => answer !== 'ok'), error: null }
  } catch (error) {
    return { table, faults: [], error: saidBySqlite(error) }
  }
}

/** Anything else is a defect of ours, and ends the thread. */
const saidBySqlite = (error: unknown): SaidBySqlite => {
  if (!(error instanceof Database.SqliteError)) throw error
  return { message: error.message, code: error.code }
}

void work(workerData as WholeFileTask)
