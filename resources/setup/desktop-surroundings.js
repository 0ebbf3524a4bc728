import { startSessionBus } from './session-bus.js'
import { startKeychain, startNotifications } from './test-desktop-services.js'
import { makeThrowawayHome } from './throwaway-home.js'
import { startVirtualDisplay } from './virtual-display.js'

/** @typedef {(env: NodeJS.ProcessEnv) => Promise<{ env: NodeJS.ProcessEnv, stop: () => Promise<void> }>} Surrounding */

/** All that a desktop gives to a program, with nothing of the person's own: for tests. */
export const TEST_DESKTOP = [makeThrowawayHome, startVirtualDisplay, startSessionBus, startNotifications, startKeychain]

/**
 * What a window needs where there is no screen.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Surrounding[]}
 */
export function unseenDesktop(env = process.env) {
  return env['DBUS_SESSION_BUS_ADDRESS'] ? [startVirtualDisplay] : [startVirtualDisplay, startSessionBus]
}

/**
 * Puts up the surroundings one after the other, runs the body among them, and takes all down again in the other order,
 * whatever happened.
 *
 * @template Result
 * @param {readonly Surrounding[]} surroundings
 * @param {NodeJS.ProcessEnv} env
 * @param {(env: NodeJS.ProcessEnv) => Promise<Result>} body
 * @returns {Promise<Result>}
 */
export async function within(surroundings, env, body) {
  const [first, ...others] = surroundings
  if (first === undefined) return body(env)
  const here = await first(env)
  try {
    return await within(others, { ...env, ...here.env }, body)
  } finally {
    await here.stop()
  }
}
