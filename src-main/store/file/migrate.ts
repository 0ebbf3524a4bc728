import type { Connection } from '../sqlite/connection.ts'
import type { Migration } from '../migrations/migration.ts'

/** Marks the file as Posthorn's: "PsHn". */
export const APPLICATION_ID = 0x5073486e

/**
 * Brings the file to the newest form, each migration in a transaction of its own: a file is never between two forms.
 * `before` is called once when there is something to change.
 */
export const migrate = (
  connection: Connection,
  migrations: readonly Migration[],
  from: number,
  before: () => void,
): void => {
  const missing = migrations.filter((migration) => migration.version > from)
  if (missing.length === 0) return
  before()
  for (const migration of missing) apply(connection, migration)
}

const apply = (connection: Connection, { version, steps }: Migration): void => {
  connection.begin()
  try {
    for (const step of steps) {
      if (typeof step === 'string') connection.script(step)
      else step(connection)
    }
    connection.script(`pragma application_id = ${APPLICATION_ID}`)
    connection.script(`pragma user_version = ${version}`)
    connection.commit()
  } catch (error) {
    connection.rollback()
    throw error
  }
}
