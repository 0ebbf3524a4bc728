import { setTimeout as delay } from 'node:timers/promises'
import { startInBackground } from './background-process.js'
import { run } from './run-command.js'
import { SetupFailure } from './setup-failure.js'

const PATIENCE = 10_000

/**
 * A D-Bus session bus of our own.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export async function startSessionBus(env) {
  const args = ['--session', '--nofork', '--nopidfile', '--nosyslog', '--print-address=1']
  const bus = await startInBackground('dbus-daemon', args, { env, answersOn: 1 })
  // It stands in for the system's bus as well: a container has none, and what happens there is not for what runs here.
  return { stop: bus.stop, env: { DBUS_SESSION_BUS_ADDRESS: bus.said, DBUS_SYSTEM_BUS_ADDRESS: bus.said } }
}

/**
 * Waits until a service has taken its name on the bus.
 *
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 */
export async function waitForService(name, env) {
  const call = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus']
  const until = performance.now() + PATIENCE
  while (performance.now() < until) {
    const question = [...call, 'org.freedesktop.DBus.NameHasOwner', `string:${name}`]
    const { output } = await run('dbus-send', question, { env, output: 'capture' })
    if (output.includes('boolean true')) return
    await delay(50)
  }
  throw new SetupFailure(`${name} did not appear on the session bus within ${PATIENCE / 1000} s.`)
}
