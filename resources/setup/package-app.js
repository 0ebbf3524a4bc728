import { build } from './app-build.js'
import { prepare } from './prepare.js'
import { program } from './program.js'
import { runTool } from './tool.js'

// npm run package [-- what electron-builder is to be told]
await program(async () => {
  await prepare()
  return (
    (await build()) ||
    (await runTool('electron-builder', ['--config', 'resources/electron-builder.yml', ...process.argv.slice(2)])).code
  )
})
