import { Kysely } from 'kysely'
import type { Tables } from '../rows/tables.ts'
import type { Connection } from './connection.ts'
import { type Acquire, createDialect } from './dialect.ts'
import { createTurns } from './turns.ts'

/** How the store's parts reach the database: outside of a transaction, or within one. */
export type Session = {
  /** For what is rare: kysely as it comes. */
  readonly kysely: Kysely<Tables>
  /** For what is hot: a step that runs at once to its end. */
  read<T>(step: (connection: Connection) => T): Promise<T>
  /** The same for a step that changes something: whole or not at all. */
  write<T>(step: (connection: Connection) => T): Promise<T>
  /** Joins several steps; within a transaction it simply goes on. */
  transaction<T>(work: (within: Session) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export const createSession = (connection: Connection): Session => {
  const turns = createTurns()
  const kysely = new Kysely<Tables>({ dialect: createDialect(connection, turns.take) })
  return {
    kysely,
    read: (step) => turns.run(() => mending(connection, () => step(connection))),
    write: (step) => turns.run(() => mending(connection, () => atomically(connection, () => step(connection)))),
    transaction: async (work) => {
      const done = await turns.take()
      try {
        return await atomicallyAwaited(connection, work)
      } finally {
        done()
      }
    },
    close: async () => {
      const done = await turns.take()
      connection.close()
      done()
    },
  }
}

/** A step that met a broken search index is done once more when that was made anew. */
const mending = <T>(connection: Connection, step: () => T): T => {
  try {
    return step()
  } catch (error) {
    if (!connection.mend()) throw error
    return step()
  }
}

const atomically = <T>(connection: Connection, step: () => T): T => {
  connection.begin()
  try {
    const result = step()
    connection.commit()
    return result
  } catch (error) {
    connection.rollback()
    throw error
  }
}

const atomicallyAwaited = async <T>(connection: Connection, work: (within: Session) => Promise<T>): Promise<T> => {
  connection.begin()
  const within = createSessionWithin(connection)
  try {
    const result = await work(within.session)
    within.end()
    connection.commit()
    return result
  } catch (error) {
    within.end()
    connection.rollback()
    connection.mend()
    throw error
  }
}

/** For as long as the transaction runs its holder has the connection, and nothing needs to wait. */
const createSessionWithin = (connection: Connection): { session: Session; end(): void } => {
  let over = false
  const check = () => {
    if (over) throw new Error('This transaction is over; its store must not be used any more.')
  }
  const step = async <T>(work: (connection: Connection) => T): Promise<T> => {
    check()
    return work(connection)
  }
  let kysely: Kysely<Tables> | undefined
  const acquire: Acquire = async () => {
    check()
    return () => {}
  }
  const session: Session = {
    get kysely() {
      kysely ??= new Kysely<Tables>({ dialect: createDialect(connection, acquire) })
      return kysely
    },
    read: step,
    write: step,
    transaction: (work) => work(session),
    close: async () => {
      throw new Error('The store cannot be closed within a transaction.')
    },
  }
  return { session, end: () => void (over = true) }
}
