import { join } from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'

/** Reads a data folder's tables beside the running Posthorn. */
export type TableDump = {
  /** Changes with every step that another connection has committed. */
  version(): number
  /** Every row of every table as text, without what the asking itself leaves behind: when a key was last used. */
  rows(): string
  /** How many rows each table has. */
  counts(): Record<string, number>
}

export const openTableDump = (home: string): TableDump => {
  const database = new Database(join(home, 'posthorn.db'), { readonly: true })
  onTestFinished(() => void database.close())
  const tables = database
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
    .map(({ name }) => name)
  const all = tables.map((name) => [name, database.prepare(`SELECT * FROM "${name}"`)] as const)
  return {
    version: () => Number(database.pragma('data_version', { simple: true })),
    rows: () =>
      JSON.stringify(
        all.map(([name, rows]) => [name, rows.all().map((row) => ({ ...(row as object), last_used_at: undefined }))]),
        (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
      ),
    counts: () => Object.fromEntries(all.map(([name, rows]) => [name, rows.all().length])),
  }
}
