import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from './run-command.js'

/**
 * The version written down beside an Electron, as every distribution of it does; undefined when it is not.
 *
 * @param {string} folder
 */
export function writtenVersion(folder) {
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return undefined
  }
}

/**
 * What the executable itself says it is: what a report should name, for it was started to get it.
 *
 * @param {string} executable
 */
export async function electronVersion(executable) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const { code, output } = await run(executable, ['-p', 'process.versions.electron'], { env, output: 'capture' })
  return code === 0 ? output.trim() : (writtenVersion(dirname(executable)) ?? 'of unknown version')
}
