import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Connection } from './connection.ts'

/** Waits until the connection may be used; call what comes back to give it up. */
export type Acquire = () => Promise<() => void>

/**
 * kysely over the one connection, whose statements stay prepared. Who has acquired the connection has it alone until
 * it is released, so a transaction of one caller never takes in the statements of another.
 */
export const createDialect = (connection: Connection, acquire: Acquire): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => createDriver(connection, acquire),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
})

const createDriver = (connection: Connection, acquire: Acquire): Driver => {
  const releases = new WeakMap<DatabaseConnection, () => void>()
  return {
    init: async () => {},
    acquireConnection: async () => {
      const release = await acquire()
      const acquired = kyselyConnection(connection)
      releases.set(acquired, release)
      return acquired
    },
    releaseConnection: async (acquired) => releases.get(acquired)?.(),
    beginTransaction: async () => connection.begin(),
    commitTransaction: async () => connection.commit(),
    rollbackTransaction: async () => connection.rollback(),
    destroy: async () => connection.close(),
  }
}

const kyselyConnection = (connection: Connection): DatabaseConnection => ({
  executeQuery: async <R>(compiled: CompiledQuery) => {
    const { rows, changes } = connection.execute(compiled)
    return { rows: rows as R[], numAffectedRows: BigInt(changes) }
  },
  streamQuery: () => {
    throw new Error('Rows are read by pages, not streamed.')
  },
})
