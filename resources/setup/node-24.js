import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { root } from './places.js'
import { SetupFailure } from './setup-failure.js'

// From this version on Node runs TypeScript as it is, and has what the app's own packages ask for.
const NEEDED_MAJOR = 24

/** Whether the Node that runs this very file will do. */
export function isNode24(version = process.versions.node) {
  return Number.parseInt(version, 10) >= NEEDED_MAJOR
}

/** The Node that came with node_modules, or our own when it is new enough. */
export function node24() {
  if (isNode24()) return process.execPath
  const installed = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(installed)) return installed
  throw new SetupFailure(
    'The Node 24 that belongs into node_modules is not there, most likely because npm is told to skip install scripts. Run "npm rebuild node --ignore-scripts=false" and try again.',
  )
}

/**
 * Whatever starts "node" in this environment gets Node 24.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function node24Environment(env = process.env) {
  return { ...env, PATH: [dirname(node24()), env['PATH']].filter(Boolean).join(delimiter) }
}
