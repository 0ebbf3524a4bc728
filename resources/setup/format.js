import { prepare } from './prepare.js'
import { program } from './program.js'
import { runTool } from './tool.js'

await program(async () => {
  await prepare()
  return (await runTool('oxfmt', ['--write'])).code
})
