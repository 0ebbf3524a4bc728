import { spawn } from 'node:child_process'
import { root } from './places.js'
import { say } from './say.js'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {'inherit' | 'to-stderr' | 'capture'} [output] `to-stderr` shows everything but keeps standard output clean
 * @property {number} [timeLimit] milliseconds
 * @property {string} [stillAtIt] what to say every 20 s where no progress bar can be drawn
 */

/**
 * @typedef {object} RunResult
 * @property {number} code
 * @property {string} output what the command wrote, when captured
 * @property {boolean} timedOut
 */

/** The signals by which we are asked to stop, with the exit codes that shells give them. */
export const STOP_SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }

/** @typedef {keyof typeof STOP_SIGNALS} StopSignal */

const PASSED_ON = /** @type {StopSignal[]} */ (Object.keys(STOP_SIGNALS))
let underWay = 0

/** Whether a command runs at this moment, which then decides when a signal ends us. */
export const isRunning = () => underWay > 0

/**
 * Runs a command to its end. A signal that reaches us goes on to the command, and we wait for it: whoever stops us must
 * not leave it behind.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  const { cwd = root, env = process.env, output = 'inherit', timeLimit, stillAtIt } = options
  return new Promise((resolve, reject) => {
    const out = output === 'inherit' ? 'inherit' : output === 'to-stderr' ? 2 : 'pipe'
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['inherit', out, output === 'capture' ? 'pipe' : 'inherit'],
      // npm is a .cmd file on Windows, which only a shell can start.
      shell: process.platform === 'win32' && command === 'npm',
    })
    let written = ''
    let timedOut = false
    /** @type {NodeJS.Signals | undefined} */
    let stoppedBy
    const keep = (/** @type {Buffer} */ chunk) => (written += chunk.toString())
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)

    const passOn = (/** @type {NodeJS.Signals} */ signal) => {
      stoppedBy = signal
      child.kill(signal)
    }
    for (const signal of PASSED_ON) process.on(signal, passOn)
    underWay += 1
    const limit = timeLimit === undefined ? undefined : setTimeout(() => (timedOut = child.kill('SIGKILL')), timeLimit)
    const beat = heartbeat(stillAtIt)
    const settle = () => {
      underWay -= 1
      clearTimeout(limit)
      clearInterval(beat)
      for (const signal of PASSED_ON) process.off(signal, passOn)
    }
    child.on('error', (error) => {
      settle()
      reject(error)
    })
    child.on('close', (code, signal) => {
      settle()
      const signalCode = STOP_SIGNALS[/** @type {StopSignal} */ (signal ?? stoppedBy)] ?? 1
      resolve({ code: code ?? signalCode, output: written, timedOut })
    })
  })
}

/** @param {string | undefined} sentence */
function heartbeat(sentence) {
  if (sentence === undefined) return undefined
  const startedAt = performance.now()
  return setInterval(() => say(`${sentence} (${Math.round((performance.now() - startedAt) / 1000)} s)`), 20_000)
}
