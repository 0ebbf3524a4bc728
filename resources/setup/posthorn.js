import { prepare } from './prepare.js'
import { program } from './program.js'
import { runPosthorn } from './run-posthorn.js'

// npm run -s posthorn -- ARGS. Standard output is the command's alone.
await program(async () => {
  await prepare()
  return runPosthorn(process.argv.slice(2))
})
