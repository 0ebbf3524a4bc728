import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, interfaceFolder } from './app-build.js'
import { isNode24, node24, node24Environment } from './node-24.js'
import { root } from './places.js'
import { run } from './run-command.js'

const CLI = join(root, 'src-main', 'shell', 'node', 'cli.ts')

/**
 * Runs the command-line interface from its sources, which Node 24 can do as they are.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function runPosthorn(args) {
  const env = { ...process.env, ...(await interfaceFor(args)) }
  if (!isNode24())
    return (await run(node24(), [CLI, ...args], { cwd: process.cwd(), env: node24Environment(env) })).code

  // In this very process: a second one would cost every command its start.
  Object.assign(process.env, env)
  process.argv = [process.execPath, CLI, ...args]
  await import(pathToFileURL(CLI).href)
  return Number(process.exitCode ?? 0)
}

/**
 * The server hands out the interface, so that has to be built.
 *
 * @param {readonly string[]} args
 */
async function interfaceFor(args) {
  if (!args.includes('serve') || args.includes('--help')) return {}
  await ensureBuilt()
  return { POSTHORN_INTERFACE: interfaceFolder }
}
