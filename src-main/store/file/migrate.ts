import type { Connection } from '../sqlite/connection.ts'
import type { Migration } from '../migrations/migration.ts'

/** Marks the file as Posthorn's: "PsHn". */
export const APPLICATION_ID = 0x5073486e

/** What is done besides: `before` once, when there is something to change; `onShare` hears how much is done, from 0 to 1. */
type Around = { before(): Promise<void>; onShare(share: number): void }

/**
 * Brings the file to the newest form, each migration in a transaction of its own: a file is never between two forms.
 * Others get their turn between the pieces of what takes long; nobody else may use the connection meanwhile.
 */
export const migrate = async (
  connection: Connection,
  migrations: readonly Migration[],
  from: number,
  { before, onShare }: Around,
): Promise<void> => {
  const missing = migrations.filter((migration) => migration.version > from)
  if (missing.length === 0) return
  await before()
  for (const [index, migration] of missing.entries()) {
    await apply(connection, migration, (share) => onShare((index + share) / missing.length))
    onShare((index + 1) / missing.length)
  }
}

const apply = async (
  connection: Connection,
  { version, steps }: Migration,
  onShare: (share: number) => void,
): Promise<void> => {
  connection.begin()
  try {
    for (const step of steps) {
      if (typeof step === 'string') {
        connection.script(step)
        continue
      }
      for (const share of step(connection) ?? []) {
        onShare(share)
        await new Promise((resolve) => void setImmediate(resolve))
      }
    }
    connection.script(`pragma application_id = ${APPLICATION_ID}`)
    connection.script(`pragma user_version = ${version}`)
    connection.commit()
  } catch (error) {
    connection.rollback()
    throw error
  }
}
