import { electronVersion } from './electron-version.js'
import { TEST_DESKTOP, within } from './desktop-surroundings.js'
import { prepareDesktopTests } from './prepare-desktop-tests.js'
import { say } from './say.js'
import { runVitest } from './vitest-step.js'

/**
 * The journeys: the built app in a real Electron, on a desktop of its own.
 *
 * @param {readonly string[]} [args] for Vitest
 * @returns {import('./step.js').Step}
 */
export function desktopStep(args = []) {
  return {
    name: 'desktop journeys',
    async run() {
      const { env, executable, origin } = await prepareDesktopTests()
      say(`Electron ${await electronVersion(executable)} (${origin})`)
      return within(TEST_DESKTOP, env, (inside) => runVitest('journeys', inside, args))
    },
  }
}
