import { endWithNpm } from './end-with-npm.js'
import { say } from './say.js'
import { SetupFailure, stackOf } from './setup-failure.js'

/**
 * Runs one of the commands of package.json. What it returns is the exit code; a set-up failure is told as its sentence
 * alone, anything else is a defect of ours and keeps its stack.
 *
 * @param {() => Promise<number>} body
 */
export async function program(body) {
  endWithNpm()
  try {
    process.exitCode = await body()
  } catch (error) {
    if (error instanceof SetupFailure) say(error.message)
    else say(stackOf(error))
    process.exitCode = 1
  }
}
