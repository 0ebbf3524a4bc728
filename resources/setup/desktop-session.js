import { TEST_DESKTOP, within } from './desktop-surroundings.js'
import { prepareDesktopTests } from './prepare-desktop-tests.js'
import { program } from './program.js'
import { run } from './run-command.js'
import { SetupFailure } from './setup-failure.js'

// node resources/setup/desktop-session.js -- COMMAND: runs it on a desktop of its own, as the desktop tests are.
await program(async () => {
  const [command, ...args] = process.argv.slice(process.argv[2] === '--' ? 3 : 2)
  if (command === undefined) throw new SetupFailure('Say what to run: desktop-session.js -- COMMAND')
  const { env } = await prepareDesktopTests()
  const { code } = await within(TEST_DESKTOP, env, (inside) => run(command, args, { cwd: process.cwd(), env: inside }))
  return code
})
