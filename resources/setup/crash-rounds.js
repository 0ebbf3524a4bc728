import { join } from 'node:path'
import { node24, node24Environment } from './node-24.js'
import { root } from './places.js'
import { run } from './run-command.js'
import { say } from './say.js'
import { ensureSnac } from './snac.js'
import { ensureTestServers } from './test-servers.js'

/**
 * Ends Posthorn with SIGKILL over and over, and counts what was lost or doubled.
 *
 * @param {readonly string[]} args such as `--rounds 200 --json`
 * @returns {Promise<number>} the exit code: 0 when nothing was
 */
export async function crashRounds(args) {
  const snac = await ensureSnac()
  if ('missing' in snac) say(`${snac.missing} Nothing is published to it.`)
  const env = {
    ...node24Environment(),
    POSTHORN_TEST_SERVERS: await ensureTestServers(),
    ...('path' in snac ? { POSTHORN_SNAC: snac.path } : { POSTHORN_SNAC_MISSING: snac.missing }),
  }
  return (await run(node24(), [join(root, 'test', 'crash', 'run.ts'), ...args], { env })).code
}
