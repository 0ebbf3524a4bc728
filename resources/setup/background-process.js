import { spawn } from 'node:child_process'
import { isRunning, STOP_SIGNALS } from './run-command.js'
import { SetupFailure } from './setup-failure.js'

const GRACE = 3000
const signals = /** @type {import('./run-command.js').StopSignal[]} */ (Object.keys(STOP_SIGNALS))

/** @param {NodeJS.Signals} signal */
function leave(signal) {
  if (!isRunning()) process.exit(STOP_SIGNALS[/** @type {import('./run-command.js').StopSignal} */ (signal)])
}

/**
 * A program that runs beside ours until we stop it: a display, a bus, a daemon.
 *
 * @typedef {object} BackgroundProcess
 * @property {() => Promise<void>} stop
 * @property {string} said the first line it wrote where it was asked to
 */

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, input?: string, answersOn?: number }} options `answersOn`: the file descriptor on
 *   which it says that it is ready
 * @returns {Promise<BackgroundProcess>}
 */
export async function startInBackground(command, args, { env, input, answersOn }) {
  const child = spawn(command, args, {
    env,
    stdio: ['pipe', answersOn === 1 ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    // In a group of its own: Ctrl+C is meant for what runs on this display or bus, which needs it until it has ended.
    detached: true,
  })
  let complaints = ''
  child.stderr?.on('data', (chunk) => (complaints += chunk.toString()))
  const ended = new Promise((resolve) => child.on('close', resolve))
  const killNow = () => child.kill('SIGKILL')
  // Should we go down early, it must not stay behind.
  process.on('exit', killNow)
  for (const signal of signals) process.on(signal, leave)
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(input ?? '')

  const said = await new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ reason) =>
      reject(new SetupFailure(`${command} could not be started: ${complaints.trim() || reason}`))
    child.on('error', (error) => fail(error.message))
    child.on('close', (code) => fail(`it ended with ${code}`))
    if (answersOn === undefined) child.on('spawn', () => resolve(''))
    else child.stdio[/** @type {1 | 3} */ (answersOn)]?.once('data', (chunk) => resolve(chunk.toString().trim()))
  })

  return {
    said,
    async stop() {
      process.off('exit', killNow)
      for (const signal of signals) process.off(signal, leave)
      child.kill('SIGTERM')
      const impatience = setTimeout(killNow, GRACE)
      await ended
      clearTimeout(impatience)
    },
  }
}
