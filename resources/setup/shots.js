import { join } from 'node:path'
import { ensureBuilt } from './app-build.js'
import { TEST_DESKTOP, within } from './desktop-surroundings.js'
import { node24 } from './node-24.js'
import { root } from './places.js'
import { prepareDesktopTests } from './prepare-desktop-tests.js'
import { program } from './program.js'
import { run } from './run-command.js'

// npm run shots [-- --accept]: pictures of every screen; --accept makes those that are compared the new baselines.
await program(async () => {
  const { env } = await prepareDesktopTests()
  await ensureBuilt()
  const args = [join(root, 'test', 'shots', 'run.ts'), ...process.argv.slice(2)]
  return within(TEST_DESKTOP, env, async (inside) => (await run(node24(), args, { env: inside })).code)
})
