import type Database from 'better-sqlite3'
import type { Bound } from './query.ts'
import { asRefusal } from './sqlite-failure.ts'

/**
 * One open database file. Every call runs to its end before it returns. What SQLite refuses comes out as a Refusal
 * where a person can do something about it.
 */
export type Connection = {
  all<R>(bound: Bound<R>): R[]
  first<R>(bound: Bound<R>): R | undefined
  /** How many rows it changed. */
  run(bound: Bound<unknown>): number
  /** What kysely asks: rows for what returns rows, else the number of changed rows. */
  execute(bound: Bound<unknown>): { rows: unknown[]; changes: number }
  /** SQL that is run once and not kept. */
  script(sql: string): void
  /** The same with SQLite's own guards down, for its schema. */
  unguarded(sql: string): void
  begin(): void
  /** Has work done once before the transaction is committed, however often it is asked for under the same name. */
  beforeCommit(name: string, work: () => void): void
  /** Has it done now, for what is to be read before. */
  settle(): void
  commit(): void
  rollback(): void
  /** Outside of a transaction: makes the search index anew if it was found to be broken, and says whether it did. */
  mend(): boolean
  close(): void
}

/**
 * Keeps every statement prepared by its SQL text: preparing costs more than running. The texts are as many as the
 * store has queries, since values and lists are always bound.
 */
export const createConnection = (
  database: Database.Database,
  mendSearch: (connection: Connection) => void = () => {},
): Connection => {
  const statements = new Map<string, Database.Statement>()
  const postponed = new Map<string, () => void>()
  let broken: { error: unknown } | null = null
  let searchBroken = false

  const prepared = (sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    const made = database.prepare(sql)
    statements.set(sql, made)
    return made
  }

  /** A transaction in which a statement failed can only be rolled back: half of a step must never be committed. */
  const attempt = <T>(work: () => T): T => {
    if (broken) throw broken.error
    const within = database.inTransaction
    try {
      return work()
    } catch (error) {
      const told = asRefusal(error)
      if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CORRUPT_VTAB') searchBroken = true
      if (within) broken = { error: told }
      throw told
    }
  }

  const control = (sql: string) => void prepared(sql).run()

  const settle = () => {
    for (const work of postponed.values()) work()
    postponed.clear()
  }

  const self: Connection = {
    all: <R>({ sql, parameters }: Bound<R>) => attempt(() => prepared(sql).all(...parameters) as R[]),
    first: <R>({ sql, parameters }: Bound<R>) => attempt(() => prepared(sql).get(...parameters) as R | undefined),
    run: ({ sql, parameters }) => attempt(() => prepared(sql).run(...parameters).changes),
    execute: ({ sql, parameters }) =>
      attempt(() => {
        const statement = prepared(sql)
        return statement.reader
          ? { rows: statement.all(...parameters), changes: 0 }
          : { rows: [], changes: statement.run(...parameters).changes }
      }),
    script: (sql) => attempt(() => void database.exec(sql)),
    unguarded: (sql) => {
      database.unsafeMode(true)
      try {
        attempt(() => void database.exec(sql))
      } finally {
        database.unsafeMode(false)
      }
    },
    begin: () => attempt(() => control('begin immediate')),
    beforeCommit: (name, work) => void postponed.set(name, work),
    settle,
    commit: () => {
      settle()
      attempt(() => control('commit'))
    },
    rollback: () => {
      broken = null
      postponed.clear()
      // SQLite rolls back by itself when the disk is full or fails.
      if (database.inTransaction) control('rollback')
    },
    mend: () => {
      if (!searchBroken || database.inTransaction) return false
      searchBroken = false
      mendSearch(self)
      return true
    },
    close: () => {
      statements.clear()
      database.close()
    },
  }
  return self
}
