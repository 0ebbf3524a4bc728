import Database from 'better-sqlite3'
import { join } from 'node:path'
import { openFile } from '../../src-main/store/file/open-file.ts'
import { migrations } from '../../src-main/store/migrations/all.ts'
import type { Migration } from '../../src-main/store/migrations/migration.ts'
import { aPost } from '../fixtures/records.ts'
import { storeTools, tempFolder } from './open-temp-store.ts'

export type Row = Record<string, string | number | null>

/** The migrations up to a form of the file. */
export const upTo = (version: number): Migration[] => migrations.filter((one) => one.version <= version)

/** A post's row as the first form had it. */
export const oldPost = (of: Row = {}): [string, Row] => [
  'post',
  {
    id: aPost().id,
    media: '[]',
    thread: 0,
    tags: '[]',
    zone: 'UTC',
    created_at: 0,
    updated_at: 0,
    text: 'Hello',
    ...of,
  },
]

/** A data folder whose file has an older form: rows as they were then, where nobody knew of anything that came later. */
export const folderInForm = async (version: number, rows: readonly [table: string, row: Row][]): Promise<string> => {
  const folder = tempFolder()
  const connection = await openFile(folder, storeTools(), upTo(version))
  connection.close()
  const database = new Database(join(folder, 'posthorn.db'))
  for (const [table, row] of rows) {
    const columns = Object.keys(row)
    const places = columns.map(() => '?').join()
    database.prepare(`insert into ${table} (${columns.join()}) values (${places})`).run(...Object.values(row))
  }
  database.close()
  return folder
}
