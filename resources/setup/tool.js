import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { node24, node24Environment } from './node-24.js'
import { root } from './places.js'
import { run } from './run-command.js'

/**
 * The script behind a command of an installed package. Started with Node directly: quicker than npx, and the same on
 * every platform.
 *
 * @param {string} packageName
 */
function toolScript(packageName) {
  const folder = join(root, 'node_modules', packageName)
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const script = typeof bin === 'string' ? bin : (bin[packageName] ?? Object.values(bin)[0])
  return join(folder, /** @type {string} */ (script))
}

/**
 * @param {string} packageName
 * @param {readonly string[]} args
 * @param {import('./run-command.js').RunOptions} [options]
 */
export function runTool(packageName, args, options = {}) {
  return run(node24(), [toolScript(packageName), ...args], { ...options, env: node24Environment(options.env) })
}
