import { build } from './app-build.js'
import { prepare } from './prepare.js'
import { program } from './program.js'

await program(async () => {
  await prepare()
  return build()
})
