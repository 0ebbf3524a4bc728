import { Kysely, type Transaction } from 'kysely'
import type { Tables } from '../rows/tables.ts'
import type { Connection } from './connection.ts'
import { createDialect } from './dialect.ts'
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
  const kysely = new Kysely<Tables>({ dialect: createDialect(connection, turns) })
  return {
    kysely,
    read: (step) => turns.run(() => step(connection)),
    write: (step) => turns.run(() => atomically(connection, step)),
    transaction: (work) =>
      kysely.transaction().execute(async (transaction) => {
        const within = sessionWithin(connection, transaction)
        return work(within).finally(within.end)
      }),
    close: async () => {
      const done = await turns.take()
      await kysely.destroy()
      done()
    },
  }
}

const sessionWithin = (connection: Connection, kysely: Transaction<Tables>): Session & { end(): void } => {
  let over = false
  const step = async <T>(work: (connection: Connection) => T): Promise<T> => {
    if (over) throw new Error('This transaction is over; its store must not be used any more.')
    return work(connection)
  }
  const within: Session & { end(): void } = {
    kysely,
    read: step,
    write: step,
    transaction: (work) => work(within),
    close: async () => {
      throw new Error('The store cannot be closed within a transaction.')
    },
    end: () => {
      over = true
    },
  }
  return within
}

const atomically = <T>(connection: Connection, step: (connection: Connection) => T): T => {
  connection.begin()
  try {
    const result = step(connection)
    connection.commit()
    return result
  } catch (error) {
    connection.rollback()
    throw error
  }
}
