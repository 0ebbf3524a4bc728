import Database from 'better-sqlite3'

/** Opens it for reading, looks, and closes it again. Null where it cannot be read. */
export const withDatabase = <T>(path: string, look: (database: Database.Database) => T): T | null => {
  let database: Database.Database | undefined
  try {
    database = new Database(path, { readonly: true, fileMustExist: true })
    return look(database)
  } catch {
    return null
  } finally {
    database?.close()
  }
}
