import { build } from './app-build.js'
import { checkSteps } from './check-steps.js'
import { crashRounds } from './crash-rounds.js'
import { desktopStep } from './desktop-step.js'
import { prepare } from './prepare.js'
import { program } from './program.js'
import { say } from './say.js'
import { ensureSnac } from './snac.js'
import { checkStep, conclude, runSteps } from './step.js'
import { ensureTestServers } from './test-servers.js'
import { runVitest } from './vitest-step.js'
import { ensureWordPress } from './wordpress.js'

// npm test: everything, in turn. The quick steps come first, so that the quick answers do. What the servers' tests need
// is fetched meanwhile.
await program(async () => {
  await prepare()
  const parts = gatherServers()
  const total = await runSteps([
    ...checkSteps,
    { name: 'unit, property and integration tests', run: () => runVitest('rules') },
    { name: 'tests against real servers', run: async () => testAgainstServers(await parts) },
    checkStep('killed at every point of the publish path', () => crashRounds(['--rounds', '60'])),
    checkStep('build', build),
    desktopStep(),
  ])
  return conclude(total)
})

/** Fetches the servers; why not, where one cannot be had. A failure is told by the step that needs them. */
function gatherServers() {
  const gather = async () => ({
    installed: await ensureTestServers(),
    snac: await ensureSnac(),
    wordpress: await ensureWordPress(),
  })
  const parts = gather()
  parts.catch(() => {})
  return parts
}

/** @param {Awaited<ReturnType<typeof gatherServers>>} parts */
async function testAgainstServers({ installed, snac, wordpress }) {
  if ('missing' in snac) say(`${snac.missing} The tests that publish to it are left out.`)
  if ('missing' in wordpress) say(`${wordpress.missing} The tests that publish to WordPress are left out.`)
  return runVitest('servers', {
    ...process.env,
    POSTHORN_TEST_SERVERS: installed,
    ...('path' in snac ? { POSTHORN_SNAC: snac.path } : { POSTHORN_SNAC_MISSING: snac.missing }),
    ...('path' in wordpress
      ? { POSTHORN_WORDPRESS: wordpress.path, POSTHORN_PHP: wordpress.php }
      : { POSTHORN_WORDPRESS_MISSING: wordpress.missing }),
  })
}
