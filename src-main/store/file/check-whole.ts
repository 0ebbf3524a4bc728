import { failed, Refusal } from '../../core/refusal.ts'
import type { Connection } from '../sqlite/connection.ts'

/**
 * Reads the file through after a run that did not end well; throws a Refusal when it is damaged. Table by table,
 * since the search index as a whole takes longer to check than everything else, and can be made again.
 */
export const checkWhole = (connection: Connection): void => {
  const tables = connection.all<{ name: string }>({
    sql: `select name from sqlite_schema where type = 'table' and rootpage > 0`,
    parameters: [],
  })
  const faults = tables.flatMap(({ name }) => faultsOf(connection, name))
  if (faults.length === 0) return
  throw new Refusal(
    failed(
      'database-unreadable',
      'The database is damaged; it was left as it is.',
      'Put back a copy from the backups folder beside it, or move the file away to start afresh.',
      { detail: faults.slice(0, 20).join('; ') },
    ),
  )
}

const faultsOf = (connection: Connection, table: string): string[] =>
  connection
    .all<{ quick_check: string }>({ sql: `pragma quick_check("${table}")`, parameters: [] })
    .map((answer) => answer.quick_check)
    .filter((answer) => answer !== 'ok')
