import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * The path of a command, as a shell would find it; undefined when there is none.
 *
 * @param {string} name
 * @param {Record<string, string | undefined>} [env]
 */
export function findCommand(name, env = process.env) {
  // System folders that a plain user's PATH often leaves out on Linux.
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin', '/sbin']
  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
