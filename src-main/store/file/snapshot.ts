import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../../core/ports.ts'
import type { Connection } from '../sqlite/connection.ts'
import { asRefusal } from '../sqlite/sqlite-failure.ts'

/**
 * Copies the whole database into `backups/` beside it and returns the copy's path. The copy has its name only once it
 * is complete and on disk.
 */
export const takeSnapshot = (connection: Connection, folder: string, version: number, clock: Clock): string => {
  const stamp = new Date(clock.now()).toISOString().replaceAll(/[-:]/g, '').replace('.', '')
  const path = join(folder, 'backups', `posthorn-v${version}-${stamp}.db`)
  const partial = `${path}.part`
  try {
    mkdirSync(join(folder, 'backups'), { recursive: true })
    rmSync(partial, { force: true })
    connection.run({ sql: 'vacuum into ?', parameters: [partial] })
    syncFile(partial)
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    throw asRefusal(error)
  }
  return path
}

const syncFile = (path: string): void => {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
