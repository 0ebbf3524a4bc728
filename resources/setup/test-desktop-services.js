import { startInBackground } from './background-process.js'
import { waitForService } from './session-bus.js'

/**
 * Something that shows notifications (dunst; `dunstctl history` tells what it showed).
 *
 * @param {NodeJS.ProcessEnv} env
 */
export async function startNotifications(env) {
  const daemon = await startInBackground('dunst', [], { env })
  await waitForService('org.freedesktop.Notifications', env)
  return { stop: daemon.stop, env: {} }
}

/**
 * A keychain that is open, as it is after a person has logged in.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export async function startKeychain(env) {
  const args = ['--foreground', '--unlock', '--components=secrets']
  const daemon = await startInBackground('gnome-keyring-daemon', args, { env, input: 'throwaway' })
  await waitForService('org.freedesktop.secrets', env)
  // By this Chromium knows which keychain to use.
  return { stop: daemon.stop, env: { XDG_CURRENT_DESKTOP: 'GNOME' } }
}
