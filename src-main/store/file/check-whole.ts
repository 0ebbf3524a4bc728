import { failed, Refusal } from '../../core/refusal.ts'
import type { Connection } from '../sqlite/connection.ts'
import { because } from '../../core/told.ts'

/** A table in which something is wrong, and what. */
export type Fault = { table: string; faults: string[] }

/**
 * Reads the file through and tells which tables are damaged. Table by table, since the search index as a whole takes
 * longer to check than everything else, and can be made again; others get their turn after each.
 */
export const findDamage = async (connection: Connection): Promise<Fault[]> => {
  const found: Fault[] = []
  for (const table of tablesOf(connection)) {
    found.push(...damageOf(connection, table))
    await new Promise((resolve) => void setImmediate(resolve))
  }
  return found
}

const damageOf = (connection: Connection, table: string): Fault[] => {
  const faults = faultsOf(connection, table)
  return faults.length > 0 ? [{ table, faults }] : []
}

const tablesOf = (connection: Connection): string[] =>
  connection
    .all<{ name: string }>({
      sql: `select name from sqlite_schema where type = 'table' and rootpage > 0`,
      parameters: [],
    })
    .map(({ name }) => name)

const faultsOf = (connection: Connection, table: string): string[] => {
  try {
    return connection
      .all<{ quick_check: string }>({ sql: `pragma quick_check("${table}")`, parameters: [] })
      .map((answer) => answer.quick_check)
      .filter((answer) => answer !== 'ok')
  } catch (error) {
    // A page that cannot even be walked to is told by an error.
    if (error instanceof Refusal && error.failure.code === 'database-unreadable') {
      return [error.failure.detail ?? error.failure.message]
    }
    throw error
  }
}

/** What to tell of a file that is damaged. */
export const damaged = (faults: readonly Fault[]): Refusal =>
  new Refusal(
    failed(
      'database-unreadable',
      'The database is damaged; it was left as it is.',
      'Put back a snapshot, or recover what can be read: start the app, or run "posthorn recover".',
      {
        detail: faults
          .flatMap(({ table, faults: said }) => said.map((one) => `${table}: ${one}`))
          .slice(0, 20)
          .join('; '),
        told: because('database-damaged'),
      },
    ),
  )
