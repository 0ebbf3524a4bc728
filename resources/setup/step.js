import { say, secondsSince } from './say.js'
import { SetupFailure, stackOf } from './setup-failure.js'

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<Count>} run
 */

/**
 * A step that is one thing, done or not.
 *
 * @param {string} name
 * @param {() => Promise<number>} command gives the exit code
 * @returns {Step}
 */
export function checkStep(name, command) {
  return { name, run: async () => ((await command()) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }) }
}

/**
 * Runs all steps, also after one that failed, so that the whole is seen.
 *
 * @param {readonly Step[]} steps
 * @returns {Promise<Count>}
 */
export async function runSteps(steps) {
  const total = { passed: 0, failed: 0 }
  for (const step of steps) {
    const startedAt = performance.now()
    say(`\n== ${step.name}`)
    const count = await step.run().catch(asFailed)
    say(`== ${step.name}: ${summary(count)}, ${secondsSince(startedAt)}`)
    total.passed += count.passed
    total.failed += count.failed
  }
  return total
}

/**
 * @param {unknown} error
 * @returns {Count}
 */
function asFailed(error) {
  if (error instanceof SetupFailure) say(error.message)
  else say(stackOf(error))
  return { passed: 0, failed: 1 }
}

/** @param {Count} count */
export function summary({ passed, failed }) {
  return `${passed} passed, ${failed} failed`
}

/**
 * The last line of a run, on standard output, and the exit code.
 *
 * @param {Count} total
 */
export function conclude(total) {
  say('')
  process.stdout.write(`${summary(total)}\n`)
  return total.failed === 0 && total.passed > 0 ? 0 : 1
}
