import { join } from 'node:path'
import { ensureBuilt } from './app-build.js'
import { node24, node24Environment } from './node-24.js'
import { root } from './places.js'
import { prepare } from './prepare.js'
import { program } from './program.js'
import { run } from './run-command.js'

// npm run bench [-- --quick] [-- --only app]
await program(async () => {
  await prepare()
  await ensureBuilt()
  const args = [join(root, 'test', 'bench', 'run.ts'), ...process.argv.slice(2)]
  return (await run(node24(), args, { env: node24Environment() })).code
})
