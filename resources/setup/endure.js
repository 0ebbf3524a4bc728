import { join } from 'node:path'
import { node24, node24Environment } from './node-24.js'
import { root } from './places.js'
import { prepare } from './prepare.js'
import { program } from './program.js'
import { run } from './run-command.js'

// npm run endure
await program(async () => {
  await prepare()
  const args = ['--expose-gc', join(root, 'test', 'endure', 'run.ts'), ...process.argv.slice(2)]
  return (await run(node24(), args, { env: node24Environment() })).code
})
