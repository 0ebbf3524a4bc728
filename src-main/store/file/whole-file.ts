import Database from 'better-sqlite3'
import { Worker } from 'node:worker_threads'
import { failed, Refusal } from '../../core/refusal.ts'
import { because } from '../../core/told.ts'
import { asRefusal } from '../sqlite/sqlite-failure.ts'
import type { Fault } from './damage.ts'
import type { SaidBySqlite, TableRead, WholeFileNews, WholeFileTask } from './whole-file-thread.ts'

/** How long work on a file is followed, in bytes, and called off. */
export type Flow = {
  signal?: AbortSignal | undefined
  onProgress?: ((done: number, total: number) => void) | undefined
}

/**
 * Reads the file of a database through and tells which tables are damaged. SQLite gives no turn while it checks a table
 * or brings a copy to the disk, and of a million posts either takes seconds: so it is done in a thread of its own.
 * Throws a Refusal (`cancelled`, what SQLite refuses); whatever else ends the thread is thrown as well, since only what
 * was read to its end is known to be whole. Nothing holds the file any more once this has settled.
 */
export const findDamage = (path: string, flow: Flow = {}): Promise<Fault[]> =>
  inThread({ path, copyOf: null }, flow).then(faultsOf)

/** Copies a database as it stands at this moment to `to`, as one file without a journal, and reads that through. */
export const copyAndFindDamage = (from: string, to: string, flow: Flow = {}): Promise<Fault[]> =>
  inThread({ path: to, copyOf: from }, flow).then(faultsOf)

type Outcome = Exclude<WholeFileNews, { kind: 'copied' }>

const inThread = async (task: WholeFileTask, { signal, onProgress }: Flow): Promise<TableRead[]> => {
  if (signal?.aborted) throw cancelled()
  const thread = new Worker(new URL('./whole-file-thread.ts', import.meta.url), { workerData: task })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is asked of windows
  const callOff = () => thread.postMessage('stop')
  signal?.addEventListener('abort', callOff)
  try {
    const outcome = await outcomeOf(thread, onProgress)
    if (outcome.kind === 'read') return outcome.damaged
    throw outcome.kind === 'called-off' ? cancelled() : asRefusal(asError(outcome.error))
  } finally {
    signal?.removeEventListener('abort', callOff)
  }
}

const outcomeOf = (thread: Worker, onProgress: Flow['onProgress']): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    let outcome: Outcome | null = null
    thread.on('message', (news: WholeFileNews) => {
      if (news.kind === 'copied') onProgress?.(news.done, news.total)
      else outcome = news
    })
    thread.on('error', reject)
    thread.on('exit', () => {
      if (outcome) resolve(outcome)
      else reject(new Error('The thread that reads the database through ended before it was done.'))
    })
  })

const faultsOf = (damaged: readonly TableRead[]): Fault[] =>
  damaged.map(({ table, faults, error }) => ({ table, faults: error === null ? faults : [unreadable(error)] }))

/** A page that cannot even be walked to is told by an error. */
const unreadable = (said: SaidBySqlite): string => {
  const error = asRefusal(asError(said))
  if (!(error instanceof Refusal) || error.failure.code !== 'database-unreadable') throw error
  return error.failure.detail ?? error.failure.message
}

const asError = ({ message, code }: SaidBySqlite): Error => new Database.SqliteError(message, code)

export const cancelled = (): Refusal =>
  new Refusal(
    failed('cancelled', 'It was called off.', 'Nothing was changed; begin again when you like.', {
      told: because('called-off'),
    }),
  )
