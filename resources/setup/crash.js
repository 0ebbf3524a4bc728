import { join } from 'node:path'
import { node24, node24Environment } from './node-24.js'
import { root } from './places.js'
import { prepare } from './prepare.js'
import { program } from './program.js'
import { run } from './run-command.js'
import { ensureTestServers } from './test-servers.js'

// npm run crash: ends Posthorn with SIGKILL over and over, and counts what was lost or doubled.
await program(async () => {
  await prepare()
  const env = { ...node24Environment(), POSTHORN_TEST_SERVERS: await ensureTestServers() }
  return (await run(node24(), [join(root, 'test', 'crash', 'run.ts'), ...process.argv.slice(2)], { env })).code
})
