import { checkSteps } from './check-steps.js'
import { prepare } from './prepare.js'
import { program } from './program.js'
import { conclude, runSteps } from './step.js'

await program(async () => {
  await prepare()
  return conclude(await runSteps(checkSteps))
})
