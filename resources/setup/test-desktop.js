import { ensureBuilt } from './app-build.js'
import { desktopStep } from './desktop-step.js'
import { prepare } from './prepare.js'
import { program } from './program.js'
import { conclude, runSteps } from './step.js'

// npm run test:desktop [-- what Vitest is to be told, such as the name of one journey]
await program(async () => {
  await prepare()
  await ensureBuilt()
  return conclude(await runSteps([desktopStep(process.argv.slice(2))]))
})
